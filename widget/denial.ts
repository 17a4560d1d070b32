// Recognises, after a card, that a visitor was not speaking of danger. Whole messages only: "I'm fine" and nothing beside it.

/** Say nothing by themselves in front of a denial or behind it. */
const AROUND = new Set(
  `nah oh ok okay well sorry thanks thank you please really just only lol haha hey though thx gracias perdon por favor
  oye bueno jaja de verdad solo tranquilo tranquila`.split(/\s+/),
)

/** "No, estoy bien" denies; "no estoy bien" does the contrary. English needs no comma. */
const NO_FIRST = /^\W*no(?=\s*[,.;:!-]|\s+(im?|thats?|its?|not|you)\b)/

/** Left out on purpose: "never mind", "no importa", "I don't need help". People in danger say these, too. */
const DENIALS = new Set(
  `i am fine|im fine|i am alright|im alright|im all right|i am all right|i am good|im good|im safe|i am safe|im ok|im okay|i am ok|i am okay
  |not what i meant|thats not what i meant|that is not what i meant|that wasnt what i meant|i didnt mean that|i didnt mean it
  |i didnt mean it like that|didnt mean that|didnt mean it like that|not like that|i didnt mean it that way|you misunderstood
  |you misunderstood me|you got me wrong|you got that wrong|misunderstanding|a misunderstanding|its a misunderstanding|false alarm
  |im not suicidal|i am not suicidal|not suicidal|im not in danger|i am not in danger|im not in crisis|i am not in crisis|not in crisis
  |figure of speech|a figure of speech|it was a figure of speech|it was a joke|i was joking|im joking|kidding|im kidding|i was kidding
  |estoy bien|no quise decir eso|no quise decirlo asi|no me refiero a eso|no me referia a eso|no era eso|no es eso|me entendio mal
  |me entendiste mal|fue un malentendido|es un malentendido|malentendido|falsa alarma|no estoy en peligro|no estoy en crisis
  |no soy suicida|no quiero morir|no quiero suicidarme|era broma|es broma|era una broma|es una broma|bromeaba`
    .split('|')
    .map((phrase) => phrase.trim()),
)

export const isDenial = (text: string): boolean => {
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(NO_FIRST, '')
    .split(/[^a-z]+/)
    .filter(Boolean)
  for (let from = 0; from < words.length; from++) {
    if (DENIALS.has(trimEnd(words.slice(from)).join(' ')) || DENIALS.has(words.slice(from).join(' '))) return true
    if (!AROUND.has(words[from] ?? '')) return false
  }
  return false
}

const trimEnd = (words: readonly string[]): readonly string[] => {
  const last = words.findLastIndex((word) => !AROUND.has(word))
  return words.slice(0, last + 1)
}
