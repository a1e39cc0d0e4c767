import { readFile, rename, rm, writeFile } from 'node:fs/promises'
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
  TRAM,
  TRAM_TITLE,
} from './care-window.ts'

const apps: AppUnderTest[] = []
afterEach(async () => {
  for (const app of apps.splice(0).reverse()) await app.remove()
})

describe.each(LANGUAGES)('in %s', (language, words) => {
  /** An app with one clipping was there; `change` does something to its library, and it is opened again. */
  const reopened = async (change: (library: string) => Promise<void>) => {
    const first = await openApp({ languages: [language] })
    apps.push(first)
    await first.window.getByRole('heading', { level: 1 }).waitFor()
    await clip(first, FERRY, FERRY_TITLE)
    await first.close()
    await change(first.libraryDir)
    const app = await openApp({ languages: [language], folders: first.folders })
    apps.push(app)
    await app.window.setViewportSize({ width: 1440, height: 900 })
    return app
  }

  it('says which computer has the library open, and opens it when that one let go', async () => {
    const at = new Date().toISOString()
    const holder = { host: 'anna-laptop', pid: 3121, startedAt: at, heartbeat: at }
    const app = await reopened(library => writeFile(join(library, 'lock'), JSON.stringify(holder)))
    const { window } = app
    await window.getByText(words.failure['library-locked'].what).waitFor()
    await window.getByText('anna-laptop').waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await button(app, words.common.retry).click()
    await window.getByRole('status').getByText(words.failure['library-locked'].what).waitFor()
    await rm(join(app.libraryDir, 'lock'))
    await button(app, words.common.retry).click()
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).waitFor()
  })

  it('opens a library of a newer version for reading, says so, and leaves it as it is', async () => {
    let written = ''
    const app = await reopened(async library => {
      const path = join(library, 'library.json')
      const file: unknown = JSON.parse(await readFile(path, 'utf8'))
      written = JSON.stringify({ ...Object(file), schemaVersion: 99 })
      await writeFile(path, written)
    })
    const { window } = app
    await window.getByText(words.banner.readOnly['library-newer'].what).waitFor()
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).click()
    await window.getByRole('article').getByRole('heading', { name: FERRY_TITLE }).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    expect(await readFile(join(app.libraryDir, 'library.json'), 'utf8')).toBe(written)
  })

  it('mends a library that is too damaged to be opened, from its own history', async () => {
    const app = await reopened(library => writeFile(join(library, 'library.json'), 'no JSON'))
    const { window } = app
    await window.getByText(words.failure['library-damaged'].what).waitFor()
    await button(app, words.library.restoreFrom).click()
    await window.getByRole('dialog').getByText(words.backups.none).waitFor()
    await window.keyboard.press('Escape')
    expect(await seriousInBothThemes(app)).toEqual([])
    await button(app, words.library.repair).click()
    await button(app, words.verify.repairStart).click()
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).waitFor()
    await button(app, words.library.toReport).click()
    await window.getByText(words.verify.repaired).waitFor()
  })

  it('says that the disk is gone while it is, and takes changes again when it is back', async () => {
    const app = await openApp({ languages: [language] })
    apps.push(app)
    const { window } = app
    await window.setViewportSize({ width: 1440, height: 900 })
    await window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, FERRY, FERRY_TITLE)
    await rename(app.libraryDir, `${app.libraryDir} unplugged`)
    // The app looks every few seconds.
    const gone = window.getByText(words.banner.readOnly['library-missing'].what)
    await gone.waitFor({ timeout: 60_000 })
    expect(await seriousInBothThemes(app)).toEqual([])
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).waitFor()
    await rename(`${app.libraryDir} unplugged`, app.libraryDir)
    await button(app, words.banner.retry).click()
    await gone.waitFor({ state: 'detached' })
    await clip(app, TRAM, TRAM_TITLE)
  })
})
