// What authors are told: each mistake by file and line, with what to write instead, and all of them at once.
import { describe, expect, test } from 'vitest'
import { lint } from '../../knowledge/lint.ts'
import { parseSources } from '../../knowledge/sources.ts'
import type { Change } from './small-clinic.ts'
import { parsed, placeOf, shown, smallClinic } from './small-clinic.ts'

const ENTRIES = 'entries/naps.yaml'
const POLICY = 'policy.yaml'

const lintWith = (...changes: readonly Change[]) => lint(parsed(smallClinic(...changes))).map(shown)
const parseWith = (...changes: readonly Change[]) => parseSources(smallClinic(...changes))

test('a folder in order has no findings', () => {
  expect(parseWith().findings).toEqual([])
  expect(lintWith()).toEqual([])
})

interface Mistake {
  readonly mistake: string
  readonly change: Change
  /** File and words on the line that is named. */
  readonly at: readonly [file: string, words: string]
  readonly says: string
}

const mistakes: readonly Mistake[] = [
  {
    mistake: 'a quote that is not in the article',
    change: [ENTRIES, '- A nap is a short sleep during the day.', '- A nap is a brief sleep during the day.'],
    at: [ENTRIES, 'brief sleep'],
    says: 'this quote is not a sentence of sleep; copy it word for word: “A nap is a short sleep during the day.”',
  },
  {
    mistake: 'a disclosure that answers a gap which is not there',
    change: [POLICY, 'uncovered:', 'disclosed: [moon]\nuncovered:'],
    at: [POLICY, 'disclosed: [moon]'],
    says: 'there is no gap “moon”; name a gap by its id',
  },
  {
    mistake: 'a phrasing under two entries',
    change: [ENTRIES, '- nightmares', '- Forty winks?'],
    at: [ENTRIES, 'Forty winks?'],
    says: '“Forty winks?” also stands under what-is-a-nap (entries/naps.yaml:13); keep it where it belongs',
  },
  {
    mistake: 'a phrasing under an entry and a gap',
    change: ['gaps/cost.yaml', '- how much is it', '- nightmares'],
    at: ['gaps/cost.yaml', '- nightmares'],
    says: '“nightmares” also stands under dreams (entries/naps.yaml:30); keep it where it belongs',
  },
  {
    mistake: 'a phrasing written twice in nearly the same words',
    change: [ENTRIES, '- forty winks', '- a nap is what'],
    at: [ENTRIES, '- a nap is what'],
    says: '“a nap is what” says the same as “what is a nap”; ask it in really different words, or remove one',
  },
  {
    mistake: 'a follow-up that leads nowhere',
    change: [ENTRIES, 'followUps: [what-is-sleep]', 'followUps: [what-was-sleep]'],
    at: [ENTRIES, 'what-was-sleep'],
    says: 'there is no entry “what-was-sleep”; name another entry by its id',
  },
  {
    mistake: 'a follow-up to itself',
    change: [ENTRIES, 'followUps: [what-is-sleep]', 'followUps: [what-is-a-nap]'],
    at: [ENTRIES, 'followUps: [what-is-a-nap]'],
    says: 'what-is-a-nap follows itself; name another entry by its id',
  },
  {
    mistake: 'a gap’s follow-up that leads nowhere',
    change: ['gaps/cost.yaml', '[what-is-sleep]', '[prices]'],
    at: ['gaps/cost.yaml', '[prices]'],
    says: 'there is no entry “prices”; name an entry by its id',
  },
  {
    mistake: 'a sentence that no entry quotes and no reason excuses',
    change: [POLICY, '  - sentence: Their meaning\n    why: Too short to answer anything.\n', ''],
    at: ['articles/sleep.md', 'Their meaning'],
    says: 'no entry quotes “Their meaning is disputed.”; add an entry, or name it in policy.yaml, “uncovered”, with the reason',
  },
  {
    mistake: 'a caveat that is no sentence of the article',
    change: [POLICY, 'caveat: Research on naps', 'caveat: Research upon naps'],
    at: [POLICY, 'caveat:'],
    says: '“Research upon naps” begins no sentence of sleep; write the beginning of exactly one sentence, curly apostrophes included',
  },
  {
    mistake: 'a caveat that is withdrawn',
    change: [
      POLICY,
      '- sentence: Contact us today',
      '- { sentence: Research on, why: Old. }\n  - sentence: Contact us today',
    ],
    at: [POLICY, 'caveat:'],
    says: 'the caveat is withdrawn, so no claim could be shown; choose another caveat',
  },
  {
    mistake: 'a claim named by a beginning that no sentence has',
    change: [POLICY, '- Naps restore', '- Naps return'],
    at: [POLICY, 'Naps return'],
    says: '“Naps return” begins no sentence of sleep; write the beginning of exactly one sentence, curly apostrophes included',
  },
  {
    mistake: 'an entry that quotes what only another may',
    change: [
      ENTRIES,
      '- Sleep is a state of rest.',
      '- Sleep is a state of rest.\n      - Dreams occur in every night of sleep.',
    ],
    at: [ENTRIES, '- Sleep is a state of rest.'],
    says: 'what-is-sleep may not quote “Dreams occur …”: Out of its place it worries people.; only dreams may',
  },
  {
    mistake: 'a gap’s message that does not name its topic',
    change: ['gaps/cost.yaml', 'en: Our article does not say what a nap costs.', 'en: Our article does not say.'],
    at: ['gaps/cost.yaml', 'en: Our article does not say.'],
    says: 'the message of cost does not name its topic (“what a nap costs”); say in the message what it is that the article does not cover',
  },
  {
    mistake: 'a suggestion whose answer is a claim',
    change: ['suggestions.yaml', 'what-is-sleep', 'what-is-a-nap'],
    at: ['suggestions.yaml', 'what-is-a-nap'],
    says: '“what-is-a-nap” answers with a claim of benefit; suggest neutral questions only',
  },
  {
    mistake: 'an id used twice',
    change: [ENTRIES, '- id: what-is-sleep', '- id: cost'],
    at: ['gaps/cost.yaml', '- id: cost'],
    says: 'the id “cost” is already used at entries/naps.yaml:15; choose another id',
  },
  {
    mistake: 'copy with other placeholders in the other language',
    change: ['copy/es.yaml', '{phone}', '{telefono}'],
    at: ['copy/en.yaml', '{phone}'],
    says: '“handoff-open” has other {placeholders} in copy/es.yaml; use the same ones in both languages',
  },
  {
    mistake: 'an entry for an article that is not there',
    change: [ENTRIES, 'article: sleep', 'article: slumber'],
    at: [ENTRIES, 'article: slumber'],
    says: 'there is no article “slumber”; write the name of a file in articles/',
  },
]

