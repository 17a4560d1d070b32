// Chooses the component for a reply's kind.
import type { Reply } from '../../server/contract.ts'
import type { Turn } from '../conversation.ts'
import type { Scene } from '../scene.ts'
import { Answer } from './replies/Answer.tsx'
import { Card } from './replies/Card.tsx'
import { Clarify } from './replies/Clarify.tsx'
import { ClinicFact } from './replies/ClinicFact.tsx'
import { Decline } from './replies/Decline.tsx'
import { Smalltalk } from './replies/Smalltalk.tsx'

export interface ReplyProps {
  readonly scene: Scene
  readonly turn: Turn
  readonly reply: Reply
  readonly before: readonly Turn[]
  readonly isNewest: boolean
}

export const ReplyView = ({ scene, turn, reply, before, isNewest }: ReplyProps) => {
  switch (reply.kind) {
    case 'answer':
      return <Answer scene={scene} reply={reply} isRepeated={entryOf(before.at(-1)) === reply.entry} />
    case 'clarify':
      return <Clarify scene={scene} reply={reply} />
    case 'clinic':
      return <ClinicFact reply={reply} />
    case 'decline':
      return <Decline scene={scene} reply={reply} />
    case 'smalltalk':
      return <Smalltalk scene={scene} reply={reply} />
    case 'crisis':
    case 'emergency':
      return <Card scene={scene} turn={turn} reply={reply} before={before} isNewest={isNewest} />
  }
  reply satisfies never
}

const entryOf = (turn: Turn | undefined) =>
  turn?.state.at === 'replied' && turn.state.reply.kind === 'answer' ? turn.state.reply.entry : null
