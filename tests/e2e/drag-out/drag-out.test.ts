import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { clippingsInJournal } from '../library-on-disk.ts'

let app: AppUnderTest

afterEach(async () => {
  await app?.remove()
})

const FERRY = `A ferry: "late"?\n\n${Array.from(
  { length: 6 },
  (_, day) => `On day ${day} the council said that the ferry sails later, for those who work late.`,
).join('\n\n')}\n`

const TRAM = `市政/交通:电车改期\n\n${Array.from(
  { length: 6 },
  (_, day) => `第${day}天，交通局表示电车线路的施工将推迟到明年春天，沿线商户对此意见不一。`,
).join('\n\n')}\n`

/** Presses on a place, moves away, and lets go. */
async function drag(from: Locator, to: Locator, key?: 'Alt'): Promise<void> {
  const { mouse, keyboard } = from.page()
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (start === null || end === null) throw new Error('nothing to drag, or nowhere')
  if (key) await keyboard.down(key)
  await mouse.move(start.x + 40, start.y + 12)
  await mouse.down()
  // As a hand does, which takes longer than the files.
  await from.page().waitForTimeout(500)
  await mouse.move(start.x + 60, start.y + 40, { steps: 4 })
  await mouse.move(end.x + 20, end.y + end.height / 2, { steps: 4 })
  await from.page().waitForTimeout(500)
  await mouse.up()
  if (key) await keyboard.up(key)
}

it.each([
  ['en-US', en],
  ['zh-CN', zhHans],
] as const)(
  'clippings leave the window as files with Alt, and move within it without, in %s',
  async (language, words) => {
    app = await openApp({ languages: [language] })
    const { window } = app
    await window.getByRole('heading', { level: 1 }).waitFor()
    for (const [at, text] of [FERRY, TRAM].entries()) {
      await app.pasteText(text)
      await window.getByRole('option').nth(at).waitFor()
      await window.keyboard.press('Escape')
    }
    const rows = window.getByRole('option')
    await rows.nth(1).waitFor()
    const title = window.locator('#article-title')
    const names = async () =>
      (await app.drags()).map(({ files }) => files.map(file => basename(file)).toSorted())

    // One that is not selected, then both, then the one that is open, by its title.
    await drag(rows.filter({ hasText: '电车' }), window.getByRole('main'), 'Alt')
    await expect.poll(names).toEqual([['市政 交通 电车改期.md']])
    await rows.first().click()
    await window.keyboard.press('Control+a')
    await drag(rows.first(), window.getByRole('main'), 'Alt')
    await expect.poll(async () => (await names())[1]).toEqual(['A ferry late.md', '市政 交通 电车改期.md'])
    await rows.filter({ hasText: 'A ferry' }).click()
    await window.getByRole('heading', { name: 'A ferry: "late"?' }).first().waitFor()
    await drag(title, rows.first(), 'Alt')
    await expect.poll(async () => (await names())[2]).toEqual(['A ferry late.md'])

    const [, both] = await app.drags()
    const text = await readFile(both?.files.find(file => file.includes('ferry')) ?? '', 'utf8')
    expect(text).toContain('On day 3 the council said')
    expect(existsSync(both?.icon ?? '')).toBe(true)

    // What comes back to the window is here already.
    const before = (await clippingsInJournal(app.libraryDir)).size
    if (app.runtime === 'chromium') await app.dropFiles(both?.files ?? [])
    await window.waitForTimeout(500)
    expect((await clippingsInJournal(app.libraryDir)).size).toBe(before)

    // Without Alt a row is dragged onto a tag, a collection or the trash as ever, and no file leaves.
    await window.keyboard.press('c')
    await window.getByRole('combobox').fill('Harbour')
    await window.keyboard.press('Enter')
    await window.getByRole('dialog').waitFor({ state: 'detached' })
    const shelf = window
      .getByRole('link', { name: /Harbour/ })
      .or(window.getByRole('button', { name: /Harbour/ }))
    await drag(rows.filter({ hasText: '电车' }), shelf.first())
    await expect
      .poll(async () =>
        [...(await clippingsInJournal(app.libraryDir)).values()].map(({ collections }) => collections.length),
      )
      .toEqual([1, 1])
    expect(await app.drags()).toHaveLength(3)

    // The keys' own list says how, and what to do without a mouse.
    await window.keyboard.press('Escape')
    await rows.first().click()
    await window.keyboard.press('?')
    await window.getByText(words.commands.dragOut.replace('{{key}}', 'Alt')).waitFor()
    const folder = join(app.folders.userData, 'dragged')
    expect(existsSync(folder)).toBe(true)
    await app.close()
    expect(existsSync(folder)).toBe(false)
  },
)
