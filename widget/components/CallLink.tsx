// The clinic's number as a link to dial and as text to read off; on a desk the link often does nothing.
import type { Phone } from '../../server/contract.ts'
import type { Chat } from '../chat.ts'

export const CallLink = ({ chat, phone, className }: { chat: Chat; phone: Phone; className: string }) => (
  <a class={className} href={phone.href} onClick={() => chat.announce('call')}>
    {chat.copy.call} <span class="number">{phone.display}</span>
  </a>
)
