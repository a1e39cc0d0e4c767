import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { clippingsInJournal } from '../library-on-disk.ts'
import { REFERENCE } from '../reference-article.ts'

let app: AppUnderTest
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-keys-'))
})
afterEach(async () => {
  await app?.remove()
  await rm(folder, { recursive: true, force: true })
})

/** Presses Tab until the focus is on an element of that name, as someone without a mouse does. */
async function tabTo(window: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const isThere = (wanted: string) => {
    const { activeElement: focused } = document
    if (focused === document.body) return false
    const words = [
      focused?.getAttribute('aria-label'),
      focused?.closest('label')?.textContent,
      ...(focused instanceof HTMLInputElement
        ? [...(focused.labels ?? [])].map(label => label.textContent)
        : []),
      focused?.textContent,
    ]
    return words.some(each => new RegExp(wanted).test(each ?? ''))
  }
  const wanted = typeof name === 'string' ? name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : name.source
  for (let presses = 0; presses < 60; presses += 1) {
    if (await window.evaluate(isThere, wanted)) return
    await window.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${name}`)
}

const onlyClipping = async () => {
  const [clipping] = [...(await clippingsInJournal(app.libraryDir)).values()]
  if (clipping === undefined) throw new Error('no clipping in the library')
  return clipping
}

describe.each([
  ['zh-CN', zhHans],
  ['en-US', en],
] as const)('the whole run by keyboard alone, in %s', (language, words) => {
  it('pastes, corrects, tags, collects, restores, searches, renames, exports, switches and undoes', async () => {
    app = await openApp({ languages: [language] })
    const { window } = app
    const press = (keys: string) => window.keyboard.press(keys)
    const type = (text: string) => window.keyboard.insertText(text)
    const settled = (read: (clipping: Awaited<ReturnType<typeof onlyClipping>>) => unknown) =>
      expect.poll(async () => read(await onlyClipping()))

    await window.getByRole('heading', { level: 1 }).waitFor()
    await app.pasteText(REFERENCE.source)
    await window.getByRole('status').filter({ hasText: words.clip.saved }).waitFor()

    // Correct the byline in the confirmation bar.
    await press('Escape')
    await press('e')
    await tabTo(window, words.clip.fields.bylines)
    await press('Enter')
    await press('Control+a')
    await type('创始人、沈亦舟')
    await press('Enter')
    await settled(clipping => clipping.bylines).toEqual(['创始人', '沈亦舟'])
    await press('Escape')

    // Tag, collect, star.
    await press('t')
    await window.getByRole('combobox').waitFor()
    await type('公司/英伟达')
    await press('Enter')
    await settled(clipping => clipping.tags).toEqual(['公司/英伟达'])
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    await press('c')
    await window.getByRole('combobox').waitFor()
    await type('H20')
    await press('Enter')
    await settled(clipping => clipping.collections.length).toBe(1)
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    await press('s')
    await settled(clipping => clipping.starred).toBe(true)

    // See what was set aside and put a block back.
    await press('a')
    await window.getByRole('heading', { name: words.reader.asideTitle }).waitFor()
    const revision = (await onlyClipping()).articleRevision
    await tabTo(window, words.reader.restore)
    await press('Enter')
    await settled(clipping => clipping.articleRevision).toBeGreaterThan(revision)
    await press('Control+z')
    await settled(clipping => clipping.articleRevision).toBe(revision)
    await press('Escape')

    // Search.
    await press('Control+f')
    await type('没有这样的词')
    await window.getByText(words.search.noResultTitle.replace('{{query}}', '没有这样的词')).waitFor()
    await press('Control+a')
    await type('英伟达 上旬')
    await window.getByRole('option').waitFor()
    await press('Control+a')
    await press('Delete')

    // Rename the tag in the view of tags.
    await press('Control+3')
    const tree = window.getByRole('treegrid').or(window.getByRole('tree'))
    await tree.first().waitFor()
    await tabTo(window, '公司')
    await press('ArrowDown')
    await press('F2')
    await press('Control+a')
    await type('公司/Nvidia')
    await press('Enter')
    await settled(clipping => clipping.tags).toEqual(['公司/Nvidia'])

    // Export a book, by a preset that is kept, left and chosen again; look at what it will hold, and open its folder.
    await press('Control+4')
    await tabTo(window, words.exporting.formats['markdown-file'])
    await press('ArrowDown')
    await press('ArrowDown')
    await tabTo(window, words.exporting.savePreset, 'Shift+Tab')
    await press('Enter')
    await window.getByRole('dialog').waitFor()
    await press('Control+a')
    await type('给编辑 Editor')
    await press('Enter')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    await tabTo(window, words.exporting.formats.pdf)
    await press('ArrowDown')
    await window.getByRole('radio', { name: words.exporting.formats.html, checked: true }).waitFor()
    await tabTo(window, words.exporting.choosePreset, 'Shift+Tab')
    await press('Enter')
    await window.getByRole('option', { name: '给编辑 Editor' }).waitFor()
    await press('Enter')
    await window.getByRole('radio', { name: words.exporting.formats.pdf, checked: true }).waitFor()
    const book = join(folder, 'book.pdf')
    await app.dialogs.answerSave(book)
    await window.getByText(words.exporting.contents, { exact: true }).waitFor()
    await press('Control+Enter')
    await expect.poll(() => existsSync(book), { timeout: 60_000, interval: 200 }).toBe(true)
    expect((await readFile(book)).subarray(0, 5).toString()).toBe('%PDF-')
    await window
      .getByText(words.exporting.done.split('{{')[0] ?? '')
      .first()
      .waitFor()
    await tabTo(window, words.exporting.reveal)
    await press('Enter')
    await expect.poll(() => app.shellCalls()).toEqual([{ method: 'showItemInFolder', target: book }])

    // Write a template of one's own, beside what becomes of it.
    await tabTo(window, words.exporting.formats.pdf, 'Shift+Tab')
    for (let step = 0; step < 5; step += 1) await press('ArrowDown')
    await window.getByRole('radio', { name: words.exporting.formats.template, checked: true }).waitFor()
    await tabTo(window, words.exporting.template.duplicate)
    await press('Enter')
    const field = window.getByRole('textbox', { name: words.exporting.template.text })
    await expect.poll(() => field.evaluate(node => node === document.activeElement)).toBe(true)
    await press('Control+a')
    await type('# {{ titel }}')
    const problem = words.exporting.template.problems['unknown-value'].replace('{{word}}', 'titel')
    await window.getByRole('status').filter({ hasText: problem }).waitFor()
    await press('Control+a')
    await type('{% for each in articles %}{{ each.authors | join: "+" }}{% endfor %}!')
    await window.getByText('创始人+沈亦舟!').waitFor()
    const letter = join(folder, 'letter.md')
    await app.dialogs.answerSave(letter)
    await press('Control+Enter')
    await expect.poll(() => existsSync(letter), { interval: 200 }).toBe(true)
    expect(await readFile(letter, 'utf8')).toBe('创始人+沈亦舟!')

    // Export a folder, change a file of it by hand, and say at the next export what becomes of it.
    const exported = join(folder, 'exported')
    await mkdir(exported)
    await tabTo(window, words.exporting.formats.template, 'Shift+Tab')
    for (let step = 0; step < 6; step += 1) await press('ArrowUp')
    await window
      .getByRole('radio', { name: words.exporting.formats['markdown-folder'], checked: true })
      .waitFor()
    // Not those that are still being written, in a folder of their own.
    const notes = async () =>
      (await readdir(exported, { recursive: true })).filter(name => /^(?!\.)(?!.*index).*\.md$/u.test(name))
    await app.dialogs.answerOpen([exported])
    await press('Control+Enter')
    await expect.poll(notes, { interval: 200 }).toHaveLength(1)
    const [note = ''] = await notes()
    await window
      .getByText(words.exporting.done.split('{{')[0] ?? '')
      .first()
      .waitFor()
    await writeFile(join(exported, note), 'mine')
    await app.dialogs.answerOpen([exported])
    await press('Control+Enter')
    const question = window.getByRole('dialog')
    await question.waitFor()
    // The dialog has the focus, and holds these words too.
    const isOnChoice = () => document.activeElement instanceof HTMLInputElement
    for (let presses = 0; presses < 5 && !(await window.evaluate(isOnChoice)); presses += 1)
      await press('Tab')
    await press('ArrowRight')
    await press('ArrowRight')
    await question
      .getByRole('radio', { name: words.exporting.edited.answers.beside, checked: true })
      .waitFor()
    const go = question.getByRole('button', { name: words.exporting.edited.go })
    const isFocused = () => go.evaluate(node => node === document.activeElement)
    for (let presses = 0; presses < 5 && !(await isFocused()); presses += 1) await press('Tab')
    await press('Enter')
    await expect.poll(notes, { interval: 200 }).toHaveLength(2)
    expect(await readFile(join(exported, note), 'utf8')).toBe('mine')
    await question.waitFor({ state: 'detached' })

    // Switch the language, live.
    const other = language === 'zh-CN' ? 'English' : '简体中文'
    await press('Control+,')
    await tabTo(window, words.settings.languages.system)
    for (let step = 0; step < (other === 'English' ? 1 : 2); step += 1) await press('ArrowDown')
    const otherWords = other === 'English' ? en : zhHans
    await window.getByRole('heading', { name: otherWords.settings.title }).waitFor()
    // The one that was passed on the way may come in between.
    await expect
      .poll(() => window.locator('html').getAttribute('lang'))
      .toBe(other === 'English' ? 'en' : 'zh-Hans')

    // Trash and undo.
    await press('Escape')
    await press('Control+1')
    await window.getByRole('option').first().waitFor()
    await press('j')
    await press('#')
    await settled(clipping => clipping.trashedAt !== undefined).toBe(true)
    await press('Control+z')
    await settled(clipping => clipping.trashedAt).toBeUndefined()
    await press('Control+Shift+z')
    await settled(clipping => clipping.trashedAt !== undefined).toBe(true)
    expect(await app.requestsToNetwork()).toEqual([])
  })
})
