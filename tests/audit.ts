// npm run audit: asks the registry for known vulnerabilities of every package; a registry that does not say is no clean bill.
import { spawnSync } from 'node:child_process'
import type { Audited } from './audited.ts'
import { readAudit } from './audited.ts'

const everything = ask()
const shipped = ask('--omit=dev')
print('of what goes out', shipped)
print('of all packages, tools too', everything)
// Tools are run by us, on our own files: what is known of them is printed. What visitors and clinics get must be clean.
if (shipped.kind === 'answered' && shipped.found.length > 0) process.exitCode = 1

function ask(...options: readonly string[]): Audited {
  const { stdout } = spawnSync('npm', ['audit', '--json', ...options], { encoding: 'utf8' })
  return readAudit(stdout)
}

function print(what: string, audited: Audited): void {
  if (audited.kind === 'refused') {
    console.log(`audit ${what}: could not ask (${audited.why}). Ask again where the registry answers.`)
    return
  }
  console.log(
    `audit ${what}: ${audited.found.length} known ${audited.found.length === 1 ? 'vulnerability' : 'vulnerabilities'}`,
  )
  for (const { name, severity, range } of audited.found) console.log(`  ${severity}  ${name} ${range}`)
}