describe('lint names file, line and remedy of', () => {
  test.each(mistakes)('$mistake', ({ change, at, says }) => {
    const files = smallClinic(change)
    const errors = lint(parsed(files)).filter(({ severity }) => severity === 'error')
    expect(errors.map(shown)).toContain(`${placeOf(files, ...at)} ${says}`)
  })
})

describe('parsing names file and line of', () => {
  test('a missing phone', () => {
    const { sources, findings } = parseWith(['clinic.json', '  "phone": "+15615550100",\n', ''])
    expect(sources).toBeNull()
    expect(findings.map(shown)).toEqual([
      expect.stringMatching(/^clinic\.json:1 phone: .*; see the shape in knowledge\/schema\.ts$/),
    ])
  })

  test('a missing phone, and hides no finding about the words', () => {
    const changes: Change[] = [
      ['clinic.json', '  "phone": "+15615550100",\n', ''],
      [ENTRIES, '        - forty winks', '        - what is a nap'],
    ]
    const { wording } = parseWith(...changes)
    expect(wording && lint(wording).map(({ file }) => file)).toContain(ENTRIES)
  })

  test('a phone that is no number', () => {
    const { findings } = parseWith(['clinic.json', '+15615550100', '561-555-0100'])
    expect(findings.map(shown)).toEqual([
      'clinic.json:3 phone: write the number in E.164, like "+15615550100"; see the shape in knowledge/schema.ts',
    ])
  })

  test('a missing caveat', () => {
    const { sources, findings } = parseWith([POLICY, 'caveat: Research on naps\n', ''])
    expect(sources).toBeNull()
    expect(findings.map(shown)).toEqual([expect.stringMatching(/^policy\.yaml:1 caveat: /)])
  })

  test('an uncovered sentence whose reason is missing', () => {
    const change: Change = [POLICY, '\n    why: Too short to answer anything.', '']
    const { findings } = parseWith(change)
    const place = placeOf(smallClinic(change), POLICY, 'Their meaning')
    expect(findings.map(shown)).toEqual([expect.stringContaining(`${place} uncovered.1.why: `)])
  })

  test('a slip in the front matter, counted from the top of the article’s file', () => {
    const { findings } = parseWith(['articles/sleep.md', '2026-01-05', 'yesterday'])
    expect(findings.map(shown)).toEqual([expect.stringMatching(/^articles\/sleep\.md:4 approvedOn: /)])
  })

  test('an article without front matter', () => {
    const { findings } = parseWith(['articles/sleep.md', '---\n', ''])
    expect(findings.map(shown)).toEqual([
      'articles/sleep.md:1 the article has no front matter; begin the file with "---", the lines title:, url: and approvedOn:, and "---"',
    ])
  })

  test('broken YAML', () => {
    const { findings } = parseWith(['suggestions.yaml', '- what-is-sleep', '- "what'])
    expect(findings.map(shown)).toContainEqual(expect.stringMatching(/^suggestions\.yaml:\d+ .*; mend the YAML$/))
  })

  test('a file that is missing, and a folder without articles', () => {
    const { findings } = parseWith(['smalltalk.yaml', '', null], ['articles/sleep.md', '', null])
    expect(findings.map(shown)).toEqual([
      'smalltalk.yaml:1 the file is missing; add smalltalk.yaml',
      'articles/:1 there is no article; put the approved text into articles/ as Markdown with front matter (title, url, approvedOn)',
    ])
  })
})

