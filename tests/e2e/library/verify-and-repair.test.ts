import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type AppUnderTest, openApp } from '../app.ts'
import {
  button,
  clip,
  FERRY,
  FERRY_TITLE,
  LANGUAGES,
  seriousInBothThemes,
  showSection,
} from './care-window.ts'

let app: AppUnderTest
afterEach(() => app?.remove())

/** The only original of the library. */
async function originalOf(library: string): Promise<string> {
  const [shard = ''] = await readdir(join(library, 'originals'))
  const [name = ''] = await readdir(join(library, 'originals', shard))
  return join(library, 'originals', shard, name)
}

describe.each(LANGUAGES)('in %s', (language, words) => {
  it('finds the flipped byte of an original, says what it means, and mends it from a backup', async () => {
    app = await openApp({ languages: [language] })
    const { window } = app
    await window.setViewportSize({ width: 1440, height: 900 })
    await window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, FERRY, FERRY_TITLE)
    await showSection(app, 'backups')
    await button(app, words.backups.take).click()
    await window.getByText(words.backups.taken).waitFor()

    await showSection(app, 'library')
    // By keyboard: the button keeps its place while the task runs and after it.
    await button(app, words.verify.start).focus()
    await window.keyboard.press('Enter')
    await window.getByText(words.verify.sound).waitFor()
    expect(await window.evaluate(() => document.activeElement?.textContent)).toBe(words.verify.start)
    expect(await button(app, words.verify.repair).count()).toBe(0)

    const path = await originalOf(app.libraryDir)
    const bytes = await readFile(path)
    bytes[10] = (bytes[10] ?? 0) ^ 1
    await writeFile(path, bytes)
    await button(app, words.verify.start).click()
    await window.getByText(words.verify.means['damaged-original']).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])

    // Away from the report the banner leads back to it.
    await window.keyboard.press('Control+1')
    await window.getByText(words.banner.damaged).waitFor()
    await button(app, words.library.toReport).click()
    await button(app, words.verify.repair).click()
    await window.getByRole('alertdialog').waitFor()
    await button(app, words.verify.repairStart).click()
    await window.getByText(words.verify.repaired).waitFor()
    await window.getByText(words.verify.aside).waitFor()
    expect(await window.getByText(words.banner.damaged).count()).toBe(0)

    await button(app, words.verify.start).click()
    await window.getByText(words.verify.sound).waitFor()
    await window.evaluate(() => {
      location.hash = '#/timeline'
    })
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).waitFor()
  })
})
