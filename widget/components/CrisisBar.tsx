// The slim bar that stays for the rest of the session once a card was shown, also when the panel is closed.
import type { TalkCopy } from '../talk-copy.ts'
import { Crisis988, Emergency911 } from './EmergencyNumber.tsx'

export const CrisisBar = ({ copy, spoken }: { copy: TalkCopy; spoken: string }) => (
  <p class="bar">
    {copy.bar} <Crisis988 spoken={spoken} />. {copy.barDanger} <Emergency911 />
  </p>
)
