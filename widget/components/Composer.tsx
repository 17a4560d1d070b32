// Where the visitor writes. No <form>: a sandboxed frame may forbid forms. No maxlength: it would cut a long text silently.
import { LIMITS } from '../../server/contract.ts'
import type { Chat } from '../chat.ts'

/** Its chunks lie in a folder of their own. */
const IS_PINNED = !/\/\/[^/]*\/chunks/.test(import.meta.url)

export const Composer = ({ chat }: { chat: Chat }) => {
  const { copy, draft } = chat
  const excess = draft.trim().length - LIMITS.questionLength
  const isTooLong = excess > 0
  // What is too long is sent all the same, for the triage reads all of it; but it stays here to be shortened.
  const send = () => chat.send(draft, isTooLong)
  return (
    <div class="composer">
      {isTooLong && (
        <p class="too-long" id="too-long" role="status">
          {copy.tooLong(excess)}
        </p>
      )}
      <div class="field">
        <label class="unseen" for="question">
          {copy.yourQuestion}
        </label>
        <textarea
          id="question"
          rows={1}
          dir="auto"
          autocomplete="off"
          enterkeyhint="send"
          placeholder={copy.placeholder}
          aria-describedby={isTooLong ? 'too-long before' : 'before'}
          aria-invalid={isTooLong}
          value={draft}
          onInput={({ currentTarget }) => chat.type(currentTarget.value)}
          onKeyDown={(event) => {
            // Enter also ends a composition (Japanese, Korean, accents); that Enter sends nothing.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        <button type="button" class="send" onClick={send} aria-label={copy.send}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 19V5m-6 6 6-6 6 6" />
          </svg>
        </button>
      </div>
      <div class="before" id="before">
        {/* Said in full until there is a question; then the transcript needs the room. */}
        {copy.automated} {!chat.talk?.hasTurns() && copy.leaveOut}{' '}
        <details>
          <summary>{copy.privacy}</summary>
          {copy.privacyText}
          {/* A pinned panel goes on when the clinic publishes anew, and would tell of words that are no longer said. */}
          {!IS_PINNED && (
            <>
              {' '}
              {APPROVED_ON && `${copy.approvedOn} ${APPROVED_ON[chat.lang]}. `}
              {copy.version} {VERSION}.
            </>
          )}
        </details>
      </div>
    </div>
  )
}
