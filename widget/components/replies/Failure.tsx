// No reply came: says so in words, keeps the question, offers another try. The handoff follows as always.

import type { Outcome } from '../../conversation.ts'
import type { Scene } from '../../scene.ts'

type Failed = Extract<Outcome, { at: 'failed' }>

export const Failure = ({ scene, failure }: { scene: Scene; failure: Failed }) => (
  <>
    <p class="message" dir="auto">
      {failure.fault === 'unreachable' ? scene.chat.copy.unreachable : scene.copy.faults[failure.fault]}{' '}
      {failure.fault === 'refused' && failure.detail}
    </p>
    {failure.fault !== 'refused' && (
      <button type="button" class="question" onClick={scene.retry}>
        {scene.copy.tryAgain}
      </button>
    )}
  </>
)
