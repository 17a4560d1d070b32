// Where the visitor writes, and how turns follow each other.
import { describe, expect, it } from 'vitest'
import { useStage } from './stage.ts'
import { ask, composer, open } from './visit.ts'

const stage = useStage()

describe('the composer', () => {
  it('cuts nothing off a long text: it counts, explains, and keeps what was sent to be shortened', async () => {
    const { page, assistant } = await stage()
    await open(page)
    const long = 'word '.repeat(900)
    await composer(page).fill(long)
    await page.getByText('499 characters too long').waitFor()
    await composer(page).press('Enter')
    await page.locator('.handoff').waitFor()
    expect(assistant.asked[0]?.question).toBe(long.trim())
    expect(await composer(page).inputValue()).toBe(long)
  })

  it('says of the same passage twice running that it is the same', async () => {
    const { page } = await stage()
    await ask(page, 'what is a panic attack')
    await ask(page, 'panic attack')
    expect(await page.getByText('This is the same passage as above.').count()).toBe(1)
    expect(await page.locator('.handoff').count()).toBe(1)
    expect(await page.locator('.handoff-line').textContent()).toBe('Call (561) 555-0100')
  })

  it('sends a follow-up as written and keeps what stands in it', async () => {
    const { page, assistant } = await stage()
    await ask(page, 'what is a panic attack')
    await composer(page).fill('half a tho')
    await page.getByRole('button', { name: 'What is social anxiety?' }).click()
    await page.locator('.turn').nth(1).locator('.handoff').waitFor()
    expect(assistant.asked[1]?.question).toBe('What is social anxiety?')
    expect(await composer(page).inputValue()).toBe('half a tho')
  })
})
