// The foot that is on every screen, whatever happened: the clinic's number, 988 and 911.
import type { Chat } from '../chat.ts'
import { CallLink } from './CallLink.tsx'
import { Crisis988, Emergency911 } from './EmergencyNumber.tsx'

export const Foot = ({ chat }: { chat: Chat }) => (
  <footer>
    <CallLink chat={chat} phone={chat.phone} className="call" />
    <p>
      <span class="phrase">{chat.copy.notForEmergencies}</span>{' '}
      <span class="phrase">
        {chat.copy.crisis} <Crisis988 spoken={chat.copy.spoken988} />.
      </span>{' '}
      <span class="phrase">
        {chat.copy.crisisEnd} <Emergency911 />.
      </span>
    </p>
  </footer>
)
