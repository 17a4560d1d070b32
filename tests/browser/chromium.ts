// Brings a browser: CHROME_PATH, an installed Chrome or Chromium, else the one inside @sparticuz/chromium.
import { existsSync, mkdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sparticuz, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

const INSTALLED = [
  ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'].map((name) => `/usr/bin/${name}`),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
/** Containers run as root, where Chromium's sandbox refuses; the other two keep it off the network and quick to start. */
const FLAGS = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--font-render-hinting=none']

export const launchBrowser = async (): Promise<Browser> => {
  const installed = process.env.CHROME_PATH ?? INSTALLED.find(existsSync)
  if (installed) return chromium.launch({ executablePath: installed, args: FLAGS })
  const executablePath = await alone('chromium', () => Sparticuz.executablePath())
  try {
    return await chromium.launch({ executablePath, args: FLAGS })
  } catch (reason) {
    // A bare machine lacks NSS and its kin; the package has them too.
    if (!String(reason).includes('shared libraries')) throw reason
    const packed = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br')
    setupLambdaEnvironment(join(await alone('libraries', () => inflate(packed)), 'lib'))
    return chromium.launch({ executablePath, args: FLAGS })
  }
}

/** One process at a time: test files run side by side, and a half-unpacked browser looks like a whole one. */
export const alone = async <Made>(name: string, make: () => Promise<Made>): Promise<Made> => {
  const lock = join(tmpdir(), `clinic-chat-${name}.lock`)
  for (let tries = 0; tries < 600; tries++) {
    try {
      mkdirSync(lock)
      break
    } catch {
      await sleep(100)
    }
  }
  try {
    return await make()
  } finally {
    rmdirSync(lock)
  }
}
