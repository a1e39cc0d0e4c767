import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Overview } from '../../../electron/core/model/overview.ts'
import type { Bridge } from '../../../electron/ipc/contract.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import {
  anyOf,
  button,
  clip,
  FERRY,
  FERRY_TITLE,
  LANGUAGES,
  seriousInBothThemes,
  TRAM,
  TRAM_TITLE,
} from '../library/care-window.ts'

let app: AppUnderTest

const BRACKETS = '青桥市交通局（QBTB）周一表示，青桥市交通局将修桥。'

describe.each(LANGUAGES)('tags, in %s', (language, words) => {
  const { tags, tagging, common } = words
  const overview = (): Promise<Overview> =>
    app.window.evaluate(async () => {
      const answer = await (globalThis as unknown as { cuttings: Bridge }).cuttings.request(
        'library:overview',
        {},
      )
      return answer.ok ? answer.value : Promise.reject(answer.error)
    })
  const totals = async () =>
    Object.fromEntries((await overview()).tags.map(({ name, total }) => [name, total]))
  const create = (name: string) =>
    app.window.evaluate(
      each => (globalThis as unknown as { cuttings: Bridge }).cuttings.request('tag:create', { name: each }),
      name,
    )
  const line = (name: string): Locator => app.window.locator(`[role=treeitem][data-tag="${name}"]`)
  const show = async (hash: string, role: 'tree' | 'option') => {
    await app.window.evaluate(to => {
      location.hash = to
    }, hash)
    await app.window.getByRole(role).first().waitFor()
  }

  beforeAll(async () => {
    app = await openApp({ languages: [language] })
    app.window.setDefaultTimeout(20_000)
    await app.window.setViewportSize({ width: 1440, height: 900 })
    await app.window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, `${FERRY}\n${BRACKETS}\n`, FERRY_TITLE)
    await clip(app, TRAM, TRAM_TITLE)
    for (const name of ['交通', 'Transport', '青桥市交通局', 'QBTB', 'trams', 'tram']) await create(name)
  })
  afterAll(() => app?.remove())

  it('are taken from the text with one key, moved, found and merged by keys', async () => {
    const { window } = app
    await show('#/timeline?shelf=all', 'option')
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).click()
    await window.keyboard.press('t')
    const picker = window.getByRole('dialog')
    await picker.getByRole('button', { name: '青桥市交通局' }).waitFor()
    expect(await totals()).toMatchObject({ 青桥市交通局: 0 })
    expect(await seriousInBothThemes(app)).toEqual([])
    const first = await picker.locator('[aria-keyshortcuts="Alt+1"]').getAttribute('title')
    expect(first).toMatch(anyOf(tagging.knownInText_other))
    await window.keyboard.press('Alt+1')
    await expect.poll(async () => Object.values(await totals())).toContain(1)
    await picker.getByRole('combobox').fill('青桥')
    await window.keyboard.press('Enter')
    await expect.poll(totals).toMatchObject({ 青桥市交通局: 1 })
    await window.keyboard.press('t')
    await picker.getByRole('combobox').fill('jt')
    await picker.getByRole('option', { selected: true }).filter({ hasText: /^交通/ }).waitFor()
    await window.keyboard.press('Enter')
    await expect.poll(totals).toMatchObject({ 交通: 1 })

    await show('#/tags', 'tree')
    await line('青桥市交通局').click()
    await window.getByRole('tree').focus()
    await window.keyboard.press('Shift+M')
    await picker.getByRole('combobox').fill('jiaotong')
    await window.keyboard.press('Enter')
    await line('交通/青桥市交通局').waitFor()
    await expect.poll(totals).toMatchObject({ 交通: 1, '交通/青桥市交通局': 1 })
    await window.keyboard.press('Control+z')
    await line('青桥市交通局').waitFor()

    await window.getByRole('radio', { name: tags.show.alike }).press('Enter')
    const pairs = window.getByRole('list', { name: tags.show.alike }).getByRole('listitem')
    await pairs.filter({ hasText: '青桥市交通局（QBTB）' }).waitFor()
    expect(await pairs.first().innerText()).toContain(tags.likeness.stated)
    const plural = pairs.filter({ hasText: 'trams' })
    expect(await plural.innerText()).toContain(tags.likeness.plural)
    await plural.getByRole('button').last().press('Enter')
    await plural.waitFor({ state: 'detached' })
    expect(await seriousInBothThemes(app)).toEqual([])
    await pairs.first().getByRole('button').first().press('Enter')
    await window.getByRole('alertdialog').getByRole('button', { name: tags.mergeConfirm }).press('Enter')
    await expect.poll(async () => Object.keys(await totals())).not.toContain('QBTB')
  })

  it('are moved by dragging, narrowed, cleared away and put on by dropping, with menus, by mouse', async () => {
    const { window } = app
    await window.evaluate(() => {
      location.hash = '#/tags'
    })
    await window.getByRole('radiogroup', { name: tags.showLabel }).getByRole('radio').first().click()
    await line('青桥市交通局').dragTo(line('Transport'))
    await line('Transport/青桥市交通局').click()
    const beside = window.getByRole('region', { name: tags.goesWith })
    await beside.getByRole('button', { name: '交通' }).click()
    await beside.getByRole('button', { pressed: true }).waitFor()
    await window.getByRole('link', { name: FERRY_TITLE }).waitFor()

    await line('tram').click({ button: 'right' })
    await window.getByRole('menuitem', { name: tags.colour }).hover()
    await window.getByRole('menuitem', { name: tags.colours.violet }).click()
    await expect
      .poll(async () => (await overview()).tags.find(({ name }) => name === 'tram')?.colour)
      .toBe('violet')
    await window.getByRole('radio', { name: tags.show.unused }).click()
    const clear = window.getByRole('button').filter({ has: window.locator('svg.lucide-trash-2') })
    await clear.filter({ hasText: '2' }).click()
    await expect.poll(async () => Object.keys(await totals())).not.toContain('trams')
    await button(app, common.undo).click()
    await expect.poll(async () => Object.keys(await totals())).toContain('trams')

    await show('#/timeline?shelf=all', 'option')
    await window.getByRole('option').first().click()
    await window.locator('#clippings').press('Control+a')
    const sidebar = window.getByRole('navigation', { name: words.shell.sidebar })
    const inSidebar = (name: string) => sidebar.getByRole('link').filter({ hasText: name })
    await window.getByRole('option').first().dragTo(inSidebar('trams'))
    await expect.poll(totals).toMatchObject({ trams: 2 })
    await window.keyboard.press('t')
    const picker = window.getByRole('dialog')
    const partly = picker.getByRole('option').filter({ hasText: /^交通/ })
    await partly.filter({ hasText: 'Shift+Enter' }).waitFor()
    await picker.getByRole('combobox').fill('交通')
    await window.keyboard.press('Shift+Enter')
    await expect.poll(totals).toMatchObject({ 交通: 0 })
    const isClosed = async () => {
      if ((await picker.count()) > 0) await window.keyboard.press('Escape')
      return (await picker.count()) === 0
    }
    await expect.poll(isClosed, { interval: 1000 }).toBe(true)
    await inSidebar('trams').click({ button: 'right' })
    await window.getByRole('menuitem', { name: tags.renameMenu }).click()
    await window.getByRole('dialog').getByRole('textbox').fill('电车')
    await window.keyboard.press('Enter')
    await expect.poll(totals).toMatchObject({ 电车: 2 })
  })
})
