// Holds responses against /openapi.json: status, content type and body as documented, and what of the document was never met.
import { Validator } from '@cfworker/json-schema'

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

export interface Documented {
  /** What of this response is not as documented; nothing for paths and methods the document does not have. */
  faultsOf(path: string, method: string, response: Response): Promise<readonly string[]>
  /** `POST /api/ask 429` for each documented response that has not come by yet. */
  unmet(): readonly string[]
  /** Names of component schemas, replies of each kind among them, that some body has fitted. */
  readonly fitted: ReadonlySet<string>
}

export function holdAgainst(json: unknown): Documented {
  const document = json as Document // served by the server under test, which a linter has read
  const unmet = new Set(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => `${method.toUpperCase()} ${path} ${status}`),
      ),
    ),
  )
  const fitted = new Set<string>()
  const validatorOf = (schema: object) =>
    new Validator({ ...schema, components: document.components }, '2020-12', false)

  return {
    fitted,
    unmet: () => [...unmet].toSorted(),
    async faultsOf(path, method, response) {
      const operation = document.paths[path.split('?')[0] ?? '']?.[method.toLowerCase()]
      if (!operation) return []
      const name = `${method} ${path.split('?')[0]} ${response.status}`
      const documented = operation.responses[response.status]
      if (!documented) return [`${name} is not documented`]
      unmet.delete(name)
      const type = response.headers.get('content-type')?.split(';')[0] ?? ''
      const schema = documented.content?.[type]?.schema
      if (!schema) return [`${name} comes as "${type}", which is not documented`]
      const body = await response.clone().json()
      for (const [id, component] of Object.entries(document.components.schemas))
        if (id.endsWith('Reply') && validatorOf(component).validate(body).valid) fitted.add(id)
      const { errors, valid } = validatorOf(schema).validate(body)
      return valid ? [] : errors.map(({ error, instanceLocation }) => `${name} ${instanceLocation}: ${error}`)
    },
  }
}
