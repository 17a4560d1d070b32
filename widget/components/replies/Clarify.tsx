// Two or three questions are close: the visitor says which was meant.
import type { ClarifyReply } from '../../../server/contract.ts'
import type { Scene } from '../../scene.ts'
import { Questions } from '../Questions.tsx'

export const Clarify = ({ scene, reply }: { scene: Scene; reply: ClarifyReply }) => (
  <>
    <Questions label={reply.message} questions={reply.choices.map(({ question }) => question)} ask={scene.chat.send} />
    {reply.notice && (
      <p class="notice" dir="auto">
        {reply.notice}
      </p>
    )}
  </>
)
