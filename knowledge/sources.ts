// The authored files, parsed and checked against their schemas, each value still knowing the line it stands on.
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import type { ArticleSection } from './article.ts'
import { parseArticle } from './article.ts'
import type { ArticlePolicy, Clinic, Lexicon, SafetyExamples } from './schema.ts'
import * as schema from './schema.ts'

/** Something an author has to put right, or (`note`) may want to know. */
export interface Finding {
  readonly severity: 'error' | 'note'
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly what: string
  readonly instead: string
}

type Path = readonly (string | number)[]

/** One file's parsed content; `line` finds the line of a value by its path inside the content. */
export interface Source<T> {
  readonly file: string
  readonly content: T
  line(path: Path): number
}

export interface SourceArticle {
  readonly id: string
  readonly file: string
  readonly frontMatter: z.infer<typeof schema.articleFrontMatter>
  readonly sections: readonly ArticleSection[]
  /** The whole file as read; its SHA-256 identifies what was approved. */
  readonly raw: string
}

export interface Sources {
  readonly articles: readonly SourceArticle[]
  readonly entries: readonly Source<z.infer<typeof schema.entriesFile>>[]
  readonly gaps: readonly Source<z.infer<typeof schema.gapsFile>>[]
  readonly smalltalk: Source<z.infer<typeof schema.smalltalkFile>>
  readonly clinicFacts: Source<z.infer<typeof schema.clinicFactsFile>>
  readonly suggestions: Source<z.infer<typeof schema.suggestionsFile>>
  readonly policy: Source<z.infer<typeof schema.policyFile>>
  /** One for each article that has one, that of policy.yaml first. */
  readonly policies: readonly Source<ArticlePolicy>[]
  readonly resources: Source<z.infer<typeof schema.resourcesFile>>
  readonly copy: Readonly<Record<'en' | 'es', Source<z.infer<typeof schema.copyFile>>>>
  readonly lexicon: Lexicon
  readonly safetyExamples: readonly Source<SafetyExamples>[]
  readonly clinic: Source<Clinic>
}

/** All that is worded: what lint reads. It does not need the clinic's own facts, so a missing phone hides no other finding. */
export type Wording = Omit<Sources, 'clinic'>

/** Raw text by path below `knowledge/`, for example `entries/intro.yaml`. */
export type Files = ReadonlyMap<string, string>

/**
 * Parses every authored file. All findings are collected; the sources are `null` when one of them is an error, and so
 * is the wording unless only clinic.json is at fault, because what follows could only repeat it.
 */
export function parseSources(files: Files): {
  readonly sources: Sources | null
  readonly wording: Wording | null
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const under = (folder: string) => [...files.keys()].filter((file) => file.startsWith(`${folder}/`)).sort()
  const one = <T>(file: string, shape: z.ZodType<T>) => parseYaml(file, files.get(file), shape, findings)

  const articleFiles = under('articles').filter((file) => file.endsWith('.md') && !file.endsWith('.template.md'))
  const parsedArticles = articleFiles.map((file) => parseArticleFile(file, files.get(file) ?? '', findings))
  const articles = parsedArticles.filter((article) => article !== 'waiting')
  const waiting = new Set(articleFiles.filter((_, at) => parsedArticles[at] === 'waiting').map(idOf))
  const entries = under('entries')
    .filter((file) => file.endsWith('.yaml') && !file.endsWith('.draft.yaml'))
    .map((file) => one(file, schema.entriesFile))
    .filter((source) => !source || !waiting.has(source.content.article))
  const ownPolicies = under('articles')
    .filter((file) => file.endsWith(POLICY_ENDING) && !waiting.has(idOf(file)))
    .map((file) => withArticle(one(file, schema.articlePolicyFile)))
  const gaps = under('gaps').map((file) => one(file, schema.gapsFile))
  const lexicons = under('lexicon')
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => one(file, schema.lexiconFile))
  const safetyExamples = under('safety-examples').map((file) => one(file, schema.examplesFile))
  const smalltalk = one('smalltalk.yaml', schema.smalltalkFile)
  const clinicFacts = one('clinic-facts.yaml', schema.clinicFactsFile)
  const suggestions = one('suggestions.yaml', schema.suggestionsFile)
  const policy = one('policy.yaml', schema.policyFile)
  const resources = one('safety/resources.yaml', schema.resourcesFile)
  const en = one('copy/en.yaml', schema.copyFile)
  const es = one('copy/es.yaml', schema.copyFile)
  const clinic = one('clinic.json', schema.clinicFile)

  for (const id of waiting) {
    const file = `articles/${id}.md`
    const line = (files.get(file) ?? '').split('\n').findIndex((text) => text.startsWith('approvedOn:')) + 1
    // Everything else leans on the article of policy.yaml: without it there is nothing to build.
    const severity = id === policy?.content.article ? 'error' : 'note'
    const what = 'nobody has approved this text yet, so nothing of it is shown'
    findings.push({
      severity,
      file,
      line,
      what,
      instead: 'write the day of approval behind approvedOn:, like 2026-11-23',
    })
  }
  if (articles.length === 0) {
    const instead = 'put the approved text into articles/ as Markdown with front matter (title, url, approvedOn)'
    findings.push({ severity: 'error', file: 'articles/', line: 1, what: 'there is no article', instead })
  }
  const isWorded = findings.every(({ severity, file }) => severity !== 'error' || file === 'clinic.json')
  if (!isWorded || !smalltalk || !clinicFacts || !suggestions || !policy || !resources || !en || !es) {
    return { sources: null, wording: null, findings }
  }
  const lexicon = mergeLexicons(lexicons.filter(isPresent).map((source) => source.content))
  const wording: Wording = {
    articles: articles.filter(isPresent),
    entries: entries.filter(isPresent),
    gaps: gaps.filter(isPresent),
    safetyExamples: safetyExamples.filter(isPresent),
    ...{ smalltalk, clinicFacts, suggestions, policy, resources, lexicon },
    policies: [policy, ...ownPolicies.filter(isPresent)],
    copy: { en, es },
  }
  const isComplete = clinic && findings.every(({ severity }) => severity !== 'error')
  return { sources: isComplete ? { ...wording, clinic } : null, wording, findings }
}

