import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppUnderTest, openApp } from '../app.ts'
import {
  anyOf,
  button,
  clip,
  FERRY,
  FERRY_TITLE,
  LANGUAGES,
  seriousInBothThemes,
  showSection,
  TRAM,
  TRAM_TITLE,
} from './care-window.ts'

let app: AppUnderTest

describe.each(LANGUAGES)('in %s', (language, words) => {
  beforeAll(async () => {
    app = await openApp({ languages: [language] })
    await app.window.setViewportSize({ width: 1440, height: 900 })
    await app.window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, TRAM, TRAM_TITLE)
  })
  afterAll(() => app?.remove())
  const titles = () => app.window.getByRole('option').allTextContents()
  const showShelf = (shelf: string) =>
    app.window.evaluate(to => {
      location.hash = `#/timeline?shelf=${to}`
    }, shelf)
  const takeBackup = async () => {
    await showSection(app, 'backups')
    await button(app, words.backups.take).click()
    await app.window.getByText(words.backups.taken).waitFor()
  }

  it('brings back from a backup what was removed from the trash, beside the library', async () => {
    const { window } = app
    await clip(app, FERRY, FERRY_TITLE)
    await takeBackup()
    expect(await seriousInBothThemes(app)).toEqual([])
    await button(app, words.backups.verify).click()
    await window
      .getByText(
        anyOf('verified_one' in words.backups ? words.backups.verified_one : words.backups.verified_other),
      )
      .waitFor()

    await showShelf('all')
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).click()
    await window.keyboard.press('Delete')
    await expect.poll(titles).toHaveLength(1)
    await showShelf('trash')
    await expect.poll(async () => (await titles()).join()).toContain(FERRY_TITLE)
    await button(app, words.trash.empty).click()
    const question = window.getByRole('alertdialog')
    await question.getByText(words.trash.questionDetail).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await question.getByRole('button').last().click()
    await window.getByText(words.timeline.emptyTrashTitle).waitFor()

    // It can be undone at once, and done again.
    await window.keyboard.press('Control+z')
    await expect.poll(async () => (await titles()).join()).toContain(FERRY_TITLE)
    await window.keyboard.press('Control+Shift+z')
    await window.getByText(words.timeline.emptyTrashTitle).waitFor()

    await showSection(app, 'backups')
    await window.getByRole('button', { name: anyOf(words.backups.restoreNamed) }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByText(FERRY_TITLE).waitFor()
    expect(await dialog.getByText(TRAM_TITLE).count()).toBe(0)
    expect(await seriousInBothThemes(app)).toEqual([])
    await app.dialogs.answerSave(join(app.folders.documents, 'Restored'))
    await dialog.getByRole('button', { name: words.backups.restoreStart }).click()
    await window.getByText(words.library.done.restore).waitFor()
    await button(app, words.library.openIt).click()
    await window.getByText(words.library.opened.replace('{{name}}', 'Restored'), { exact: true }).waitFor()
    await expect.poll(titles).toHaveLength(2)
    expect((await titles()).join()).toContain(FERRY_TITLE)
  })

  it('gives a clipping back what it was, as a change that can be undone', async () => {
    const { window } = app
    await takeBackup()
    await showShelf('all')
    await window.getByRole('option').filter({ hasText: TRAM_TITLE }).click()
    await window.keyboard.press('s')
    const unstar = window.getByRole('button', { name: words.reader.unstar })
    await unstar.waitFor()

    await button(app, words.reader.more).click()
    await window.getByRole('menuitem', { name: words.backups.earlier }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByText(words.backups.field.starred).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await dialog.getByRole('button', { name: anyOf(words.backups.restoreVersionNamed) }).click()
    await unstar.waitFor({ state: 'detached' })
    await window.keyboard.press('Control+z')
    await unstar.waitFor()
  })

  it('keeps the trash as long as the settings say, and says so above it', async () => {
    const { window } = app
    await showShelf('all')
    await window.getByRole('option').filter({ hasText: TRAM_TITLE }).click()
    await window.keyboard.press('Delete')
    await showSection(app, 'trash')
    expect(await seriousInBothThemes(app)).toEqual([])
    await window.getByText(words.trash.keepForEver).click()
    await button(app, words.trash.show).click()
    await window.getByText(words.trash.lineNever).waitFor()
    await showSection(app, 'trash')
    await window.getByText(words.trash.keep_other.replace('{{count, number}}', '90')).click()
    await button(app, words.trash.show).click()
    await window.getByText(words.trash.line_other.replace('{{count, number}}', '90')).waitFor()
  })
})
