// The article answers: its sentences, its own reservation beside a claim, and what could be asked next.
import type { AnswerReply } from '../../../server/contract.ts'
import type { Scene } from '../../scene.ts'
import { Questions } from '../Questions.tsx'
import { isOfOne, Passages } from './Passages.tsx'

export const Answer = ({ scene, reply, isRepeated }: { scene: Scene; reply: AnswerReply; isRepeated: boolean }) => (
  <>
    {isRepeated && <p class="aside">{scene.copy.sameAsAbove}</p>}
    {isOfOne(reply.passages) && <h3 dir="auto">{reply.title}</h3>}
    <Passages scene={scene} passages={reply.passages} />
    {reply.notice && (
      <p class="notice" dir="auto">
        {reply.notice}
      </p>
    )}
    {reply.caveat && (
      <div class="beside">
        <p class="label">{scene.copy.caveat}</p>
        <Passages scene={scene} passages={[reply.caveat]} />
      </div>
    )}
    {reply.disclosure && (
      <div class="beside">
        <p class="label">{scene.copy.fromTheClinic}</p>
        <p dir="auto">{reply.disclosure}</p>
      </div>
    )}
    <Questions label={scene.chat.copy.youCouldAsk} questions={reply.followUps} ask={scene.chat.send} />
  </>
)
