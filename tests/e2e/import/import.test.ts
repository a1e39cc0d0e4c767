import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AppUnderTest, openApp } from '../app.ts'
import { button, LANGUAGES, seriousInBothThemes, showSection } from '../library/care-window.ts'
import { clippingsInJournal } from '../library-on-disk.ts'
import { BRIDGE, BRIDGE_TITLE, FERRY_TITLE, makeMixedFolder, TRAM_TITLE } from './mixed-folder.ts'

let app: AppUnderTest
let parent: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-import-'))
})
afterEach(async () => {
  await app?.remove()
  await rm(parent, { recursive: true, force: true })
})

const kept = async () => [...(await clippingsInJournal(app.libraryDir)).values()]
const titles = async () => (await kept()).map(({ title }) => title)
const row = (text: string) => app.window.getByRole('option').filter({ hasText: text })

describe.each(LANGUAGES)('a folder of mixed files, in %s', (language, words) => {
  const { importing, outlets } = words

  it('is tried first, imported with a ledger, taught by one correction, and taken back in one step', async () => {
    app = await openApp({ languages: [language] })
    const { window } = app
    await window.setViewportSize({ width: 1440, height: 900 })
    await window.getByRole('heading', { level: 1 }).waitFor()
    const folder = await makeMixedFolder(parent)
    await app.dropFiles([folder])

    await window.getByText(importing.planned, { exact: true }).waitFor()
    expect(await kept()).toEqual([])
    await row('empty.html').getByText(importing.reason.empty.what).waitFor()
    await row(TRAM_TITLE).getByText(importing.outcome.imported).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])

    await window.keyboard.press('Control+Enter')
    await button(app, importing.undo).waitFor()
    expect(await titles()).toEqual(expect.arrayContaining([TRAM_TITLE, FERRY_TITLE]))
    await row('渡轮').filter({ hasText: importing.outcome.duplicate }).waitFor()

    await window.getByRole('radio', { name: importing.outcome.failed }).click()
    await row('broken.pdf').click()
    const detail = window.getByRole('region', { name: importing.detail })
    await detail.getByText(importing.reason.damaged.todo).waitFor()
    await detail.getByRole('button', { name: importing.reveal }).click()
    await expect
      .poll(() => app.shellCalls())
      .toContainEqual({ method: 'showItemInFolder', target: join(folder, 'broken.pdf') })
    expect(await seriousInBothThemes(app)).toEqual([])

    const csv = join(parent, 'ledger.csv')
    await app.dialogs.answerSave(csv)
    await button(app, importing.exportCsv).click()
    await window.getByText(importing.exported).waitFor()
    expect(await readFile(csv, 'utf8')).toContain('broken.pdf')

    await window.getByRole('radio', { name: importing.outcome.all }).click()
    await row(TRAM_TITLE).dblclick()
    await window.getByRole('article').getByText('Courier Desk Marta Quennell').waitFor()
    await window.keyboard.press('e')
    await window
      .getByRole('button', { name: words.clip.edit.replace('{{field}}', words.clip.fields.bylines) })
      .click()
    await window.getByRole('textbox', { name: words.clip.fields.bylines }).fill('Marta Quennell')
    await window.keyboard.press('Enter')
    await window.getByText(outlets.offerTitle).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await button(app, outlets.remember).click()
    await window.getByText(outlets.offerTitle).waitFor({ state: 'detached' })

    const bridge = join(parent, 'bridge.html')
    await writeFile(bridge, BRIDGE)
    await app.dropFiles([bridge])
    await window.getByRole('heading', { level: 1, name: BRIDGE_TITLE }).waitFor()
    await expect
      .poll(async () => (await kept()).find(({ title }) => title === BRIDGE_TITLE)?.bylines)
      .toEqual(['Marta Quennell'])
    await showSection(app, 'outlets')
    await window.getByRole('list', { name: outlets.list }).getByText('courier.example').waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])

    await window.keyboard.press('Control+5')
    await window
      .getByRole('navigation', { name: importing.past })
      .getByRole('link', { name: /剪报 2025/ })
      .click()
    await button(app, importing.undo).click()
    await window.getByText(importing.undone, { exact: true }).waitFor()
    await expect.poll(titles).toEqual([BRIDGE_TITLE])
  })
})
