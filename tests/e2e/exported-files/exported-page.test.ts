import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_WRITERS } from '../../../electron/core/export/writers.ts'
import { findBrowser } from '../../chromium-runtime/browser/find-browser.ts'
import { HOSTILE_ENTRIES, SAMPLE_ENTRIES } from '../../unit/core/export/sample-collection.ts'
import { filesOf, sourceOf } from '../../unit/core/export/sample-source.ts'
import { seriousViolations } from '../serious-violations.ts'
import { writeSample } from './write-sample.ts'

let folder: string
let browser: Browser
let pages: Record<'zh' | 'hostile', string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-exported-'))
  browser = await chromium.launch({
    executablePath: findBrowser(process.env, process.platform, true) ?? '',
    args: ['--no-sandbox'],
  })
  const format = 'html'
  pages = {
    zh: await writeSample(folder, { format, entries: SAMPLE_ENTRIES, language: 'zh-Hans', name: 'zh' }),
    hostile: await writeSample(folder, { format, entries: HOSTILE_ENTRIES, name: 'hostile' }),
  }
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Opens a file as somebody does who was sent it; `said` has what it asked for, complained of or opened. */
async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; said: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options })
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error => said.push(error.message))
  page.on('dialog', dialog => {
    said.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', request => {
    if (!/^(?:file|data):/u.test(request.url())) said.push(request.url())
  })
  await page.goto(pathToFileURL(path).href)
  return { page, said }
}

describe('an exported page', () => {
  it('is searched from the keyboard, and says how many articles have all the words', async () => {
    const { page, said } = await open(pages.zh)
    const shown = () => page.locator('main > article:visible h2').allTextContents()
    expect(await shown()).toHaveLength(4)
    await page.keyboard.press('/')
    await page.keyboard.type('BOLT log')
    await expect.poll(shown).toEqual(['Crane inquiry finds a missing bolt'])
    expect(await page.getByRole('status').textContent()).toBe('1 / 4 篇')
    expect(await page.locator('.contents li:visible').count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('now')?.size)).toBe(1)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('渡轮 大象')
    await expect.poll(shown).toEqual([])
    expect(await page.getByRole('status').textContent()).toBe('没有找到')
    await page.keyboard.press('Escape')
    await expect.poll(shown).toHaveLength(4)
    expect(said).toEqual([])
    await page.close()
  })

  it('goes from a number in the text to the note, and from the timeline to a month', async () => {
    const { page } = await open(pages.zh)
    await page.locator('[role=doc-noteref]').first().click()
    expect(new URL(page.url()).hash).toBe('#article-1-note-1')
    await page
      .getByRole('navigation', { name: '时间线' })
      .getByRole('link', { name: '2025年4月 · 1 篇文章' })
      .click()
    expect(new URL(page.url()).hash).toBe('#article-4')
    await page.close()
  })

  it.each(['light', 'dark'] as const)('has nothing that bars anybody from it, in %s', async colorScheme => {
    const { page } = await open(pages.zh, { colorScheme })
    expect(await seriousViolations(page)).toEqual([])
    await page.close()
  })

  it('shows all of its text, pictures and contents where scripts are off', async () => {
    const { page } = await open(pages.zh, { javaScriptEnabled: false })
    expect(await page.locator('main > article:visible').count()).toBe(4)
    expect(await page.locator('.contents a:visible').count()).toBe(4)
    expect(await page.locator('.tools:visible').count()).toBe(0)
    expect(await page.locator('figure img').count()).toBe(2)
    await page.close()
  })

  it('runs nothing, asks for nothing and shows every word of what wants to be markup', async () => {
    const { page, said } = await open(pages.hostile)
    expect(await page.locator('main h2').first().textContent()).toContain(
      '<img src=x onerror=alert(1)> ]]> & "quotes"',
    )
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.locator('[onerror]').count()).toBe(0)
    const added = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.ran = true'
      document.body.append(script)
      return 'ran' in globalThis
    })
    expect(added).toBe(false)
    expect(said.filter(each => !each.includes('Content Security Policy'))).toEqual([])
    await page.close()
  })
})

it.each([
  ['the sample collection', SAMPLE_ENTRIES],
  ['what nobody writes by accident', HOSTILE_ENTRIES],
])('every part of an e-book and of a document of %s is well-formed', async (_, entries) => {
  const writers = await Promise.all([EXPORT_WRITERS['epub'](), EXPORT_WRITERS['docx']()])
  const files: { path: string; text: string }[] = []
  for (const writer of writers)
    if ('files' in writer) files.push(...(await filesOf(writer.files(sourceOf(entries)))))
  expect(files.length).toBeGreaterThan(15)
  const { page } = await open(pages.zh)
  const broken = await page.evaluate(
    texts =>
      texts.flatMap(text => {
        const error = new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')
        return error === null ? [] : [error.textContent]
      }),
    files.filter(({ path }) => /\.(?:xhtml|opf|xml|rels)$/u.test(path)).map(({ text }) => text),
  )
  expect(broken).toEqual([])
  await page.close()
})
