// The command that writes the files, run as a person runs it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'clinic-chat-export-'))
const root = join(import.meta.dirname, '../../..')
afterAll(() => rmSync(folder, { recursive: true }))

test('writes each file and says where it belongs', () => {
  const said = execFileSync(process.execPath, [join(root, 'server/export-cli.ts'), '--to', folder], {
    encoding: 'utf8',
  })
  const files = readdirSync(folder).toSorted()
  expect(files).toEqual(['faq.csv', 'faq.en.html', 'faq.en.jsonld', 'faq.es.html', 'faq.es.jsonld'])
  for (const file of files) expect(said).toContain(file)
  expect(said).toContain('whenever an answer or the phone has changed')
  const html = readFileSync(join(folder, 'faq.es.html'), 'utf8')
  const json = JSON.parse(readFileSync(join(folder, 'faq.es.jsonld'), 'utf8'))
  const [, inside = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  expect(JSON.parse(inside)).toEqual(json)
  expect(html).toContain('<h3>¿Qué es el trastorno de pánico?</h3>')
  expect(html).not.toMatch(/<html|<style|\sstyle=/)
})
