// One turn: the visitor's words, the reply of its kind, and last, always, the handoff.
import type { Turn } from '../conversation.ts'
import { COPY } from '../copy.ts'
import type { Scene } from '../scene.ts'
import { TALK_COPY } from '../talk-copy.ts'
import { HandoffView } from './HandoffView.tsx'
import { ReplyView } from './ReplyView.tsx'
import { Failure } from './replies/Failure.tsx'

export interface TurnProps {
  readonly scene: Scene
  readonly turn: Turn
  /** The turns above this one. */
  readonly before: readonly Turn[]
  readonly isNewest: boolean
}

export const TurnView = ({ scene: ours, turn, before, isNewest }: TurnProps) => {
  const { id, asked, state } = turn
  // Who asks in Spanish on an English page is answered in Spanish; the words around the reply go with it.
  const lang = (state.at === 'replied' ? state.reply : state.at === 'thanked' ? state : ours.chat).lang
  const scene = { ...ours, copy: TALK_COPY[lang], chat: { ...ours.chat, lang, copy: COPY[lang] } }
  return (
    <div class="turn" data-turn={id}>
      <p class="asked" dir="auto">
        <span class="unseen">{ours.copy.youAsked} </span>
        {asked}
      </p>
      {state.at === 'waiting' ? (
        // Not announced: it may be gone before it has been read out, and the reply follows.
        state.long && (
          <p class="looking" aria-hidden="true">
            {ours.chat.copy.looking}
          </p>
        )
      ) : (
        <div class="reply" lang={lang}>
          {state.at === 'replied' && (
            <ReplyView scene={scene} turn={turn} reply={state.reply} before={before} isNewest={isNewest} />
          )}
          {state.at === 'thanked' && <p class="message">{scene.copy.folded}</p>}
          {state.at === 'withheld' && <p class="message">{scene.copy.withheld}</p>}
          {state.at === 'failed' && <Failure scene={scene} failure={state} />}
          <HandoffView
            scene={scene}
            handoff={(state.at === 'replied' ? state.reply.handoff : state.handoff) ?? scene.ownHandoff}
            isNewest={isNewest}
          />
        </div>
      )}
    </div>
  )
}
