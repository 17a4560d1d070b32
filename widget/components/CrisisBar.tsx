// The slim bar that stays for the rest of the session once a card was shown, also when the panel is closed.
import type { TalkCopy } from '../talk-copy.ts'
import { Crisis988, Emergency911 } from './EmergencyNumber.tsx'

/** @param cards how many there were: with each after the first the bar pulses once, and says nothing more. */
export const CrisisBar = ({ copy, spoken, cards }: { copy: TalkCopy; spoken: string; cards: number }) => (
  // Another key, another element: an animation begins anew only on a new one.
  <p class={cards > 1 ? 'bar again' : 'bar'} key={cards}>
    <span class="phrase">
      {copy.bar} <Crisis988 spoken={spoken} />.
    </span>{' '}
    <span class="phrase">
      {copy.barDanger} <Emergency911 />
    </span>
  </p>
)
