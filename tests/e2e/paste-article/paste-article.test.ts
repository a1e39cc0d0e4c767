import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { chosenCutOff } from '../chosen-cut-off.ts'
import { articleOnDisk, clippingsInJournal } from '../library-on-disk.ts'
import { REFERENCE } from '../reference-article.ts'

const { source, expected } = REFERENCE
const WORDS = {
  'zh-CN': {
    gap: '、',
    saved: '已保存',
    published: '2025年7月19日 00:09',
    view: '查看并恢复',
    back: '返回正文',
    undo: '撤销',
    lead: '来源 ',
    editor: '编辑 ',
  },
  'en-US': {
    gap: ', ',
    saved: 'Saved',
    published: '19 July 2025, 00:09',
    view: 'View and restore',
    back: 'Back to the article',
    undo: 'Undo',
    lead: 'Source ',
    editor: 'Editor ',
  },
} as const

/** The body as the reader shows it, in the terms of the expected result. */
const blocksOnShow = (app: AppUnderTest) =>
  app.window.locator('article div[data-order]').evaluateAll(shown =>
    shown.map(node => {
      const heading = node.querySelector('h2, h3, h4')
      if (heading !== null) return { type: 'heading', text: heading.textContent }
      const caption = node.querySelector('figcaption')
      if (caption === null) return { type: 'paragraph', text: node.querySelector('p')?.textContent }
      const credit = caption.querySelector('cite')
      const own = [...caption.childNodes].filter(child => child !== credit).map(child => child.textContent)
      return {
        type: 'figure',
        caption: own.join('').trim() || null,
        credit: credit?.getAttribute('data-credit') ?? null,
      }
    }),
  )

describe.each(['zh-CN', 'en-US'] as const)('a news page pasted into the window, in %s', language => {
  const words = WORDS[language]
  let app: AppUnderTest
  beforeAll(async () => {
    app = await openApp({ languages: [language] })
  })
  afterAll(() => app?.remove())

  it('becomes a clipping with every field and block, and nothing of the page around it', async () => {
    const { window } = app
    await window.getByRole('heading', { level: 1 }).waitFor()
    await app.pasteText(source)

    const bar = window.getByRole('status').filter({ hasText: words.saved })
    await bar.waitFor()
    await expect.poll(() => window.locator('article h1').textContent()).toBe(expected.title)
    const header = window.locator('article header')
    expect(await header.locator('strong').textContent()).toBe(expected.byline)
    expect(await header.locator('time').textContent()).toBe(words.published)
    expect(await header.locator('time').getAttribute('datetime')).toBe(expected.published)
    const facts = await header.textContent()
    expect(facts).toContain(`${words.lead}${expected.sources.join(words.gap)}`)
    expect(facts).toContain(`${words.editor}${expected.editors.join(words.gap)}`)
    expect(await blocksOnShow(app)).toEqual(expected.blocks)

    const [clipping, ...others] = [...(await clippingsInJournal(app.libraryDir)).values()]
    if (clipping === undefined) throw new Error('no clipping in the library')
    expect(others).toEqual([])
    expect(clipping).toMatchObject({
      title: expected.title,
      bylines: [expected.byline],
      sources: expected.sources.map(name => ({ name })),
      editors: expected.editors,
      published: { edtf: expected.published, zone: 'assumed' },
      originals: [{ sha256: createHash('sha256').update(source).digest('hex'), name: 'clipboard.txt' }],
    })
    const { setAside } = await articleOnDisk(app.libraryDir, clipping)
    expect(setAside.filter(({ reason }) => reason === 'related').map(({ item }) => item)).toEqual(
      expected.setAside.related,
    )
    expect(setAside.filter(({ reason }) => reason === 'hot').map(({ text }) => text)).toEqual(
      expected.setAside.hot,
    )
    expect(await app.requestsToNetwork()).toEqual([])
  })

  it('shows what was set aside, and puts a block back where it stood', async () => {
    const { window } = app
    await window.getByRole('button', { name: words.view }).click()
    const pane = window.getByRole('region', { name: /What was set aside|未收入正文的内容/ })
    const [headline] = expected.setAside.related
    if (headline === undefined) throw new Error('no related item')
    for (const { title, summary } of expected.setAside.related) {
      await pane.getByText(title, { exact: true }).first().waitFor()
      await pane.getByText(summary, { exact: true }).waitFor()
    }
    await pane
      .getByRole('button', { name: new RegExp(`.${headline.title.slice(0, 8)}`) })
      .first()
      .click()
    await pane.getByText(headline.summary, { exact: true }).waitFor({ state: 'detached' })
    await pane.getByRole('button', { name: words.back }).click()
    const restored = { type: 'paragraph', text: `${headline.title}\n${headline.summary}` }
    await expect
      .poll(async () => (await blocksOnShow(app)).at(-1))
      .toMatchObject({ type: 'paragraph', text: expect.stringContaining(restored.text.split('\n')[1] ?? '') })
    await window.keyboard.press('Control+z')
    await expect.poll(() => blocksOnShow(app)).toEqual(expected.blocks)
  })
})

describe.each([
  ['zh-CN', zhHans],
  ['en-US', en],
] as const)(
  'a page older than all that is there, pasted on a slow machine, in %s',
  (language, { timeline }) => {
    let app: AppUnderTest
    beforeAll(async () => {
      app = await openApp({ languages: [language] })
    })
    afterAll(() => app?.remove())

    it('has its line in view, and the list is never shown as it was before there was anything', async () => {
      const { window } = app
      await window.getByRole('heading', { name: timeline.welcomeTitle }).waitFor()
      const session = await window.context().newCDPSession(window)
      await session.send('Emulation.setCPUThrottlingRate', { rate: 8 })
      await window.getByRole('button', { name: timeline.welcomeSample }).click()
      await window.locator('article h1').waitFor()
      const seen = await window.evaluateHandle(() => {
        const times = { looked: 0, withoutList: 0 }
        const look = () => {
          times.looked += 1
          if (document.querySelector('[role=listbox] [role=option]') === null) times.withoutList += 1
        }
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
        return times
      })
      await app.pasteText(source)
      const chosen = window.locator('[role=option][aria-selected=true]', { hasText: expected.title })
      await chosen.waitFor()
      const cutOff = () => chosenCutOff(window)
      await window.getByRole('status').filter({ hasText: WORDS[language].saved }).waitFor()
      await expect.poll(cutOff).toBeLessThanOrEqual(1)
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      await window.waitForTimeout(500)
      expect(await cutOff()).toBeLessThanOrEqual(1)
      const { looked, withoutList } = await seen.jsonValue()
      expect(looked).toBeGreaterThan(0)
      expect(withoutList).toBe(0)
      // Who has scrolled away is left alone.
      await chosen.hover()
      await window.mouse.wheel(0, -4000)
      await expect.poll(cutOff).toBeGreaterThan(50)
      await window.waitForTimeout(500)
      expect(await cutOff()).toBeGreaterThan(50)
    })
  },
)
