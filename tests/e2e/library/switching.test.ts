import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { MENU_WORDS } from '../../../electron/main/menu-words.ts'
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

const apps: AppUnderTest[] = []
const removeAll = async () => {
  for (const app of apps.splice(0).reverse()) await app.remove()
}

describe.each(LANGUAGES)('in %s', (language, words) => {
  afterAll(removeAll)
  const open = async (folders?: AppUnderTest['folders']) => {
    const app = await openApp({ languages: [language], ...(folders && { folders }) })
    apps.push(app)
    await app.window.setViewportSize({ width: 1440, height: 900 })
    return app
  }
  const rows = (app: AppUnderTest) => app.window.getByRole('option').allTextContents()
  const openedToast = (app: AppUnderTest, name: string) =>
    app.window.getByText(words.library.opened.replace('{{name}}', name), { exact: true })

  it('makes a second library, goes back to the first by its name, and moves it', async () => {
    const app = await open()
    const { window, folders } = app
    await window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, FERRY, FERRY_TITLE)

    const second = join(folders.documents, 'Second')
    await showSection(app, 'library')
    await app.dialogs.answerSave(second)
    await button(app, words.library.new).click()
    await openedToast(app, 'Second').waitFor()
    expect(await window.evaluate(() => location.hash)).toBe('#/timeline')
    await window.getByText(words.timeline.welcomeTitle).waitFor()
    await clip(app, TRAM, TRAM_TITLE)
    expect((await rows(app)).join()).not.toContain(FERRY_TITLE)

    await window.keyboard.press('?')
    await window.getByRole('dialog').waitFor()
    await window.keyboard.press('Escape')
    await showSection(app, 'library')
    expect(await seriousInBothThemes(app)).toEqual([])
    await button(app, words.library.openRecent.replace('{{name}}', 'Cuttings')).click()
    await openedToast(app, 'Cuttings').waitFor()
    await expect.poll(() => rows(app)).toEqual([expect.stringContaining(FERRY_TITLE)])

    const elsewhere = join(folders.documents, 'Elsewhere')
    await mkdir(elsewhere)
    await showSection(app, 'library')
    await app.dialogs.answerOpen([elsewhere])
    await button(app, words.library.move).click()
    await window.getByText(words.library.done.move).waitFor()
    await window.getByText(join(elsewhere, 'Cuttings')).first().waitFor()
    expect(await readdir(folders.documents)).not.toContain('Cuttings')
    expect(await readdir(join(elsewhere, 'Cuttings'))).toContain('library.json')
    await window.evaluate(() => {
      location.hash = '#/timeline'
    })
    await expect.poll(() => rows(app)).toHaveLength(1)

    // The place is remembered, and a library that is not there is not made anew.
    await app.close()
    await rename(elsewhere, `${elsewhere} unplugged`)
    const again = await open(folders)
    await again.window.getByText(words.failure['library-missing'].what).waitFor()
    expect(await seriousInBothThemes(again)).toEqual([])
    await rename(`${elsewhere} unplugged`, elsewhere)
    await button(again, words.common.retry).click()
    await expect.poll(() => rows(again)).toHaveLength(1)
  })

  it('copies a library, and makes one of an archive, beside the open one', async () => {
    await removeAll()
    const app = await open()
    const { window, folders } = app
    await window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, FERRY, FERRY_TITLE)

    const elsewhere = join(folders.documents, 'Elsewhere')
    await mkdir(elsewhere)
    await showSection(app, 'library')
    await app.dialogs.answerOpen([elsewhere])
    await button(app, words.library.copy).click()
    await window.getByText(words.library.done.copy).waitFor()
    expect(await readdir(folders.documents)).toContain('Cuttings')

    const archive = join(folders.documents, 'kept.zip')
    await app.dialogs.answerSave(archive)
    await button(app, words.library.archive).click()
    await window.getByText(words.library.done.archive).waitFor()
    await app.dialogs.answerOpen([archive])
    await app.dialogs.answerSave(join(folders.documents, 'From archive'))
    await button(app, words.library.importArchive).click()
    await window.getByText(words.library.done['import-archive']).waitFor()
    await button(app, words.library.openIt).click()
    await openedToast(app, 'From archive').waitFor()
    await expect.poll(() => rows(app)).toEqual([expect.stringContaining(FERRY_TITLE)])
    await showSection(app, 'library')
    await window.getByText(anyOf(words.library.openRecent)).first().waitFor({ state: 'detached' })
    expect(await window.getByRole('button', { name: anyOf(words.library.openRecent) }).count()).toBe(1)
  })

  it('says of a folder that is no library that it is none, and stays where it is', async () => {
    const app = apps.at(-1) ?? (await open())
    await app.window.getByRole('heading', { level: 1 }).waitFor()
    await showSection(app, 'library')
    const path = await app.window.evaluate(async () => {
      const answer = await window.cuttings.request('library:state', {})
      return answer.ok ? answer.value.path : ''
    })
    await app.dialogs.answerOpen([app.folders.userData])
    const menu = MENU_WORDS[language === 'zh-CN' ? 'zh-Hans' : 'en']
    await app.menu.choose(menu.file, menu.openLibrary)
    await app.window.getByText(words.failure['not-a-library'].what).waitFor()
    await app.window.getByText(path, { exact: true }).first().waitFor()
  })
})
