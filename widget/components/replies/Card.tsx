// The crisis or emergency card: who to reach, first of all, and nothing in the way. No class here names what it is about.
import type { CrisisReply, EmergencyReply } from '../../../server/contract.ts'
import type { Turn } from '../../conversation.ts'
import { cardOf } from '../../conversation.ts'
import type { Scene } from '../../scene.ts'
import { Contacts } from './Contacts.tsx'

interface CardProps {
  readonly scene: Scene
  readonly turn: Turn
  readonly reply: CrisisReply | EmergencyReply
  /** The turns above this one. */
  readonly before: readonly Turn[]
  readonly isNewest: boolean
}

const OTHER = { en: 'es', es: 'en' } as const

/** A page with nothing to explain to whoever looks over the shoulder. */
const NEUTRAL_PAGE = 'https://www.weather.gov/'

export const Card = ({ scene, turn, reply, before, isNewest }: CardProps) => {
  const { copy, fold } = scene
  // Not the same wall of words twice.
  const isRepeated = before.some((other) => cardOf(other)?.variant === reply.variant)
  const leave = () => {
    scene.chat.startOver()
    location.replace(NEUTRAL_PAGE)
  }
  return (
    <>
      {turn.folded ? (
        // Who typed that it was nothing has been thanked in the turn below.
        isNewest && <p class="message">{copy.folded}</p>
      ) : (
        <div class="card" role="alert">
          {(isRepeated ? copy.cardAgain : reply.message).split('\n\n').map((paragraph, index) => (
            // The second paragraph, if there is one, says the same in the other language.
            <p key={index} class="message" dir="auto" lang={index === 0 ? reply.lang : OTHER[reply.lang]}>
              {paragraph}
            </p>
          ))}
          <ul>
            {reply.resources.map((resource) => (
              <li key={resource.name}>
                <p class="who">{resource.name}</p>
                <Contacts scene={scene} resource={resource} />
                {resource.note && !isRepeated && <p class="aside">{resource.note}</p>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {reply.variant === 'violence' && (
        <button type="button" class="question" onClick={leave}>
          {copy.leave}
        </button>
      )}
      <button type="button" class={turn.folded ? 'question' : 'quiet'} onClick={() => fold(!turn.folded)}>
        {turn.folded ? copy.showAgain : copy.notMeant}
      </button>
    </>
  )
}
