import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../../electron/ipc/contract.ts'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { fillLibrary } from '../../screenshots/sample-library.ts'
import { type AppUnderTest, openApp } from '../app.ts'

const LANGUAGES = [
  { languages: ['en-GB'], words: en, file: 'File', newWindow: 'New Window', close: 'Close Window' },
  { languages: ['zh-CN'], words: zhHans, file: '文件', newWindow: '新建窗口', close: '关闭窗口' },
] as const

const hashOf = (page: Page): Promise<string> => page.evaluate(() => location.hash)
const headline = (page: Page) => page.getByRole('article').getByRole('heading', { level: 1 })

describe.each(LANGUAGES)('several windows, $languages', ({ languages, words, file, newWindow, close }) => {
  let app: AppUnderTest
  const { commands } = words
  const list = (page: Page) => page.getByRole('listbox', { name: words.timeline.list })
  const rows = (page: Page) => page.getByRole('option')
  const closeFront = async () => {
    const open = app.windows().length
    // The one in front is the last that is shown, which is after it is there.
    await expect.poll(async () => (await app.windowBounds()).length).toBe(open)
    await app.menu.choose(file, close)
    await expect.poll(() => app.windows().length).toBe(open - 1)
  }

  beforeAll(async () => {
    app = await openApp({ languages: [...languages] })
    await app.window.getByRole('heading', { level: 1 }).first().waitFor()
    await fillLibrary(app)
  })
  afterAll(() => app?.remove())

  it('opens another at the same place by a key, where a change is seen and undone from either', async () => {
    const { window } = app
    const row = rows(window).nth(1)
    const title = await row.locator('[class*=title]').innerText()
    await row.click()
    await headline(window).getByText(title, { exact: true }).waitFor()
    const other = await app.windowOpenedBy(() => window.keyboard.press('Control+n'))
    await headline(other).getByText(title, { exact: true }).waitFor()
    expect(await hashOf(other)).toBe(await hashOf(window))
    await expect.poll(() => other.title()).toBe(`${title} – ${words.common.appName}`)

    const starred = (page: Page) =>
      page.getByRole('toolbar').first().getByRole('button', { name: words.reader.unstar, exact: true })
    await list(other).focus()
    await other.keyboard.press('s')
    await starred(window).waitFor()
    await window.bringToFront()
    await list(window).focus()
    await window.keyboard.press('Control+z')
    await starred(other).waitFor({ state: 'detached' })

    // Each goes its own way.
    await other.keyboard.press('Control+3')
    await expect.poll(() => other.title()).toBe(`${commands.names['view-tags']} – ${words.common.appName}`)
    expect(await headline(window).innerText()).toBe(title)
    await closeFront()
  })

  it('opens clippings in windows to read them in, by the menu at the pointer and by a key', async () => {
    const { window } = app
    const row = rows(window).nth(2)
    const title = await row.locator('[class*=title]').innerText()
    await row.click()
    await headline(window).getByText(title, { exact: true }).waitFor()
    await row.click({ button: 'right' })
    const byMouse = await app.windowOpenedBy(() =>
      window.getByRole('menuitem', { name: commands.names['open-window'] }).click(),
    )
    await headline(byMouse).getByText(title, { exact: true }).waitFor()
    // It has room for one pane.
    expect(await list(byMouse).count()).toBe(0)
    await closeFront()

    await list(window).focus()
    await window.keyboard.press('Shift+ArrowDown')
    const before = app.windows().length
    await window.keyboard.press('w')
    await expect.poll(() => app.windows().length).toBe(before + 2)
    await closeFront()
    await closeFront()
    await window.keyboard.press('Escape')
  })

  it('opens another from the menu, and a link that is pressed with Control in one', async () => {
    const { window } = app
    const byMenu = await app.windowOpenedBy(() => app.menu.choose(file, newWindow))
    await byMenu.getByRole('navigation').first().waitFor()
    const starred = byMenu.getByRole('link', { name: words.shell.starred })
    const byLink = await app.windowOpenedBy(() => starred.click({ modifiers: ['Control'] }))
    await expect.poll(() => hashOf(byLink)).toContain('shelf=starred')
    expect(await hashOf(byMenu)).not.toContain('shelf=starred')
    expect(await hashOf(window)).not.toContain('shelf=starred')
    await closeFront()
    await closeFront()
  })

  it('tells of the end of an import where it was started, and nowhere else', async () => {
    const { window } = app
    const other = await app.windowOpenedBy(() => window.keyboard.press('Control+n'))
    await list(other).waitFor()
    const folder = join(app.folders.userData, '..', `pages-${languages[0]}`)
    const page = `${folder}.html`
    await writeFile(
      page,
      `<!doctype html><title>Ferry ${languages[0]}</title><article><h1>Night ferry kept</h1>${'<p>The council voted on Monday to keep the night ferry for another year.</p>'.repeat(4)}</article>`,
    )
    await app.dialogs.answerOpen([page])
    await other.keyboard.press('Control+o')
    await headline(other).getByText('Night ferry kept').waitFor()
    await other.waitForTimeout(500)
    const told = words.importing.endedTitle.done.split('{{')[0] ?? ''
    expect(told.length).toBeGreaterThan(1)
    expect(await window.getByRole('region', { name: words.common.messages }).innerText()).not.toContain(told)
    await closeFront()
  })

  it('tells in another window of the end of what a closed one had started', async () => {
    const { window } = app
    const other = await app.windowOpenedBy(() => window.keyboard.press('Control+n'))
    await list(other).waitFor()
    const book = join(app.folders.userData, '..', `book-${languages[0]}.pdf`)
    await app.dialogs.answerSave(book)
    await other.evaluate(async () => {
      const { cuttings } = globalThis as unknown as { cuttings: Bridge }
      const started = await cuttings.request('export:start', {
        scope: { kind: 'filter', filter: { shelf: 'all', query: '', clock: 'published' } },
        format: 'pdf',
        title: 'Book',
        order: 'oldest-first',
        paper: 'A4',
        book: { columns: 1, parts: [], notes: 'after' },
        citationStyle: 'apa',
        markdown: { flavour: 'commonmark', pictures: 'beside', highlights: 'list', originals: false },
        template: 'digest',
        language: 'en',
      })
      if (!started.ok) throw new Error(started.error.message)
    })
    await closeFront()
    await window.getByText(words.shell.orphan.done).waitFor({ timeout: 60_000 })
    await window.getByRole('button', { name: words.exporting.reveal, exact: true }).click()
    await expect.poll(app.shellCalls).toContainEqual({ method: 'showItemInFolder', target: book })
  })

  it('has the menu say what Undo is about in the window in front', async () => {
    const { window } = app
    const undoIn = async () =>
      (await app.menu.items())
        .flatMap(({ submenu }) => submenu ?? [])
        .find(each => each.accelerator === 'CmdOrCtrl+Z')?.label
    await rows(window).nth(1).click()
    await list(window).focus()
    await window.keyboard.press('s')
    const starring = words.change.star_other
      .replace('{{count, number}}', '1')
      .replace('clippings', 'clipping')
    await expect.poll(undoIn).toContain(starring)
    const named = await undoIn()
    const other = await app.windowOpenedBy(() => window.keyboard.press('Control+n'))
    await list(other).waitFor()
    await expect.poll(undoIn).toBe(named)
    await other.keyboard.press('Control+f')
    await expect.poll(undoIn).toBe(words.common.undo)
    await closeFront()
    await expect.poll(undoIn).toBe(named)
  })

  it('opens the windows again as they were', async () => {
    const { window } = app
    await window.keyboard.press('Control+3')
    await app.moveWindow({ x: 120, y: 80, width: 1300, height: 820 })
    const other = await app.windowOpenedBy(() => window.keyboard.press('Control+n'))
    await other.getByRole('navigation').first().waitFor()
    await expect.poll(async () => (await app.windowBounds()).length).toBe(2)
    await app.moveWindow({ x: 300, y: 100, width: 900, height: 700 })
    await other.keyboard.press('Control+4')
    await expect.poll(() => hashOf(other)).toContain('/export')
    const { folders } = app
    await app.close()
    app = await openApp({ languages: [...languages], folders })
    await expect.poll(() => app.windows().length).toBe(2)
    const places = async () =>
      (await app.windowBounds()).map(({ x, y, width, height }) => [x, y, width, height])
    await expect.poll(places).toEqual([
      [120, 80, 1300, 820],
      [300, 100, 900, 700],
    ])
    await expect
      .poll(async () => (await Promise.all(app.windows().map(hashOf))).sort())
      .toEqual([expect.stringContaining('/export'), expect.stringContaining('/tags')])

    // One that is closed is not opened again, but for the last.
    await closeFront()
    await app.close()
    app = await openApp({ languages: [...languages], folders })
    await expect.poll(places).toEqual([[120, 80, 1300, 820]])
    await expect.poll(() => hashOf(app.window)).toContain('/tags')
  })
})
