// The ways to reach one resource, each as text that can be read off and as a link that can be tapped.
import type { Resource } from '../../../server/contract.ts'
import type { Scene } from '../../scene.ts'

export const Contacts = ({ scene, resource }: { scene: Scene; resource: Resource }) => (
  <p class="contacts">
    {resource.contacts.map(({ kind, display, href }) => (
      <a key={href} href={href} target={kind === 'chat' || kind === 'web' ? '_blank' : undefined} rel="noopener">
        {display}
        {/988/.test(display) && <span class="unseen"> {scene.chat.copy.spoken988}</span>}
      </a>
    ))}
  </p>
)