describe('all at once', () => {
  test('the mistakes of every file are listed together, in the order of files and lines', () => {
    const findings = lint(
      parsed(
        smallClinic(
          [POLICY, 'caveat: Research on naps', 'caveat: Research upon naps'],
          [ENTRIES, '- Sleep is a state of rest.', '- Sleep is a condition of rest.'],
          [ENTRIES, '- nightmares', '- forty winks'],
          [ENTRIES, '[what-is-sleep]', '[nowhere]'],
          ['gaps/cost.yaml', 'does not say what a nap costs', 'does not say'],
        ),
      ),
    )
    expect(findings.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'articles/sleep.md:9', // no longer quoted
      'entries/naps.yaml:14',
      'entries/naps.yaml:19',
      'entries/naps.yaml:30',
      'gaps/cost.yaml:6',
      'policy.yaml:2',
    ])
    expect(findings.filter(({ what, instead }) => !what || !instead)).toEqual([])
  })

  test('files that do not fit their shape are listed together', () => {
    const { findings } = parseWith(
      ['clinic.json', '  "phone": "+15615550100",\n', ''],
      [POLICY, 'caveat: Research on naps\n', ''],
      [ENTRIES, '    question: What is a nap?\n', ''],
    )
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(['clinic.json', POLICY, ENTRIES]))
  })
})

describe('notes, which fail no build', () => {
  test('an entry that quotes a withdrawn sentence is pointed out', () => {
    const findings = lint(
      parsed(
        smallClinic([
          POLICY,
          '- sentence: Contact us today',
          '- { sentence: Sleep is, why: Old. }\n  - sentence: Contact us today',
        ]),
      ),
    )
    expect(findings.map(({ severity, what }) => [severity, what])).toEqual([
      ['note', 'what-is-sleep quotes 1 withdrawn sentence(s); it declines'],
    ])
  })

  test('an article nobody has written entries for is pointed out', () => {
    const files = new Map(smallClinic())
    files.set(
      'articles/coffee.md',
      '---\ntitle: Coffee\nurl: /coffee\napprovedOn: 2026-01-05\n---\n\n# Coffee\n\nIt wakes.\n',
    )
    const findings = lint(parsed(files))
    expect(findings.map((finding) => [finding.severity, shown(finding)])).toEqual([
      [
        'note',
        'articles/coffee.md:1 nobody has decided which of its sentences may be quoted; all of them are, without a reservation; say so in articles/coffee.policy.yaml (CONTRIBUTING.md shows how)',
      ],
      [
        'note',
        'articles/coffee.md:1 nobody has authored entries for this article yet; its headings answer for it; add a file in entries/ with "article: coffee"',
      ],
    ])
  })
})
