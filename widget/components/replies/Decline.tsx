// The article does not answer this, or it is not for a web page to answer.
import type { DeclineReply } from '../../../server/contract.ts'
import type { Scene } from '../../scene.ts'
import { Questions } from '../Questions.tsx'

export const Decline = ({ scene, reply }: { scene: Scene; reply: DeclineReply }) => (
  <>
    <p class="message" dir="auto">
      {reply.message}
    </p>
    {reply.notice && (
      <p class="notice" dir="auto">
        {reply.notice}
      </p>
    )}
    <Questions label={scene.chat.copy.youCouldAsk} questions={reply.followUps} ask={scene.chat.send} />
  </>
)
