// What stands in the transcript before the first question.
import type { Chat } from '../chat.ts'
import { Questions } from './Questions.tsx'

export const Welcome = ({ chat }: { chat: Chat }) => (
  <div class="welcome">
    <p class="greeting">{PAUSED?.[chat.lang] ?? chat.settings.greeting ?? chat.copy.greeting}</p>
    <Questions label={chat.copy.youCouldAsk} questions={SUGGESTIONS[chat.lang]} ask={chat.send} />
  </div>
)
