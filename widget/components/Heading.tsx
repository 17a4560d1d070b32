// The panel's head: whose it is, what it can promise, start over, close.
import type { Chat } from '../chat.ts'

export const Heading = ({ chat }: { chat: Chat }) => {
  const startOver = () => {
    chat.startOver()
    // The button goes with the turns, and would take the focus with it.
    chat.frame.focus()
  }
  return (
    <header>
      <div>
        <h2 id="name" tabIndex={-1} autofocus>
          {CLINIC_NAME}
        </h2>
        <p>{chat.copy.promise}</p>
      </div>
      {chat.talk?.hasTurns() && (
        <button type="button" onClick={startOver} aria-label={chat.copy.startOver} title={chat.copy.startOver}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 12a7 7 0 1 0 2.3-5.2M5 4v4h4" />
          </svg>
        </button>
      )}
      <button type="button" onClick={chat.frame.close} aria-label={chat.copy.close} title={chat.copy.close}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="m6 6 12 12M18 6 6 18" />
        </svg>
      </button>
    </header>
  )
}
