// The widget's own words as pieces to be read and signed, beside what knowledge says.
import type { VisiblePiece } from '../knowledge/visible-piece.ts'
import { bothSaid, spaced } from '../knowledge/visible-piece.ts'
import { COPY } from '../widget/copy.ts'
import { LAUNCHER_COPY } from '../widget/launcher-copy.ts'
import { TALK_COPY } from '../widget/talk-copy.ts'

type Words = string | ((...values: never[]) => string) | { readonly [key: string]: Words } | readonly string[]

export function panelPieces(): readonly VisiblePiece[] {
  return [
    ...piecesOf('launcher', 'The launcher', LAUNCHER_COPY.en, LAUNCHER_COPY.es),
    ...piecesOf('panel', 'The panel', COPY.en as unknown as Words, COPY.es as unknown as Words), // interfaces have no index
    ...piecesOf('talk', 'Around a reply', TALK_COPY.en as unknown as Words, TALK_COPY.es as unknown as Words),
  ]
}

function piecesOf(part: string, group: string, en: Words, es: Words): readonly VisiblePiece[] {
  const inSpanish = new Map(sentencesIn(es))
  return sentencesIn(en).map(([key, text]) => ({
    ...{ id: `panel/${part}${key}`, kind: 'panel', group, label: spaced(key.slice(1).replaceAll('/', ': ')) },
    fields: bothSaid('Says', { en: text, es: inSpanish.get(key) ?? '' }),
  }))
}

/** Every sentence with its place in the object: "/faults/slow". */
function sentencesIn(words: Words, place = ''): readonly (readonly [key: string, text: string])[] {
  if (typeof words === 'string') return [[place, words]]
  // What is filled in stands as it would in a sentence: a number too long for the limit, a day, a version.
  if (typeof words === 'function') return [[place, words(...(['{1}', '{2}', '{3}'] as never[]))]]
  return Object.entries(words).flatMap(([key, inner]) => sentencesIn(inner, `${place}/${kebab(key)}`))
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
