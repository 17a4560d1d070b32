// The part of each peer's interface that npm run bench uses. Their own types are installed with them, out of the compiler's sight.

export type MiniSearchClass = new (options: {
  readonly fields: readonly string[]
  readonly processTerm: (term: string) => string
  readonly searchOptions: { readonly fuzzy: unknown; readonly prefix: unknown }
}) => {
  addAll(documents: readonly { readonly id: number; readonly text: string }[]): void
  search(query: string): readonly { readonly id: number; readonly score: number }[]
}

export interface Lunr {
  (
    configure: (this: LunrBuilder) => void,
  ): {
    query(build: (query: LunrQuery) => void): readonly { readonly ref: string; readonly score: number }[]
  }
  tokenizer(text: string): readonly { toString(): string }[]
  readonly stopWordFilter: unknown
}
interface LunrBuilder {
  ref(field: string): void
  field(name: string): void
  b(value: number): void
  add(document: { readonly id: number; readonly text: string }): void
  readonly pipeline: { remove(stage: unknown): void }
}
interface LunrQuery {
  term(term: string, options: { readonly boost?: number; readonly editDistance?: number }): void
}

interface OramaDocument {
  readonly text: string
  readonly owner: number
}
export interface OramaModule {
  create(options: { readonly schema: Readonly<Record<string, string>>; readonly components: unknown }): object
  insertMultiple(database: object, documents: readonly OramaDocument[], batch: number): Promise<unknown>
  save(database: object): unknown
  search(
    database: object,
    query: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly hits: readonly { readonly score: number; readonly document: OramaDocument }[] }>
}

export interface OramaStopWords {
  readonly stopwords: readonly string[]
}

export interface NlpCore {
  containerBootstrap(): Promise<{ use(plugin: unknown): void }>
}
export interface NlpNlu {
  readonly NluNeural: new (
    settings: Readonly<Record<string, unknown>>,
  ) => {
    train(corpus: readonly { readonly utterance: string; readonly intent: string }[]): Promise<unknown>
    process(
      utterance: string,
    ): Promise<{ readonly classifications: readonly { readonly intent: string; readonly score: number }[] }>
    toJSON(): unknown
  }
}
export interface NlpLanguage {
  readonly LangEn: unknown
}
