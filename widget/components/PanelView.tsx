// The panel from top to bottom: heading, transcript, composer, foot. Closed, all that may be left of it is the crisis bar.
import type { Chat } from '../chat.ts'
import { Composer } from './Composer.tsx'
import { Foot } from './Foot.tsx'
import { Heading } from './Heading.tsx'
import { Welcome } from './Welcome.tsx'

export const PanelView = ({ chat }: { chat: Chat }) => {
  const { copy, settings, frame, talk, delivery } = chat
  const bar = talk?.crisisBar()
  const isDark = settings.theme === 'dark' || (settings.theme === 'system' && frame.prefersDark())
  return (
    <div
      class={`clinic${isDark ? ' dark' : ''}${frame.isAtLeft() ? ' at-left' : ''}`}
      dir={settings.dir ?? frame.pageDirection()}
    >
      <dialog
        aria-labelledby="name"
        onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && frame.close()}
        onCancel={(event) => {
          // The frame closes the dialog itself, and gives the focus back.
          event.preventDefault()
          frame.close()
        }}
      >
        <Heading chat={chat} />
        {settings.notice && <p class="notice-line">{settings.notice}</p>}
        {bar}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it the transcript cannot be scrolled by keyboard. */}
        <div class="log" role="log" aria-label={copy.transcript} tabIndex={0}>
          {talk?.hasTurns() ? talk.view() : <Welcome chat={chat} />}
          {delivery === 'on-its-way' && <p class="looking">{copy.looking}</p>}
          {delivery === 'impossible' && <p class="message">{copy.unreachable}</p>}
        </div>
        {!PAUSED && <Composer chat={chat} />}
        <Foot chat={chat} />
      </dialog>
      {bar && !frame.isOpen() && <aside aria-label="988">{bar}</aside>}
    </div>
  )
}
