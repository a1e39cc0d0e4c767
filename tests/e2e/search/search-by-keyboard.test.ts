import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { fillLibrary } from '../../screenshots/sample-library.ts'
import { type AppUnderTest, openApp } from '../app.ts'

describe.each([
  ['zh-CN', zhHans, '标签'],
  ['en-US', en, 'tag'],
] as const)('a search by keyboard alone, in %s', (language, words, tag) => {
  let app: AppUnderTest

  beforeAll(async () => {
    app = await openApp({ languages: [language] })
    await app.window.setViewportSize({ width: 1440, height: 900 })
    await app.window.getByRole('heading', { level: 1 }).waitFor()
    await fillLibrary(app)
    await app.window.reload()
    await app.window.getByRole('option').first().waitFor()
  })
  afterAll(() => app?.remove())

  const press = async (...keys: string[]) => {
    for (const key of keys) await app.window.keyboard.press(key)
  }
  const type = (text: string) => app.window.keyboard.insertText(text)
  const field = () => app.window.getByRole('searchbox', { name: words.timeline.search })
  const titles = () => app.window.getByRole('option').locator('[class*=title]').allTextContents()
  /** What the focus is on, by the name that a screen reader says. */
  const focused = () =>
    app.window.evaluate(() => {
      const at = document.activeElement
      return at?.getAttribute('aria-label') ?? at?.textContent ?? ''
    })
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 40 && (await focused()) !== name; presses += 1) await press('Tab')
    await expect.poll(focused).toBe(name)
  }

  it('narrows down, orders, and goes through the matches', async () => {
    await press('Control+f')
    await type('芯片')
    await expect.poll(titles).toHaveLength(2)

    // What the search can be narrowed down by comes after the list.
    const tags = app.window.getByRole('button', { name: words.search.facet.tag, exact: true })
    await expect.poll(() => tags.isEnabled()).toBe(true)
    await tabTo(words.search.facet.tag)
    await press('Enter')
    await app.window.getByRole('menuitemcheckbox', { name: '出口管制' }).waitFor()
    for (let presses = 0; presses < 8 && (await focused()) !== '出口管制1'; presses += 1)
      await press('ArrowDown')
    await press('Enter')
    await expect.poll(() => field().inputValue()).toBe(`芯片 ${tag}:"出口管制"`)
    await expect.poll(titles).toHaveLength(1)

    await tabTo(words.timeline.happened)
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter')
    await app.window.getByText(words.search.relevanceHeading).waitFor()

    await press('Control+f', 'ArrowDown', 'ArrowDown', 'Enter')
    const present = app.window.getByRole('article').locator('mark[aria-current]')
    await app.window.getByRole('article').locator('mark').first().waitFor()
    await press('F3')
    await expect.poll(() => present.getAttribute('data-match')).toBe('0')
    await press('Control+g', 'Control+g', 'Shift+F3')
    await expect.poll(() => present.getAttribute('data-match')).toBe('1')

    // Typing goes on meanwhile: the key types nothing.
    await press('Control+f', 'F3')
    await expect.poll(() => present.getAttribute('data-match')).toBe('2')
    expect(await field().inputValue()).toBe(`芯片 ${tag}:"出口管制"`)

    await press('ArrowDown', 'Enter', 'Escape')
    await expect.poll(() => app.window.getByRole('article').locator('mark').count()).toBe(0)
    expect(await field().inputValue()).toBe(`芯片 ${tag}:"出口管制"`)
    await press('Control+g')
    await expect.poll(() => present.getAttribute('data-match')).toBe('0')
  })

  it('finds words in the open article', async () => {
    await press('Control+f')
    await type('黄仁勋')
    await expect.poll(titles).toHaveLength(1)
    await press('ArrowDown', 'ArrowDown', 'Enter')
    await press('Control+Shift+F')
    const bar = app.window.getByRole('search', { name: words.reader.find })
    const typed = bar.getByRole('searchbox')
    await type('特朗普')
    const marks = app.window.getByRole('article').locator('mark[data-match]')
    const present = app.window.getByRole('article').locator('mark[aria-current]')
    await expect.poll(async () => new Set(await marks.allTextContents())).toEqual(new Set(['特朗普']))
    await expect.poll(() => present.getAttribute('data-match')).toBe('0')
    await press('Enter')
    await expect.poll(() => present.getAttribute('data-match')).toBe('1')
    await press('Shift+Enter', 'Shift+Enter')
    await expect
      .poll(async () => Number(await present.getAttribute('data-match')))
      .toBe((await marks.count()) - 1)
    await press('Control+a')
    await type('没有这句话')
    await bar.getByText(words.reader.findNone).waitFor()
    await press('Escape')
    await bar.waitFor({ state: 'detached' })
    // What the list looks for is marked again, and found by the same key as before.
    await expect.poll(async () => new Set(await marks.allTextContents())).toEqual(new Set(['黄仁勋']))
    await press('Control+Shift+F')
    await expect.poll(() => typed.inputValue()).toBe('')
    await press('Escape')
  })

  it('keeps a search, renames, deletes and brings it back', async () => {
    await press('Control+f')
    await type('船')
    await press('Control+s')
    const dialog = app.window.getByRole('dialog')
    await dialog.waitFor()
    await press('Enter')
    const link = app.window.getByRole('region', { name: words.search.saved }).getByRole('link')
    await expect.poll(() => link.innerText()).toBe('船')
    await dialog.waitFor({ state: 'detached' })

    await press('Control+f', 'Escape', 'Escape')
    await expect.poll(() => field().inputValue()).toBe('')
    await link.focus()
    await press('Enter')
    await expect.poll(() => field().inputValue()).toBe('船')

    await link.focus()
    await press('F2')
    await dialog.waitFor()
    await press('Control+a')
    await type('渡轮')
    await press('Enter')
    await expect.poll(() => link.innerText()).toBe('渡轮')
    await dialog.waitFor({ state: 'detached' })

    await link.focus()
    await press('Delete')
    await link.waitFor({ state: 'detached' })
    await press('Control+z')
    await expect.poll(() => link.innerText()).toBe('渡轮')
  })

  it('opens the examples and tries one', async () => {
    await press('Control+f', 'Escape')
    await press('Control+f')
    await tabTo(words.search.help)
    await press('Enter')
    await app.window.getByRole('dialog', { name: words.search.help }).waitFor()
    await press('Tab', 'Enter')
    await expect.poll(() => field().inputValue()).toBe(words.search.examples.all)
  })
})
