// What the schemas cannot see: quotes, policy, coverage, follow-ups and wording, as findings with `file:line`.
import { countWords, MAX_PASSAGE_WORDS } from './answer-length.ts'
import { lintCovers } from './lint-covers.ts'
import { lintPhrasings, sharesAWord } from './lint-phrasings.ts'
import type { At, Report } from './lint-policy.ts'
import { articleTexts, lintPolicies, policyOf } from './lint-policy.ts'
import type { Finding, Wording } from './sources.ts'

/** Passages and the caveat beside them, in words. */
const MAX_QUOTED_WORDS = 130

/** All findings at once, errors and notes, in the order of the files. Notes do not fail a build. */
export function lint(sources: Wording): readonly Finding[] {
  const findings: Finding[] = []
  const report: Report = ({ file, line }, what, instead, severity = 'error' as never) =>
    findings.push({ severity: severity ?? 'error', file, line, what, instead })
  const at: At = (source, ...path) => ({ file: source.file, line: source.line(path) })
  lintPolicies(sources, report, at)
  lintEntries(sources, report, at)
  lintCoverage(sources, report)
  lintGaps(sources, report, at)
  lintCovers(sources, report)
  lintIds(sources, report, at)
  lintCopy(sources, report, at)
  lintExamples(sources, report, at)
  findings.push(...lintPhrasings(sources))
  return findings.sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)
}

function lintEntries(sources: Wording, report: Report, at: At): void {
  const ids = new Set(sources.entries.flatMap(({ content }) => content.entries.map(({ id }) => id)))
  for (const source of sources.entries) {
    const policy = policyOf(sources, source.content.article)
    const texts = articleTexts(sources, source.content.article)
    const headings = sources.articles.flatMap(({ sections }) => sections.map(({ heading }) => heading))
    if (texts.length === 0) {
      report(
        at(source, 'article'),
        `there is no article “${source.content.article}”`,
        'write the name of a file in articles/',
      )
    } else if (!headings.includes(source.content.section)) {
      report(at(source, 'section'), `no article has the heading “${source.content.section}”`, 'copy the heading')
    }
    source.content.entries.forEach((entry, e) => {
      entry.say.forEach((text, s) => {
        if (texts.includes(text)) return
        const near = nearest(text, texts)
        report(
          at(source, 'entries', e, 'say', s),
          `this quote is not a sentence of ${source.content.article}`,
          near ? `copy it word for word: “${near}”` : 'copy a sentence word for word',
        )
      })
      const shown = entry.say.filter((text) => !policy.never.some(({ sentence }) => text.startsWith(sentence)))
      if (shown.length < entry.say.length) {
        const what = `${entry.id} quotes ${entry.say.length - shown.length} withdrawn sentence(s); ${shown.length ? 'the rest is shown' : 'it declines'}`
        report(
          at(source, 'entries', e, 'say'),
          what,
          'remove the quote, or the sentence from policy.yaml, “never”',
          'note',
        )
      }
      const words = shown.reduce((sum, text) => sum + countWords(text), 0)
      const { caveat } = policy
      const caveatWords = countWords((caveat && texts.find((text) => text.startsWith(caveat))) || '')
      const claims = shown.filter((text) => policy.claims.some((start) => text.startsWith(start)))
      if (words > MAX_PASSAGE_WORDS || (claims.length > 0 && words + caveatWords > MAX_QUOTED_WORDS)) {
        report(
          at(source, 'entries', e, 'say'),
          `${entry.id} says ${words} words`,
          `quote at most ${MAX_PASSAGE_WORDS}, ${MAX_QUOTED_WORDS} with the caveat; split the entry`,
        )
      }
      for (const rule of policy.onlyFor) {
        if (!shown.some((text) => text.startsWith(rule.sentence)) || rule.entries.includes(entry.id)) continue
        report(
          at(source, 'entries', e, 'say'),
          `${entry.id} may not quote “${rule.sentence} …”: ${rule.why}`,
          `only ${rule.entries.join(', ')} may`,
        )
      }
      entry.followUps.forEach((id, f) => {
        const what = id === entry.id ? `${entry.id} follows itself` : ids.has(id) ? null : `there is no entry “${id}”`
        if (what) report(at(source, 'entries', e, 'followUps', f), what, 'name another entry by its id')
      })
    })
  }
  sources.suggestions.content.suggestions.forEach((id, i) => {
    const source = sources.entries.find(({ content }) => content.entries.some((candidate) => candidate.id === id))
    const entry = source?.content.entries.find((candidate) => candidate.id === id)
    const policy = policyOf(sources, source?.content.article ?? '')
    const path = at(sources.suggestions, 'suggestions', i)
    if (!entry) report(path, `there is no entry “${id}”`, 'name an entry by its id')
    else if (entry.say.some((text) => policy.claims.some((start) => text.startsWith(start)))) {
      report(path, `“${id}” answers with a claim of benefit`, 'suggest neutral questions only')
    }
  })
}

