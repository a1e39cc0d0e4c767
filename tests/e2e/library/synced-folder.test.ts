import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type AppUnderTest, openApp } from '../app.ts'
import { button, LANGUAGES, seriousInBothThemes, showSection } from './care-window.ts'

let app: AppUnderTest
afterEach(() => app?.remove())

describe.each(LANGUAGES)('in %s', (language, words) => {
  it('shows the copies that a syncing program left, the advice after them, and each as long as it is new', async () => {
    app = await openApp({ languages: [language] })
    const { window, folders } = app
    await window.setViewportSize({ width: 1440, height: 900 })
    await window.getByRole('heading', { level: 1 }).waitFor()
    const library = join(folders.documents, 'Dropbox', 'Team')
    await mkdir(join(folders.documents, 'Dropbox'))
    await showSection(app, 'library')
    await app.dialogs.answerSave(library)
    await button(app, words.library.new).click()
    await window.getByText(words.timeline.welcomeTitle).waitFor()
    const copy = "library (Anna's conflicted copy 2026-11-23).json"
    await copyFile(join(library, 'library.json'), join(library, copy))

    // The folder is looked through some seconds after it was opened.
    await button(app, words.banner.conflictsShow).click({ timeout: 60_000 })
    await window.getByRole('dialog').getByText(copy).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await window.keyboard.press('Escape')
    await button(app, words.banner.dismiss).click()
    await window.getByText(words.banner.cloud.replace('{{service}}', 'Dropbox')).waitFor()
    await button(app, words.banner.understood).click()
    await window.getByRole('region', { name: words.banner.label }).waitFor({ state: 'detached' })

    // The copies are still there and are said again at the next start; the advice was understood.
    await window.reload()
    await button(app, words.banner.conflictsShow).waitFor()
    await button(app, words.banner.dismiss).click()
    await window.getByRole('region', { name: words.banner.label }).waitFor({ state: 'detached' })
  })
})
