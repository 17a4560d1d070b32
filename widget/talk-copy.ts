// The widget's own words around replies, in each language. What the assistant says comes from the server.
import type { Lang } from '../server/contract.ts'
import type { Fault } from './conversation.ts'

export interface TalkCopy {
  readonly youAsked: string
  readonly from: string
  readonly opensTab: string
  readonly articleIsIn: Readonly<Record<Lang, string>>
  readonly caveat: string
  readonly fromTheClinic: string
  readonly sameAsAbove: string
  readonly withheld: string
  readonly handoff: string
  readonly cardAgain: string
  readonly notMeant: string
  readonly folded: string
  readonly showAgain: string
  readonly leave: string
  readonly faults: Readonly<Record<Exclude<Fault, 'unreachable'>, string>>
  readonly tryAgain: string
  readonly bar: string
  readonly barDanger: string
}

const en: TalkCopy = {
  youAsked: 'You asked:',
  from: 'From',
  opensTab: '(opens a new tab)',
  articleIsIn: { en: 'The article is in English.', es: 'The article is in Spanish.' },
  caveat: 'The article also says',
  fromTheClinic: 'From the clinic',
  sameAsAbove: 'This is the same passage as above.',
  withheld: 'This is one to talk over with a person. The clinic can answer it by phone.',
  handoff: 'To talk to a person, call the clinic.',
  cardAgain: 'These people are there for you, any hour.',
  notMeant: 'Not what I meant',
  folded: 'Thank you for telling me. The numbers stay at the top, and you can go on asking.',
  showAgain: 'Show the numbers again',
  leave: 'Clear this chat and leave the page',
  faults: {
    slow: 'This is taking too long. Your question is kept.',
    broken: 'Something went wrong on our side. Your question is kept.',
    busy: 'That was a lot of questions at once. Please wait a minute. Your question is kept.',
    refused: 'That could not be answered.',
  },
  tryAgain: 'Try again',
  bar: 'In crisis? Call or text',
  barDanger: 'Danger now:',
}

const es: TalkCopy = {
  youAsked: 'Usted preguntó:',
  from: 'De',
  opensTab: '(se abre en otra pestaña)',
  articleIsIn: { en: 'El artículo está en inglés.', es: 'El artículo está en español.' },
  caveat: 'El artículo también dice',
  fromTheClinic: 'De la clínica',
  sameAsAbove: 'Es el mismo pasaje de arriba.',
  withheld: 'Esto es mejor hablarlo con una persona. La clínica puede responderle por teléfono.',
  handoff: 'Para hablar con una persona, llame a la clínica.',
  cardAgain: 'Estas personas están para ayudarle, a cualquier hora.',
  notMeant: 'No quise decir eso',
  folded: 'Gracias por decírmelo. Los números siguen arriba y puede seguir preguntando.',
  showAgain: 'Mostrar los números otra vez',
  leave: 'Borrar este chat y salir de la página',
  faults: {
    slow: 'Está tardando demasiado. Su pregunta no se ha perdido.',
    broken: 'Algo falló de nuestro lado. Su pregunta no se ha perdido.',
    busy: 'Fueron muchas preguntas seguidas. Espere un minuto. Su pregunta no se ha perdido.',
    refused: 'No se pudo responder.',
  },
  tryAgain: 'Intentar otra vez',
  bar: '¿En crisis? Llame o escriba al',
  barDanger: 'Peligro ahora:',
}

export const TALK_COPY: Readonly<Record<Lang, TalkCopy>> = { en, es }
