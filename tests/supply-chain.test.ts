// What comes from outside: where from, under which licence, and what of it may run before anybody has looked.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { licencesText, shippedPackages } from '../server/node-licences.ts'
import { readAudit } from './audited.ts'

interface Locked {
  readonly version: string
  readonly resolved?: string
  readonly integrity?: string
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
  readonly dev?: boolean
}

const root = join(import.meta.dirname, '..')
const lock: Readonly<Record<string, Locked>> = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
).packages
const locked = Object.entries(lock).filter(([path]) => path !== '')

describe('the lock file', () => {
  test('takes every package from the default registry, and tells it by its content', () => {
    expect(
      locked.filter(([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/')),
    ).toEqual([])
    // Binaries of other platforms could not be fetched where the file was written; npm skips what does not fit.
    expect(locked.filter(([, { integrity, optional }]) => !integrity && !optional).map(([path]) => path)).toEqual([])
  })

  test('pins every direct dependency to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(range, name).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('lets nothing run at installation but tools we know, none of which goes out', () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript)
    const known = ['@scarf/scarf', 'esbuild', 'node', 'workerd']
    expect(running.map(([path]) => path.replace('node_modules/', '')).toSorted()).toEqual(known)
    expect(running.every(([, { dev }]) => dev)).toBe(true)
    // Counts installations, unless the project says no: in words of its own for an npm that does not know the first way.
    const { allowScripts, scarfSettings } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(allowScripts).toEqual({ node: true, esbuild: true, workerd: true, '@scarf/scarf': false })
    expect(scarfSettings).toEqual({ enabled: false })
  })
})

describe('what goes out', () => {
  test('is under licences that let a clinic use it', () => {
    for (const { license, name } of shippedPackages(root)) expect(license, name).toMatch(/^(MIT|ISC|Apache-2\.0)$/)
  })

  test('comes with the words of each licence', () => {
    const text = licencesText(root)
    for (const name of ['hono', 'preact', 'swagger-ui-dist', 'temporal-spec', 'zod'])
      expect(text).toContain(`\n${name} `)
    expect(text).toContain('Permission is hereby granted, free of charge')
    expect(text).toContain('Apache License')
    expect(existsSync(join(root, 'dist/public/licences.txt'))).toBe(true)
  })
})

describe('npm run audit', () => {
  test('says that it could not ask when the registry refuses', () => {
    const refusal = { message: '405 Method Not Allowed - POST https://registry.npmjs.org/…', statusCode: 405 }
    expect(readAudit(JSON.stringify(refusal))).toEqual({ kind: 'refused', why: refusal.message })
    expect(readAudit('').kind).toBe('refused')
  })

  test('reads what is known', () => {
    const found = { name: 'x', severity: 'high', range: '<1.0.1', via: [], isDirect: true }
    expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities: { x: found } }))).toEqual({
      ...{ kind: 'answered', found: [{ name: 'x', severity: 'high', range: '<1.0.1' }] },
    })
    expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }))).toEqual({
      kind: 'answered',
      found: [],
    })
  })
})
