// Greetings, thanks, "are you a bot".
import type { SmalltalkReply } from '../../../server/contract.ts'
import type { Scene } from '../../scene.ts'
import { Questions } from '../Questions.tsx'

export const Smalltalk = ({ scene, reply }: { scene: Scene; reply: SmalltalkReply }) => (
  <>
    <p class="message" dir="auto">
      {reply.message}
    </p>
    <Questions label={scene.chat.copy.youCouldAsk} questions={reply.followUps} ask={scene.chat.send} />
  </>
)
