// One turn: the visitor's words, the reply of its kind, and last, always, the handoff.
import type { Turn } from '../conversation.ts'
import type { Scene } from '../scene.ts'
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

export const TurnView = ({ scene, turn, before, isNewest }: TurnProps) => {
  const { id, asked, state } = turn
  return (
    <div class="turn" data-turn={id}>
      <p class="asked" dir="auto">
        <span class="unseen">{scene.copy.youAsked} </span>
        {asked}
      </p>
      {state.at === 'waiting' ? (
        // Not announced: it may be gone before it has been read out, and the reply follows.
        state.long && (
          <p class="looking" aria-hidden="true">
            {scene.chat.copy.looking}
          </p>
        )
      ) : (
        <div class="reply">
          {state.at === 'replied' && <ReplyView scene={scene} turn={turn} reply={state.reply} before={before} />}
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
