import { describe, expect, it } from 'vitest'
import { readAtOnce } from './read-at-once.ts'
import { windowSpecs } from './source-files.ts'

const inSpec = (body: string) =>
  readAtOnce([{ path: 'tests/e2e/a/a.test.ts', text: `it('does', async () => {\n${body}\n})` }])

describe('a spec that drives the window', () => {
  it('waits for what comes of an act', () => {
    expect(readAtOnce(windowSpecs())).toEqual([])
  })

  it.each([
    `await button.click()\nexpect(await field().inputValue()).toBe('')`,
    `await window.keyboard.press('Enter')\nexpect(await window.getByRole('dialog').count()).toBe(1)`,
    `const titles = () => rows.allTextContents()\nawait row.click()\nexpect(await titles()).toEqual([])`,
    `await row.click()\nexpect((await row.boundingBox())?.height).toBe(4)`,
    `if (isOpen) {\nawait field.fill('a')\nexpect(await field.getAttribute('lang')).toBe('en')\n}`,
    `const run = async (name: string) => {\nawait field.fill(name)\n}\nawait run('a')\nexpect(await rows.count()).toBe(1)`,
    `for (const key of ['v', 'e']) await keyboard.press(key)\nexpect(await rows.count()).toBe(1)`,
    `await button.click()\nconst title = await heading.innerText()`,
  ])('may not say: %s', body => {
    expect(inSpec(body)).toHaveLength(1)
  })

  it.each([
    `await button.click()\nawait expect.poll(() => field().inputValue()).toBe('')`,
    `await button.click()\nawait dialog.waitFor()\nexpect(await dialog.count()).toBe(1)`,
    `await press('Enter')\nexpect(await readFile(path, 'utf8')).toBe('mine')`,
    `expect(await field.inputValue()).toBe('')\nawait button.click()`,
    `await button.click()\nexpect(await seriousViolations(window)).toEqual([])`,
  ])('may say: %s', body => {
    expect(inSpec(body)).toEqual([])
  })
})
