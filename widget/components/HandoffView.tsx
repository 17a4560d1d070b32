// The way to a person, last in every turn: in full under the newest, one line under those before.
import type { Handoff } from '../../server/contract.ts'
import type { Scene } from '../scene.ts'
import { CallLink } from './CallLink.tsx'

export const HandoffView = ({ scene, handoff, isNewest }: { scene: Scene; handoff: Handoff; isNewest: boolean }) => {
  const { message, phone, hours, links } = handoff
  if (!isNewest) return <CallLink chat={scene.chat} phone={phone} className="handoff-line" />
  return (
    <div class="handoff">
      <p dir="auto">{message}</p>
      {hours && <p class={hours.open ? 'hours open' : 'hours'}>{hours.label}</p>}
      <CallLink chat={scene.chat} phone={phone} className="call" />
      {links.map(({ label, href }) => (
        <a key={href} class="way" href={href} target={/^http/.test(href) ? '_blank' : undefined} rel="noopener">
          {label}
        </a>
      ))}
    </div>
  )
}
