// Describes the whole HTTP interface as an OpenAPI 3.1 document. Its schemas are generated from the ones that validate.
import { LIMITS } from './contract.ts'
import { jsonSchemas } from './validate.ts'

const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } })
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
const problems = (...statuses: readonly (keyof typeof WHY)[]) =>
  Object.fromEntries(statuses.map((status) => [status, problem(WHY[status])]))

const WHY = {
  400: 'The body is not JSON.',
  403: 'The clinic does not allow questions from this page.',
  404: 'There is nothing under this path.',
  413: `The body is larger than ${LIMITS.bodyBytes} bytes; it was not read.`,
  415: 'The body is not `application/json`.',
  422: 'A field is missing, unknown or out of range; `detail` names it.',
  429: 'Too many questions from one client; `Retry-After` says when to come back.',
  431: 'The header fields are too large; they were not read.',
  500: 'A bug.',
} as const

const rateLimited = {
  'RateLimit-Limit': header('Questions per window and client.', 'integer'),
  'RateLimit-Remaining': header('Questions left in this window, where the platform tells.', 'integer'),
  'RateLimit-Reset': header('Seconds until the window ends.', 'integer'),
  'RateLimit-Policy': header('Limit and window, `30;w=60`.', 'string'),
}

function header(description: string, type: 'integer' | 'string') {
  return { description, required: false, schema: { type } }
}

/** @param server Where this server is reached: "https://assistant.example". */
export function openApiDocument(server: string, version: string): object {
  return {
    openapi: '3.1.1',
    info: {
      title: 'clinic-chat',
      version,
      summary: 'Answers visitors in a clinic’s own approved sentences.',
      description:
        'Every response, a refusal too, carries `handoff`: the clinic’s phone, its opening hours, other ways to a person. ' +
        'Signs of a crisis or an emergency are recognised before anything else and before every limit. Nothing about the visitor is kept.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    security: [],
    tags: [
      { name: 'chat', description: 'What the widget asks for.' },
      { name: 'operation', description: 'What whoever runs the server asks for.' },
    ],
    paths: {
      '/api/ask': {
        post: {
          operationId: 'ask',
          tags: ['chat'],
          summary: 'Ask one question',
          description:
            'Limits never keep a cry for help from its card: such a question is answered 200 even when it is too long or too frequent.',
          requestBody: { required: true, content: json('AskRequest') },
          responses: {
            200: { description: 'The reply, one of seven kinds.', headers: rateLimited, content: json('Reply') },
            ...problems(400, 403, 413, 415, 422, 429, 500),
          },
        },
      },
      '/api/suggestions': {
        get: {
          operationId: 'suggestions',
          tags: ['chat'],
          summary: 'Questions to begin with',
          parameters: [
            {
              name: 'locale',
              in: 'query',
              description: 'Absent: by `Accept-Language`.',
              schema: { type: 'string', enum: ['en', 'es'] },
            },
          ],
          responses: {
            200: { description: 'Neutral questions, none that promises a benefit.', content: json('Suggestions') },
            ...problems(403, 422, 500),
          },
        },
      },
      '/healthz': {
        get: {
          operationId: 'health',
          tags: ['operation'],
          summary: 'Is it up, and what does it know',
          responses: { 200: { description: 'It answers.', content: json('Health') }, ...problems(431) },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'interface',
          tags: ['operation'],
          summary: 'This document',
          responses: {
            200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
            ...problems(431),
          },
        },
      },
    },
    components: { schemas: jsonSchemas() },
  }
}
