import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Choices } from '../../../widget/embed-page/snippet.ts'
import {
  CHOICES,
  contrastWithPage,
  contrastWithText,
  newestRelease,
  readSnippet,
  writeNoscript,
  writePinnedSnippet,
  writeSnippet,
} from '../../../widget/embed-page/snippet.ts'

const SRC = 'https://assistant.example/widget.js'
const anyChoices = fc.dictionary(
  fc.constantFrom(...CHOICES),
  fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text === text.trim()),
) as fc.Arbitrary<Choices>

describe('writeNoscript', () => {
  const root = 'https://assistant.example/'
  const phone = { display: '(561) 555-0100', href: 'tel:+15615550100' }

  it('leads to all questions and answers, and to the number', () => {
    expect(writeNoscript(root, {}, phone)).toBe(
      '<noscript><a href="https://assistant.example/faq">Questions and answers</a> <a href="tel:+15615550100">Call (561) 555-0100</a></noscript>',
    )
  })

  it('speaks the language of the tag, and shows the number of the tag', () => {
    expect(writeNoscript(root, { lang: 'es', phone: ' (561) 555-0177 "x" ' }, phone)).toBe(
      '<noscript><a href="https://assistant.example/faq?locale=es">Preguntas y respuestas</a> <a href="tel:5615550177">Llame al (561) 555-0177 &quot;x&quot;</a></noscript>',
    )
  })
})

describe('writeSnippet', () => {
  it('writes one line that needs nothing else', () => {
    expect(writeSnippet(SRC, {})).toBe(`<script src="${SRC}" async></script>`)
    expect(writeSnippet(SRC, { side: 'left', notice: 'Closed "Thursday" & Friday' })).toBe(
      `<script src="${SRC}" data-side="left" data-notice="Closed &quot;Thursday&quot; &amp; Friday" async></script>`,
    )
  })

  it('puts the settings into the address for tag managers', () => {
    expect(writeSnippet(SRC, { side: 'left', lang: 'es' }, 'address')).toBe(
      `<script src="${SRC}?lang=es&amp;side=left" async></script>`,
    )
  })

  it('is read back as it was chosen, in either form, whatever was typed', () => {
    fc.assert(
      fc.property(anyChoices, fc.constantFrom('attributes', 'address'), (choices, place) => {
        expect(readSnippet(writeSnippet(SRC, choices, place))).toEqual({ ...choices })
      }),
    )
  })
})

describe('writePinnedSnippet', () => {
  const release = { id: '0.1.0-3f9a2c41', integrity: 'sha384-abc' }
  const ROOT = 'https://assistant.example/'

  it('names one file by its content, and carries the phone that the file does not', () => {
    expect(writePinnedSnippet(ROOT, release, { side: 'left' }, '(561) 555-0100')).toBe(
      '<script src="https://assistant.example/0.1.0-3f9a2c41/widget.js" integrity="sha384-abc" crossorigin data-side="left" data-phone="(561) 555-0100" async></script>',
    )
  })

  it('prefers the phone that was chosen, and is read back as it was chosen', () => {
    const choices = { phone: '(561) 555-0177', notice: 'a data-side="x"' }
    expect(readSnippet(writePinnedSnippet(ROOT, release, choices, '(561) 555-0100'))).toEqual(choices)
  })

  it('is offered for the newest release, and for none when the list is none', () => {
    expect(
      newestRelease([
        { ...release, pinnedOn: '2026-11-23' },
        { id: 'older', integrity: 'x' },
      ]),
    ).toEqual(release)
    for (const list of [[], {}, null, 'x', [{}], [{ id: 1, integrity: 2 }]]) expect(newestRelease(list)).toBeNull()
  })
})

describe('readSnippet', () => {
  it('finds the tag in a page’s source, with any quotes and order', () => {
    const page = `<p>…</p><script async data-side='left' src='https://a.example/x/widget.js?theme=dark'></script>`
    expect(readSnippet(page)).toEqual({ side: 'left', theme: 'dark' })
  })

  it('takes no other script for ours', () => {
    expect(readSnippet('<script src="https://a.example/chat.js"></script>')).toBeNull()
  })
})

describe('contrastWithText', () => {
  it.each([
    ['#ffffff', 'black', 21],
    ['#000000', 'white', 21],
    ['#777777', 'black', 4.69],
    ['#17605a', 'white', 7.33],
  ])('for %s is %s at %d : 1', (color, text, ratio) => {
    expect(contrastWithText(color).text).toBe(text)
    expect(contrastWithText(color).ratio).toBeCloseTo(ratio, 1)
  })

  it('is 4.5 : 1 or more for every colour there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (color) => {
        expect(contrastWithText(`#${color.toString(16).padStart(6, '0')}`).ratio).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})

describe('contrastWithPage', () => {
  it('tells a colour that is lost on white', () => {
    expect(contrastWithPage('#f2c14e')).toBeLessThan(3)
    expect(contrastWithPage('#17605a')).toBeGreaterThan(7)
  })
})
