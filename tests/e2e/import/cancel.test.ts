import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AppUnderTest, openApp } from '../app.ts'
import { anyOf, button, LANGUAGES, seriousInBothThemes } from '../library/care-window.ts'
import { clippingsInJournal } from '../library-on-disk.ts'

let app: AppUnderTest
let parent: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-cancel-'))
})
afterEach(async () => {
  await app?.remove()
  await rm(parent, { recursive: true, force: true })
})

const PAGES = 600
/** What counts as kept is safe on the disk, and a slow disk takes its time for so many. */
const PATIENT_MS = 90_000
const kept = async () => (await clippingsInJournal(app.libraryDir)).size

/** Notices that have nothing in common but their form. */
async function makePages(): Promise<string> {
  const folder = join(parent, 'notices')
  await mkdir(folder)
  for (let page = 0; page < PAGES; page += 1) {
    const words = Array.from({ length: 80 }, (_, at) => ((page * 7919 + at * 104729) % 99991).toString(36))
    await writeFile(
      join(folder, `${page}.txt`),
      `Notice ${page} of the harbour office\n\n${words.join(' ')}.\n`,
    )
  }
  return folder
}

describe.each(LANGUAGES)('an import that is cancelled, in %s', (language, words) => {
  const { importing } = words

  it('says what it kept, and goes on to the end when it is asked to', async () => {
    app = await openApp({ languages: [language] })
    const { window } = app
    await window.getByRole('heading', { level: 1 }).waitFor()
    await app.dropFiles([await makePages()])
    await window.getByText(importing.planned, { exact: true }).waitFor()
    await window.keyboard.press('Control+Enter')
    await window.getByText(importing.running, { exact: true }).waitFor()
    await button(app, words.common.cancel).click()
    await button(app, importing.resume).waitFor()
    const part = await kept()
    expect(part).toBeLessThan(PAGES)
    const { cancelledKept_other: several, cancelledNothing: nothing } = importing
    const one = 'cancelledKept_one' in importing ? importing.cancelledKept_one : several
    await window
      .getByText(anyOf([nothing, one][part] ?? several))
      .first()
      .waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])

    await button(app, importing.resume).click()
    await expect.poll(kept, { timeout: PATIENT_MS, interval: 200 }).toBe(PAGES)
    await window.getByText(anyOf(importing.done_other)).first().waitFor()
  }, 240_000)
})
