import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { fillLibrary } from '../../screenshots/sample-library.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { clippingsInJournal } from '../library-on-disk.ts'
import { REFERENCE } from '../reference-article.ts'
import { seriousViolations } from '../serious-violations.ts'

let app: AppUnderTest
const press = (keys: string) => app.window.keyboard.press(keys)
const selected = () => app.window.locator('[role=option][aria-selected=true]')
const clippings = async () => (await clippingsInJournal(app.libraryDir)).size

beforeAll(async () => {
  app = await openApp({ languages: ['en-US'] })
  await app.window.setViewportSize({ width: 1440, height: 900 })
  await app.window.getByRole('heading', { level: 1 }).waitFor()
  await fillLibrary(app)
})
afterAll(() => app?.remove())

beforeEach(async () => {
  await app.window.evaluate(() => {
    location.hash = '#/timeline?shelf=all'
  })
  await app.window.getByRole('option').first().waitFor()
})

it('says which words of a search are no date, and takes it back when they are', async () => {
  const { window } = app
  await press('Control+f')
  await window.keyboard.insertText('tram published:someday')
  await window.getByText('“someday” is not a date').waitFor()
  expect(await seriousViolations(app.window)).toEqual([])
  await press('Control+a')
  await window.keyboard.insertText('tram published:2025')
  await window.getByText('“someday” is not a date').waitFor({ state: 'detached' })
  await window.getByRole('option').first().waitFor()
  // The first clears the search, the second leaves it.
  await press('Escape')
  await press('Escape')
})

it('clips what is pasted behind a dialog, and leaves the view as it was', async () => {
  const { window } = app
  await press('?')
  await window.getByRole('dialog').waitFor()
  const before = { hash: await window.evaluate(() => location.hash), count: await clippings() }
  await app.pasteText(REFERENCE.source)
  await expect.poll(clippings).toBe(before.count + 1)
  await window.getByText('Clipped 1').waitFor()
  expect(await window.evaluate(() => location.hash)).toBe(before.hash)
  expect(await window.getByRole('dialog').count()).toBe(1)
  await press('Escape')
})

it('offers a way back from several selected clippings where there is one pane', async () => {
  const { window } = app
  const rows = window.getByRole('option')
  await rows.nth(0).click()
  await press('Enter')
  await rows.nth(2).click({ modifiers: ['Shift'] })
  await window.evaluate(() => {
    location.hash += '&pane=reader'
  })
  await window.setViewportSize({ width: 720, height: 600 })
  await window
    .getByRole('region', { name: en.reader.label })
    .getByRole('button', { name: en.common.back })
    .click()
  await window.getByRole('listbox').waitFor()
  await window.setViewportSize({ width: 1440, height: 900 })
})

it('gives the text of an article one tab stop, within which the arrows walk', async () => {
  const { window } = app
  await window.getByRole('option').filter({ hasText: 'Ellery council' }).click()
  const text = window.getByRole('region', { name: en.reader.body })
  await text.focus()
  await press('ArrowRight')
  const focused = () =>
    window.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    )
  await expect.poll(focused).toBe('2029')
  await press('ArrowRight')
  await expect.poll(focused).toBe(en.reader.setAside)
  expect(await seriousViolations(app.window)).toEqual([])
  // The block goes; the keyboard's place stays within the text.
  await press('Enter')
  await window.getByText('The 6.4-kilometre').last().waitFor()
  const holdsFocus = () => text.evaluate(region => region.contains(document.activeElement))
  await expect.poll(holdsFocus).toBe(true)
  await press('Tab')
  await expect.poll(holdsFocus).toBe(false)
  await press('Control+z')
})

it('shows the fields to be checked also where there is one pane', async () => {
  const { window } = app
  await window.setViewportSize({ width: 720, height: 600 })
  await press('j')
  await press('e')
  await window.getByText(en.clip.check, { exact: true }).first().waitFor()
  await window.setViewportSize({ width: 1440, height: 900 })
  await press('Escape')
})

it('lets go of several selected clippings at Escape', async () => {
  const rows = app.window.getByRole('option')
  await rows.nth(0).click()
  await rows.nth(2).click({ modifiers: ['Shift'] })
  await expect.poll(() => selected().count()).toBe(3)
  await press('Escape')
  await expect.poll(() => selected().count()).toBe(1)
})

it('leads from a collection to its export, and blames the place that cannot be written', async () => {
  const { window } = app
  await window.getByRole('link', { name: /City transport/ }).hover()
  await window.getByRole('button', { name: /City transport/ }).click()
  await window.getByRole('menuitem', { name: en.shell.exportCollection }).click()
  await app.dialogs.answerSave(join(process.execPath, 'export.md'))
  // A file is no folder. Pressed at once, perhaps before the figures are there.
  await press('Control+Enter')
  await window.getByText(en.exporting.placeRefused).waitFor()
  expect(await seriousViolations(app.window)).toEqual([])
  await press('Escape')
  await expect.poll(() => window.evaluate(() => document.activeElement?.id)).toBe('clippings')
})

it('says a message that is on show in the language that is switched to', async () => {
  const { window } = app
  await app.pasteText('   ')
  await window.getByText(en.failure['nothing-to-clip'].what).waitFor()
  await press('Control+,')
  await window.getByText('简体中文', { exact: true }).click()
  await window.getByText(zhHans.failure['nothing-to-clip'].what).waitFor()
  await window.getByText(en.failure['nothing-to-clip'].what).waitFor({ state: 'detached' })
})
