import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_COLLECTION } from '../../../electron/core/model/sample-name.ts'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { chosenCutOff } from '../chosen-cut-off.ts'
import { clippingsInJournal } from '../library-on-disk.ts'
import { seriousViolations } from '../serious-violations.ts'

let app: AppUnderTest
let folder: string

const start = async (language: string) => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-mouse-'))
  app = await openApp({ languages: [language] })
  await app.window.getByRole('heading', { level: 1 }).waitFor()
}
const end = async () => {
  await app?.remove()
  await rm(folder, { recursive: true, force: true })
}

const PAGE = `电车时刻表周日起调整
记者 沈亦舟
2026-03-12 07:40

青桥市交通局3月11日宣布,电车时刻表自周日起调整,末班车推迟四十分钟,以方便晚归的乘客。

交通局表示,调整将试行三个月,期间会听取沿线居民和乘客的意见,再决定是否延续下去。

来源:青桥晚报
`

const kept = async () => [...(await clippingsInJournal(app.libraryDir)).values()]
const lastKept = async () => (await kept()).at(-1)

describe.each([
  ['zh-CN', zhHans],
  ['en-US', en],
] as const)('the ways into the library by mouse, in %s', (language, words) => {
  beforeAll(() => start(language))
  afterAll(end)
  const button = (name: string) => app.window.getByRole('button', { name })

  it('greets an empty library with a sample that can be removed', async () => {
    await app.window.getByRole('heading', { name: words.timeline.welcomeTitle }).waitFor()
    await button(words.timeline.welcomeSample).click()
    await app.window.locator('article h1').waitFor()
    expect(await app.window.locator('article h1').getAttribute('lang')).toBe(
      language === 'zh-CN' ? 'zh-Hans' : 'en',
    )
    expect(await kept()).toHaveLength(12)
    expect(new Set((await kept()).map(({ familyId }) => familyId)).size).toBe(2)
    await app.window.getByText(words.sample.line).waitFor()
    // The strip that says so comes above the list, whose chosen line stays in view.
    await expect.poll(() => chosenCutOff(app.window)).toBeLessThanOrEqual(1)
    expect(await seriousViolations(app.window)).toEqual([])
    await button(words.sample.remove).click()
    await expect.poll(async () => (await kept()).length).toBe(0)
    await app.window.getByRole('option').first().waitFor({ state: 'detached' })
    await button(words.common.undo).click()
    await expect.poll(async () => (await kept()).length).toBe(12)
    // By keys alone, and from anywhere.
    await app.window.keyboard.press('Control+k')
    await app.window.keyboard.type(words.commands.names['remove-sample'])
    await app.window.keyboard.press('Enter')
    await expect.poll(async () => (await kept()).length).toBe(0)
    await app.window
      .getByRole('link', { name: SAMPLE_COLLECTION[language === 'zh-CN' ? 'zh-Hans' : 'en'] })
      .waitFor({ state: 'detached' })
  })

  it('clips what is on the clipboard by the button, and says when there is nothing', async () => {
    const before = (await kept()).length
    await button(words.clip.paste).first().click()
    await app.window.getByText(words.failure['nothing-to-clip'].what).waitFor()
    await app.pasteText(PAGE)
    await expect.poll(async () => (await kept()).length).toBe(before + 1)
    await button(words.clip.paste).first().click()
    await expect.poll(async () => (await kept()).length).toBe(before + 2)
    await button(words.reader.more).click()
    await app.window.getByRole('menuitem', { name: words.reader.trash }).click()
    await expect.poll(async () => (await kept()).some(({ trashedAt }) => trashedAt !== undefined)).toBe(true)
    await expect.poll(() => app.window.getByRole('option').count()).toBe(1)
  })

  it('clips text files by the dialog, and names the one that it cannot read', async () => {
    const before = (await kept()).length
    const paths = [join(folder, 'a.txt'), join(folder, 'b.txt')]
    // The same bytes once more would be no clipping of their own.
    await writeFile(paths[0] ?? '', `${PAGE}\n`)
    await writeFile(paths[1] ?? '', Uint8Array.of(0, 1, 2, 3))
    await app.dialogs.answerOpen(paths)
    await button(words.clip.open).first().click()
    await expect.poll(async () => (await kept()).length).toBe(before + 1)
    await app.window.getByText('b.txt').waitFor()
    expect(await lastKept()).toMatchObject({ title: '电车时刻表周日起调整', originals: [{ name: 'a.txt' }] })
  })

  it('tags, collects, stars and exports from the toolbar', async () => {
    const before = (await kept()).length
    await app.pasteText(PAGE)
    await expect.poll(async () => (await kept()).length).toBe(before + 1)
    const toolbar = app.window.getByRole('toolbar', { name: words.reader.toolbar })
    await toolbar.getByRole('button', { name: words.reader.star }).click()
    await expect.poll(async () => (await lastKept())?.starred).toBe(true)
    await toolbar.getByRole('button', { name: words.reader.tag }).click()
    await app.window.getByRole('combobox').fill('交通')
    await app.window.getByRole('dialog').getByRole('option').first().click()
    await expect.poll(async () => (await lastKept())?.tags).toEqual(['交通'])
    await toolbar.getByRole('button', { name: words.reader.export }).click()
    await app.window
      .getByRole('radio', { name: words.exporting.formats['markdown-folder'] })
      .check({ force: true })
    const target = join(folder, 'exported')
    await mkdir(target)
    await app.dialogs.answerOpen([target])
    await button(words.exporting.start).click()
    await app.window
      .getByText(words.exporting.done.split('{{')[0] ?? '')
      .first()
      .waitFor()
    const [made] = await readdir(target)
    expect(existsSync(join(target, made ?? '', 'index.md'))).toBe(true)
    const note = '2026-03-12 电车时刻表周日起调整.md'
    expect((await readdir(join(target, made ?? ''))).sort()).toEqual([
      '.cuttings-export.json',
      note,
      'index.md',
    ])

    // Exported there again, it asks about what was changed by hand; what is new can stand beside it.
    const mine = join(target, made ?? '', note)
    await writeFile(mine, 'mine')
    const obsidian = app.window.getByRole('radio', { name: words.exporting.flavours.obsidian })
    // A message of before may lie over the lower end.
    await obsidian.evaluate(each => each.scrollIntoView({ block: 'center' }))
    await obsidian.click({ force: true })
    await expect.poll(() => obsidian.isChecked()).toBe(true)
    await app.dialogs.answerOpen([target])
    await button(words.exporting.start).click()
    const dialog = app.window.getByRole('dialog')
    await dialog.getByText(note, { exact: true }).waitFor()
    await dialog
      .getByRole('radio', { name: words.exporting.edited.answers.beside })
      .first()
      .check({ force: true })
    await dialog.getByRole('button', { name: words.exporting.edited.go }).click()
    await expect.poll(() => existsSync(join(target, made ?? '', note.replace('.md', ' (2).md')))).toBe(true)
    // What is no part of the export any more goes after what is new has come.
    await expect.poll(() => existsSync(join(target, made ?? '', 'index.md'))).toBe(false)
    expect(await readFile(mine, 'utf8')).toBe('mine')
    await app.window
      .getByText(words.exporting.done.split('{{')[0] ?? '')
      .first()
      .waitFor()
  })
})

describe('the ways into the library that say nothing', () => {
  beforeAll(() => start('zh-CN'))
  afterAll(end)
  it('clips text that is dropped on the window', async () => {
    const data = await app.window.evaluateHandle(text => {
      const transfer = new DataTransfer()
      transfer.setData('text/plain', text)
      return transfer
    }, PAGE)
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await app.window.locator('#welcome').dispatchEvent(type, { dataTransfer: data })
    }
    await expect.poll(async () => (await kept())[0]?.title).toBe('电车时刻表周日起调整')
  })

  it('clips text files that are dropped on the window, byte for byte', async () => {
    const data = await app.window.evaluateHandle(text => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], '时刻表.txt', { type: 'text/plain' }))
      transfer.items.add(new File([Uint8Array.of(0, 1, 2)], 'picture.png', { type: 'image/png' }))
      return transfer
    }, PAGE)
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await app.window.locator('main').dispatchEvent(type, { dataTransfer: data })
    }
    await expect.poll(async () => (await kept()).length).toBe(2)
    const sha256 = createHash('sha256').update(PAGE).digest('hex')
    expect((await lastKept())?.originals).toMatchObject([{ name: '时刻表.txt', sha256 }])
    await app.window.getByText('picture.png').waitFor()
  })
})
