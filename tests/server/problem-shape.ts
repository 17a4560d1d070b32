// What every refusal owes the visitor, checked in one place.
import { expect } from 'vitest'
import type { Problem } from '../../server/contract.ts'
import { problem } from '../../server/validate.ts'

/** Asserts an RFC 9457 body with a handoff, and gives it back. */
export async function expectProblem(response: Response, status: number, slug: string): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = problem.parse(await response.json())
  expect({ status: response.status, type: body.type }).toEqual({ status, type: `/problems/${slug}` })
  expect(body.status).toBe(status)
  expect(body.handoff.phone.href).toMatch(/^tel:\+\d+$/)
  expect(body.title.length * body.detail.length).toBeGreaterThan(0)
  return body
}
