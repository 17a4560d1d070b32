// A fact the clinic configured, or what this chat cannot do for the visitor.
import type { ClinicReply } from '../../../server/contract.ts'

export const ClinicFact = ({ reply }: { reply: ClinicReply }) => (
  <p class="message" dir="auto">
    {reply.message}
  </p>
)
