// Questions to tap: suggestions, follow-ups, or what could have been meant.
import type { Chat } from '../chat.ts'

interface QuestionsProps {
  readonly label: string
  readonly questions: readonly string[]
  readonly ask: Chat['send']
}

export const Questions = ({ label, questions, ask }: QuestionsProps) =>
  questions.length === 0 ? null : (
    <div class="questions">
      <p>{label}</p>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <button type="button" class="question" onClick={() => ask(question, true)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