/** Every quotable sentence is quoted by an entry or excused by name; an article without entries is pointed out. */
function lintCoverage(sources: Wording, report: Report): void {
  for (const article of sources.articles) {
    const policy = policyOf(sources, article.id)
    const excused = [...policy.never, ...policy.uncovered].map(({ sentence }) => sentence)
    if (!sources.policies.some(({ content }) => content.article === article.id)) {
      const what = 'nobody has decided which of its sentences may be quoted; all of them are, without a reservation'
      const instead = `say so in articles/${article.id}.policy.yaml (CONTRIBUTING.md shows how)`
      report({ file: article.file, line: 1 }, what, instead, 'note')
    }
    const entries = sources.entries.filter(({ content }) => content.article === article.id)
    const quoted = new Set(entries.flatMap(({ content }) => content.entries.flatMap(({ say }) => say)))
    if (entries.length === 0) {
      const what = 'nobody has authored entries for this article yet; its headings answer for it'
      report({ file: article.file, line: 1 }, what, `add a file in entries/ with "article: ${article.id}"`, 'note')
      continue
    }
    // A section that covers a gap answers by itself.
    const left = article.sections.filter(({ covers }) => covers.length === 0)
    for (const { text, line } of left.flatMap(({ sentences }) => sentences)) {
      const isExcused = excused.some((start) => text.startsWith(start))
      if (quoted.has(text) || isExcused) continue
      report(
        { file: article.file, line },
        `no entry quotes “${text}”`,
        'add an entry, or name it in policy.yaml, “uncovered”, with the reason',
      )
    }
  }
}

function lintGaps(sources: Wording, report: Report, at: At): void {
  const ids = new Set<string>(sources.entries.flatMap(({ content }) => content.entries.map(({ id }) => id)))
  for (const source of sources.gaps) {
    source.content.gaps.forEach((gap, g) => {
      for (const lang of ['en', 'es'] as const) {
        const names = lang === 'en' ? [gap.topic.en, ...gap.guards] : [gap.topic.es]
        if (gap.reason === 'off-topic' || sharesAWord(gap.message[lang], names)) continue
        const what = `the message of ${gap.id} does not name its topic (“${gap.topic[lang]}”)`
        report(
          at(source, 'gaps', g, 'message', lang),
          what,
          'say in the message what it is that the article does not cover',
        )
      }
      gap.followUps.forEach((id, f) => {
        if (!ids.has(id))
          report(at(source, 'gaps', g, 'followUps', f), `there is no entry “${id}”`, 'name an entry by its id')
      })
    })
  }
}

function lintIds(sources: Wording, report: Report, at: At): void {
  const owners = new Map<string, string>()
  const claim = (id: string, place: { file: string; line: number }) => {
    const owner = owners.get(id)
    if (owner) report(place, `the id “${id}” is already used at ${owner}`, 'choose another id')
    else owners.set(id, `${place.file}:${place.line}`)
  }
  for (const source of sources.entries)
    source.content.entries.forEach(({ id }, i) => {
      claim(id, at(source, 'entries', i))
    })
  for (const source of sources.gaps)
    source.content.gaps.forEach(({ id }, i) => {
      claim(id, at(source, 'gaps', i))
    })
  sources.smalltalk.content.smalltalk.forEach(({ id }, i) => {
    claim(id, at(sources.smalltalk, 'smalltalk', i))
  })
}

function lintCopy({ copy }: Wording, report: Report, at: At): void {
  for (const [here, there] of [
    [copy.en, copy.es],
    [copy.es, copy.en],
  ] as const) {
    for (const key of Object.keys(here.content)) {
      const other = there.content[key]
      if (!other) report(at(here, key), `“${key}” is missing in ${there.file}`, `add it there`)
      else if (placeholders(here.content[key]?.text) !== placeholders(other.text)) {
        report(
          at(here, key),
          `“${key}” has other {placeholders} in ${there.file}`,
          'use the same ones in both languages',
        )
      }
    }
  }
}

function placeholders(text = ''): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join()
}

function nearest(text: string, texts: readonly string[]): string | null {
  const words = new Set(text.toLowerCase().split(/\W+/))
  let best: string | null = null
  let most = 2 // fewer shared words are no hint
  for (const candidate of texts) {
    const shared = new Set(
      candidate
        .toLowerCase()
        .split(/\W+/)
        .filter((word) => words.has(word)),
    ).size
    if (shared > most) [best, most] = [candidate, shared]
  }
  return best
}

/** A message under two classes would teach triage to waver exactly where it must not. */
function lintExamples({ safetyExamples }: Wording, report: Report, at: At): void {
  const taken = new Map<string, string>()
  for (const source of safetyExamples) {
    for (const lang of ['en', 'es'] as const) {
      source.content.examples[lang].forEach((message, index) => {
        const key = message.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
        const other = taken.get(key)
        const place = at(source, 'examples', lang, index)
        if (other) report(place, `“${message}” also stands at ${other}`, 'keep it where it belongs')
        else taken.set(key, `${place.file}:${place.line}`)
      })
    }
  }
}
