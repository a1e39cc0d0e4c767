import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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

let app: AppUnderTest
let scratch: string
/** A library with one clipping, of an app that was closed. */
let closed: string

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'cuttings-closed-'))
  closed = join(scratch, 'closed')
  const first = await openApp()
  await first.window.getByRole('heading', { level: 1 }).waitFor()
  await clip(first, FERRY, FERRY_TITLE)
  await first.close()
  await cp(first.libraryDir, closed, { recursive: true })
  await first.remove()
})
afterAll(() => rm(scratch, { recursive: true, force: true }))
afterEach(() => app?.remove())

let copies = 0

describe.each(LANGUAGES)('in %s', (language, words) => {
  /** The app with a copy of that library, after `change` did something to it. */
  const reopened = async (change: (library: string) => Promise<void>) => {
    const parent = join(scratch, `copy-${++copies}`)
    const folders = { userData: join(parent, 'profile'), documents: join(parent, 'documents') }
    await mkdir(folders.userData, { recursive: true })
    const library = join(folders.documents, 'Cuttings')
    await cp(closed, library, { recursive: true })
    await change(library)
    app = await openApp({ languages: [language], folders })
    await app.window.setViewportSize({ width: 1440, height: 900 })
  }

  it('says which computer has the library open, and opens it when that one let go', async () => {
    const at = new Date().toISOString()
    const holder = { host: 'anna-laptop', pid: 3121, startedAt: at, heartbeat: at }
    await reopened(library => writeFile(join(library, 'lock'), JSON.stringify(holder)))
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
    await reopened(async library => {
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
    await reopened(library => writeFile(join(library, 'library.json'), 'no JSON'))
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
    app = await openApp({ languages: [language] })
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
