// The crisis or emergency card: who to reach, first of all, and nothing in the way. No class here names what it is about.
import type { CrisisReply, EmergencyReply, Resource } from '../../../server/contract.ts'
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
  const message = isRepeated ? copy.cardAgain : reply.message
  // What is shown before the first resource, and after it: on a small phone whoever can help must be in sight.
  const [lead, ...rest] = message.split(/\n+/)
  const isInBoth = message.includes('\n\n')
  const [first, ...others] = reply.resources
  const listed = (resource: Resource) => (
    <li key={resource.name}>
      <p class="who">{resource.name}</p>
      <Contacts scene={scene} resource={resource} />
      {resource.note && !isRepeated && <p class="aside">{resource.note}</p>}
    </li>
  )
  const leave = () => {
    scene.chat.startOver()
    location.replace(NEUTRAL_PAGE)
  }
  return (
    <>
      {/* Who is watched must not have to look for it. */}
      {reply.variant === 'violence' && (
        <button type="button" class="question" onClick={leave}>
          {copy.leave}
        </button>
      )}
      {turn.folded ? (
        // Who typed that it was nothing has been thanked in the turn below.
        isNewest && <p class="message">{copy.folded}</p>
      ) : (
        <div class="card" role="alert">
          <p class="message" dir="auto">
            {lead}
          </p>
          <ul class="first">{listed(first)}</ul>
          {rest.length > 0 && (
            <p class="message" dir="auto" lang={isInBoth ? OTHER[reply.lang] : undefined}>
              {rest.join(' ')}
            </p>
          )}
          {others.length > 0 && <ul>{others.map(listed)}</ul>}
        </div>
      )}
      <button type="button" class={turn.folded ? 'question' : 'quiet'} onClick={() => fold(!turn.folded)}>
        {turn.folded ? copy.showAgain : copy.notMeant}
      </button>
    </>
  )
}