/** Beside an article stands what may be quoted of it. */
const POLICY_ENDING = '.policy.yaml'

/** `articles/sleep.md` and `articles/sleep.policy.yaml` → `sleep`. */
function idOf(file: string): string {
  return file.replace(/^articles\//, '').replace(/(\.policy\.yaml|\.md)$/, '')
}

function withArticle(source: Source<Omit<ArticlePolicy, 'article'>> | null): Source<ArticlePolicy> | null {
  return source && { ...source, content: { ...source.content, article: idOf(source.file) } }
}

function isPresent<T>(value: T | null): value is T {
  return value !== null
}

/** JSON is YAML, so clinic.json comes through here as well and gets its line numbers. */
function parseYaml<T>(
  file: string,
  raw: string | undefined,
  shape: z.ZodType<T>,
  findings: Finding[],
): Source<T> | null {
  if (raw === undefined) {
    findings.push({ severity: 'error', file, line: 1, what: 'the file is missing', instead: `add ${file}` })
    return null
  }
  const counter = new LineCounter()
  const document = parseDocument(raw, { lineCounter: counter })
  for (const error of document.errors) {
    const [what = error.message] = error.message.split('\n')
    findings.push({ severity: 'error', file, line: counter.linePos(error.pos[0]).line, what, instead: 'mend the YAML' })
  }
  if (document.errors.length > 0) return null
  const line = (path: Path): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isMap(node) || isSeq(node) || hasRange(node)) return counter.linePos(node.range?.[0] ?? 0).line
    }
    return 1
  }
  const parsed = shape.safeParse(document.toJS())
  if (parsed.success) return { file, content: parsed.data, line }
  for (const issue of parsed.error.issues) {
    const path = issue.path.filter((key) => typeof key !== 'symbol')
    const what = `${path.join('.') || 'the file'}: ${issue.message}`
    findings.push({ severity: 'error', file, line: line(path), what, instead: 'see the shape in knowledge/schema.ts' })
  }
  return null
}

function hasRange(node: unknown): node is { range?: readonly [number, number, number] | null } {
  return typeof node === 'object' && node !== null && 'range' in node
}

/** `waiting`: nobody has approved it yet. */
function parseArticleFile(file: string, raw: string, findings: Finding[]): SourceArticle | 'waiting' | null {
  const match = /^---\n([\s\S]*?\n)---\n/.exec(raw)
  if (!match?.[1]) {
    const instead = 'begin the file with "---", the lines title:, url: and approvedOn:, and "---"'
    findings.push({ severity: 'error', file, line: 1, what: 'the article has no front matter', instead })
    return null
  }
  const belowTheDashes = `\n${match[1]}` // so that lines count from the top of the file
  if (/^approvedOn:[ \t]*(?:#.*|~|null)?$/m.test(match[1]))
    return parseYaml(file, belowTheDashes, schema.waitingFrontMatter, findings) && 'waiting'
  const front = parseYaml(file, belowTheDashes, schema.articleFrontMatter, findings)
  if (!front) return null
  const bodyLine = match[0].split('\n').length
  const sections = parseArticle(front.content.title, raw.slice(match[0].length), bodyLine)
  return { id: idOf(file), file, frontMatter: front.content, sections, raw }
}

function mergeLexicons(parts: readonly Lexicon[]): Lexicon {
  return {
    synonyms: parts.flatMap((part) => part.synonyms),
    rewrites: Object.assign({}, ...parts.map((part) => part.rewrites)),
    stopWords: [...new Set(parts.flatMap((part) => part.stopWords))],
    followUps: Object.assign({}, ...parts.map((part) => part.followUps)),
    questionHeads: [...new Set(parts.flatMap((part) => part.questionHeads))],
  }
}
