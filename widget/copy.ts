// The panel's own words until there is a reply, in each language. The rest is in talk-copy.ts.
import type { Lang } from '../server/contract.ts'

export interface Copy {
  readonly promise: string
  readonly greeting: string
  readonly youCouldAsk: string
  readonly transcript: string
  readonly yourQuestion: string
  readonly placeholder: string
  readonly send: string
  readonly close: string
  readonly startOver: string
  readonly automated: string
  readonly leaveOut: string
  readonly privacy: string
  readonly privacyText: string
  readonly version: string
  readonly approvedOn: string
  readonly looking: string
  readonly call: string
  readonly notForEmergencies: string
  readonly crisis: string
  readonly crisisEnd: string
  readonly spoken988: string
  readonly unreachable: string
  /** @param by so many characters. */
  readonly tooLong: (by: number) => string
}

const en: Copy = {
  promise: 'Answers come from our article. Not medical advice.',
  greeting: 'Hello. Ask a question and I’ll show you what our article says, word for word.',
  youCouldAsk: 'You could ask',
  transcript: 'Conversation',
  yourQuestion: 'Your question',
  placeholder: 'Ask a question',
  send: 'Send',
  close: 'Close',
  startOver: 'Start over',
  automated: 'Automated. Nobody reads this chat.',
  leaveOut: 'Please leave out names, phone numbers and health details.',
  privacy: 'Privacy',
  privacyText:
    'What you type is used to find a passage and is not saved by us. This browser keeps it on this device until it ends or you choose Start over.',
  version: 'Version',
  approvedOn: 'The clinic approved these words on',
  looking: 'Looking in the article…',
  call: 'Call',
  notForEmergencies: 'Not for emergencies.',
  crisis: 'Crisis: call or text',
  crisisEnd: 'Emergency:',
  spoken988: 'nine eight eight',
  unreachable: 'I can’t reach our server. Your question is kept.',
  tooLong: (by) => `That is ${by} characters too long. Please shorten it, or call the clinic.`,
}

const es: Copy = {
  promise: 'Las respuestas vienen de nuestro artículo. No es consejo médico.',
  greeting: 'Hola. Haga una pregunta y le mostraré lo que dice nuestro artículo, palabra por palabra.',
  youCouldAsk: 'Puede preguntar',
  transcript: 'Conversación',
  yourQuestion: 'Su pregunta',
  placeholder: 'Haga una pregunta',
  send: 'Enviar',
  close: 'Cerrar',
  startOver: 'Empezar de nuevo',
  automated: 'Es automático. Nadie lee este chat.',
  leaveOut: 'Por favor, no escriba nombres, teléfonos ni datos de salud.',
  privacy: 'Privacidad',
  privacyText:
    'Lo que escribe se usa para buscar un pasaje y no lo guardamos. Este navegador lo conserva en este dispositivo hasta que se cierre o usted elija Empezar de nuevo.',
  version: 'Versión',
  approvedOn: 'La clínica aprobó estas palabras el',
  looking: 'Buscando en el artículo…',
  call: 'Llame al',
  notForEmergencies: 'No es para emergencias.',
  crisis: 'Crisis: llame o escriba al',
  crisisEnd: 'Emergencia:',
  spoken988: 'nueve ocho ocho',
  unreachable: 'No puedo comunicarme con nuestro servidor. Su pregunta no se ha perdido.',
  tooLong: (by) => `Sobran ${by} caracteres. Acorte la pregunta o llame a la clínica.`,
}

export const COPY: Readonly<Record<Lang, Copy>> = { en, es }
