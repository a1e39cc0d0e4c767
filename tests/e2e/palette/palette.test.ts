import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MENU_WORDS } from '../../../electron/main/menu-words.ts'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import {
  button,
  clip,
  FERRY,
  FERRY_TITLE,
  LANGUAGES,
  seriousInBothThemes,
  TRAM,
  TRAM_TITLE,
} from '../library/care-window.ts'

let app: AppUnderTest

describe.each(LANGUAGES)('the command palette, in %s', (language, words) => {
  const { commands, palette } = words
  const other = language === 'zh-CN' ? en : zhHans
  const dialog = () => app.window.getByRole('dialog', { name: commands.names.palette })
  const field = () => dialog().getByRole('combobox')
  const options = () => dialog().getByRole('option')
  const active = () => dialog().getByRole('option', { selected: true }).innerText()
  const hash = () => app.window.evaluate(() => decodeURIComponent(location.hash))
  const open = async () => {
    await app.window.keyboard.press('Control+k')
    await field().waitFor()
  }
  const run = async (typed: string, name: string) => {
    await open()
    await field().fill(typed)
    await expect.poll(active).toContain(name)
    await app.window.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
  }

  beforeAll(async () => {
    app = await openApp({ languages: [language] })
    app.window.setDefaultTimeout(20_000)
    await app.window.setViewportSize({ width: 1440, height: 900 })
    await app.window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, TRAM, TRAM_TITLE)
    await clip(app, FERRY, FERRY_TITLE)
  })
  afterAll(() => app?.remove())

  it('opens on its keys, runs with Enter, and gives the focus back on Escape', async () => {
    const { window } = app
    await window.locator('#clippings').focus()
    await open()
    await window.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => window.evaluate(() => document.activeElement?.id)).toBe('clippings')
    await window.keyboard.press('Control+Shift+p')
    await field().waitFor()
    await window.keyboard.press('Control+k')
    await dialog().waitFor({ state: 'detached' })

    await run(commands.names['view-tags'], commands.names['view-tags'])
    await expect.poll(hash).toContain('#/tags')
    await run(other.commands.names['view-timeline'], commands.names['view-timeline'])
    await expect.poll(hash).toContain('#/timeline')
  })

  it('finds by pinyin and goes to clippings, sources and searches', async () => {
    const { window } = app
    await run('dlskb', FERRY_TITLE)
    await window.getByRole('article').getByText('渡轮时刻表自周日起调整').waitFor()
    await run('qqwb', '青桥晚报')
    await expect.poll(hash).toContain('青桥晚报')
    await open()
    await field().fill('zzzzqqqq')
    await dialog().getByText(palette.nothing.replace('{{typed}}', 'zzzzqqqq')).waitFor()
    await expect.poll(() => options().count()).toBe(0)
    await window.keyboard.press('Enter')
    await expect.poll(hash).toContain('q=zzzzqqqq')
    await run(words.shell.all, words.shell.all)
    await window.getByRole('option').nth(1).waitFor()
  })

  it('acts on what was selected, names what undo takes back, and says why something cannot be done', async () => {
    const { window } = app
    await window.getByRole('option').filter({ hasText: TRAM_TITLE }).click()
    await window.getByRole('article').getByText('Ellery').first().waitFor()
    await run(commands.names.tag, commands.names.tag)
    await window.getByRole('dialog').getByRole('combobox').fill('公司/电车')
    await window.keyboard.press('Enter')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    const label = (language === 'zh-CN' ? zhHans.change.tag_other : en.change.tag_one)
      .replace('{{count, number}}', '1')
      .replace('{{name}}', '公司/电车')
    const named = words.change.undoOf.replace('{{change}}', label)
    const menu = MENU_WORDS[language === 'zh-CN' ? 'zh-Hans' : 'en']
    const edit = async () =>
      (await app.menu.items())
        .find(item => item.label === menu.edit)
        ?.submenu?.slice(0, 2)
        .map(item => item.label)
    await expect.poll(edit).toEqual([named, menu.redo])
    await run('gsdc', '公司/电车')
    await expect.poll(hash).toContain('tag=公司/电车')
    await run(commands.names.undo, named)
    await expect.poll(edit).toContain(words.change.redoOf.replace('{{change}}', label))
    await run(words.shell.all, words.shell.all)

    await open()
    await field().fill(commands.names['next-highlight'])
    const greyed = options().filter({ hasText: commands.names['next-highlight'] }).first()
    await expect.poll(() => greyed.getAttribute('aria-disabled')).toBe('true')
    await expect.poll(() => greyed.innerText()).toContain(palette.needs.highlight)
    await window.keyboard.press('Enter')
    await expect.poll(() => dialog().count()).toBe(1)
    expect(await seriousInBothThemes(app)).toEqual([])
    await window.keyboard.press('Escape')
  })

  it('composes with an input method before it looks, and runs by mouse', async () => {
    const { window } = app
    await open()
    const before = await options().count()
    const keyboard = await window.context().newCDPSession(window)
    for (const text of ['d', 'da', "da'o", "da'oc", "dao'chu"]) {
      await keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
      await expect.poll(() => field().inputValue()).toBe(text)
      expect(await options().count()).toBe(before)
    }
    await keyboard.send('Input.insertText', { text: '导出' })
    await expect.poll(active).toContain(commands.names['view-export'])
    expect(await dialog().count()).toBe(1)
    await options().filter({ hasText: commands.names['view-export'] }).first().click()
    await expect.poll(hash).toContain('#/export')
    await open()
    await expect.poll(() => options().first().innerText()).toContain(commands.names['view-export'])
    await window.mouse.click(20, 600)
    await dialog().waitFor({ state: 'detached' })
    await run(commands.names['toggle-theme'], commands.names['toggle-theme'])
    await expect
      .poll(() => window.evaluate(() => document.documentElement.getAttribute('data-theme')))
      .toBe('dark')
    const [to, back] =
      language === 'zh-CN'
        ? (['speak-english', 'speak-chinese'] as const)
        : (['speak-chinese', 'speak-english'] as const)
    await run(commands.names[to], commands.names[to])
    await button(app, other.settings.title).first().waitFor()
    await window.keyboard.press('Control+k')
    await window
      .getByRole('dialog', { name: other.commands.names.palette })
      .getByRole('combobox')
      .fill(commands.names[back])
    await window
      .getByRole('option', { selected: true })
      .filter({ hasText: other.commands.names[back] })
      .waitFor()
    await window.keyboard.press('Enter')
    await button(app, words.settings.title).first().waitFor()
  })
})
