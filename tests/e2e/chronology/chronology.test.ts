import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Bridge } from '../../../electron/ipc/contract.ts'
import { formatDate } from '../../../renderer/i18n/format-date.ts'
import type { Language } from '../../../renderer/i18n/language.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { anyOf, button, clip, LANGUAGES, seriousInBothThemes } from '../library/care-window.ts'
import { pagesOf } from '../pdf/pdf-tools.ts'
import { REFERENCE } from '../reference-article.ts'

/** It gives another day than the reference article for one event, and the same for another. */
const OTHER = `商务部部长会见英伟达总裁
记者 沈亦舟
2025-07-20 08:00

7月17日,商务部部长王文涛会见英伟达公司总裁兼首席执行官黄仁勋。

7月16日,黄仁勋在北京宣布,美国已批准H20芯片销往中国。

来源:青桥晚报
`
const OTHER_TITLE = '商务部部长会见英伟达总裁'
const SALE = '黄仁勋在北京宣布,美国已批准H20芯片销往中国。'
const MEETING = '王文涛会见美国英伟达公司总裁兼首席执行官黄仁勋。'

let app: AppUnderTest

/** Puts everything in a collection and shows its chronology. */
async function collected(name: string): Promise<void> {
  const { window } = app
  const id = await window.evaluate(async called => {
    const { cuttings } = globalThis as unknown as { cuttings: Bridge }
    const filter = { shelf: 'all', query: '', clock: 'published' } as const
    const all = await cuttings.request('library:ids', { filter, start: 0, count: 10 })
    const ids = all.ok ? all.value.ids : []
    const made = await cuttings.request('collection:create', { name: called, ids })
    return made.ok ? made.value.collection.id : ''
  }, name)
  await window.evaluate(to => {
    location.hash = `#/timeline?collection=${to}`
  }, id)
  await window.getByRole('heading', { level: 1, name }).waitFor()
}

describe.each(LANGUAGES)('the chronology, in %s', (system, words) => {
  const { chronology, dates } = words
  const language: Language = system === 'zh-CN' ? 'zh-Hans' : 'en'
  const day = (edtf: string, weekday = false) => formatDate(edtf, language, { weekday })
  const rows = () => app.window.getByRole('listbox', { name: chronology.list }).getByRole('option')
  const row = (text: string) => rows().filter({ hasText: text })
  const chosen = () => rows().and(app.window.locator('[aria-selected=true]'))
  const detail = () => app.window.getByRole('region', { name: chronology.detail })
  const countOf = (status: keyof typeof chronology.statuses) =>
    app.window
      .getByRole('radio', { name: new RegExp(`^${chronology.statuses[status]}`) })
      .innerText()
      .then(text => Number(text.replace(/\D/gu, '')))
  const show = (status: keyof typeof chronology.statuses) =>
    app.window.getByRole('radio', { name: new RegExp(`^${chronology.statuses[status]}`) }).click()
  afterAll(() => app?.remove())

  it('is worked through by mouse: dates that differ, decisions, an edit, exports', async () => {
    app = await openApp({ languages: [system] })
    const { window } = app
    await window.setViewportSize({ width: 1440, height: 900 })
    await window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, OTHER, OTHER_TITLE)
    await clip(app, REFERENCE.source, '黄仁勋曾赴白宫')
    await collected('芯片')
    await window.getByRole('link', { name: words.commands.names['view-chronology'] }).click()
    await row(MEETING).waitFor()
    expect(await row(MEETING).innerText()).toContain('青桥晚报')

    // Two sources report the meeting; of the sale each gives another day.
    await row(SALE).click()
    await detail().getByText(chronology.datesDiffer).waitFor()
    expect(await row(SALE).innerText()).toContain(chronology.disputed)
    const other = detail()
      .getByRole('listitem')
      .filter({ hasText: day('2025-07-16', true) })
    const before = await countOf('proposed')
    await other.getByRole('button', { name: chronology.takeDate }).click()
    await detail().getByText(chronology.ownDate).waitFor()
    await button(app, chronology.accept).click()
    await expect.poll(() => countOf('accepted')).toBe(1)
    expect(await countOf('proposed')).toBe(before - 1)
    await row(MEETING).click()
    await button(app, chronology.reject).click()
    await expect.poll(() => countOf('rejected')).toBe(1)
    await button(app, words.common.undo).click()
    await expect.poll(() => countOf('rejected')).toBe(0)

    await show('accepted')
    await row(SALE).click()
    await button(app, chronology.edit).click()
    const dialog = window.getByRole('dialog', { name: chronology.editTitle })
    await dialog.getByRole('textbox', { name: chronology.words }).fill('H20 wird wieder verkauft')
    expect(await seriousInBothThemes(app)).toEqual([])
    await dialog.getByRole('button', { name: chronology.save }).click()
    await row('H20 wird wieder verkauft').waitFor()

    // Each format, through the system's dialog; a book is printed in one language alone.
    const formats = [
      ['csv', 'csv'],
      ['markdown', 'md'],
      ['timelinejs', 'json'],
      ...(language === 'en' ? [['pdf', 'pdf'] as const] : []),
    ] as const
    for (const [format, ending] of formats) {
      const path = join(app.folders.documents, `chips.${ending}`)
      await app.dialogs.answerSave(path)
      await button(app, chronology.export).click()
      await window.getByRole('menuitem', { name: chronology.formats[format] }).click()
      await expect.poll(() => readFile(path).catch(() => undefined), { timeout: 60_000 }).toBeDefined()
      if (ending !== 'pdf') expect(await readFile(path, 'utf8')).toContain('H20 wird wieder verkauft')
      else expect(pagesOf(path).join('\n')).toContain('H20 wird wieder verkauft')
      await button(app, words.common.dismiss).first().click()
    }

    // From a report to the sentence in its clipping, and back.
    await detail().getByRole('button', { name: OTHER_TITLE }).click()
    await window.getByRole('article').getByRole('heading', { name: OTHER_TITLE }).waitFor()
    await expect
      .poll(() => window.evaluate(() => [...(CSS.highlights.get('passage') ?? [])].map(String)))
      .toEqual([`7月16日,${SALE}`])
    await window.goBack()
    await row('H20 wird wieder verkauft').waitFor()
  })

  it('is worked through by keys alone', async () => {
    const { window } = app
    await window.keyboard.press('Control+1')
    await window.getByRole('listbox', { name: words.timeline.list }).waitFor()
    await window.keyboard.press('Control+2')
    await rows().first().waitFor()
    const press = async (...keys: string[]) => {
      for (const key of keys) await window.keyboard.press(key)
    }
    await press('?')
    const keys = window.getByRole('dialog', { name: words.commands.title })
    await keys.getByText(words.commands.names['accept-event']).waitFor()
    await press('Escape')
    await keys.waitFor({ state: 'detached' })

    // From the accepted ones past the rejected and all to the proposals.
    await press('f', 'f', 'f')
    await expect.poll(() => rows().count()).toBe(await countOf('proposed'))
    const [accepted, rejected] = [await countOf('accepted'), await countOf('rejected')]
    await press('Home', 'j', 'k', 'j')
    const first = (await chosen().innerText()).split('\n')
    await press('a')
    await expect.poll(() => countOf('accepted')).toBe(accepted + 1)
    // The next one stands in its place.
    await expect.poll(async () => (await chosen().innerText()).split('\n')).not.toEqual(first)
    await press('x')
    await expect.poll(() => countOf('rejected')).toBe(rejected + 1)
    await press('Control+z')
    await expect.poll(() => countOf('rejected')).toBe(rejected)

    await press('e')
    const edit = window.getByRole('dialog', { name: chronology.editTitle })
    await edit.waitFor()
    await window.keyboard.type('2025-06')
    await edit
      .getByText(anyOf(dates.readAs))
      .filter({ hasText: day('2025-06') })
      .waitFor()
    await press('Enter')
    await edit.waitFor({ state: 'detached' })
    await row(day('2025-06')).waitFor()

    const all = await rows().count()
    await press('Home', 'm')
    const merge = window.getByRole('dialog', { name: chronology.mergeTitle })
    await merge.waitFor()
    await press('Space', 'Enter')
    await merge.waitFor({ state: 'detached' })
    await expect.poll(() => rows().count()).toBe(all - 1)
    await press('Control+z')
    await expect.poll(() => rows().count()).toBe(all)

    // The meeting is reported by two; one of them is split off.
    await press('Home')
    for (let step = 0; step < all && !(await chosen().innerText()).includes(MEETING); step += 1)
      await press('j')
    await press('Shift+M')
    const split = window.getByRole('dialog', { name: chronology.splitTitle })
    await split.waitFor()
    await press('Space', 'Enter')
    await split.waitFor({ state: 'detached' })
    await expect.poll(() => rows().count()).toBe(all + 1)

    await press('n')
    const add = window.getByRole('dialog', { name: chronology.addTitle })
    await add.waitFor()
    await window.keyboard.type(language === 'en' ? '3 June 2025' : '2025年6月3日')
    await press('Tab')
    await window.keyboard.type('Telefonat mit der Pressestelle')
    await press('Tab', 'Tab', 'Enter')
    await expect.poll(() => countOf('accepted')).toBe(accepted + 2)
    await add.waitFor({ state: 'detached' })
    await press('Home', 'o')
    await window.getByRole('article').getByRole('heading', { level: 1 }).waitFor()
    await press('Control+2')
    await rows().first().waitFor()
  })

  it('takes an event from what is selected in the reader, by keys and by mouse', async () => {
    const { window } = app
    const add = window.getByRole('dialog', { name: chronology.addTitle })
    await window.keyboard.press('Control+1')
    await window.getByRole('option').filter({ hasText: OTHER_TITLE }).click()
    await window.getByRole('heading', { level: 1, name: OTHER_TITLE }).waitFor()
    await window.getByRole('region', { name: words.reader.body }).focus()
    for (const key of ['v', 'Shift+E']) await window.keyboard.press(key)
    await add.getByRole('textbox', { name: chronology.date }).waitFor()
    expect(await add.getByRole('textbox', { name: chronology.date }).inputValue()).toBe('2025-07-17')
    expect(await seriousInBothThemes(app)).toEqual([])
    await window.keyboard.press('Enter')
    await add.waitFor({ state: 'detached' })
    await window.getByText(anyOf(words.change['add-event_other'])).waitFor()

    await window
      .getByRole('article')
      .getByText('美国已批准')
      .dblclick({ position: { x: 300, y: 12 } })
    await window.getByRole('toolbar', { name: words.highlights.bar }).waitFor()
    await button(app, words.commands.names['passage-event']).click()
    await add.getByText(chronology.passageUndated).waitFor()
    await add.getByRole('textbox', { name: chronology.date }).fill('2025-07-16')
    await add.getByRole('button', { name: chronology.add }).click()
    await add.waitFor({ state: 'detached' })
    await window.keyboard.press('Control+2')
    await show('accepted')
    const taken = row('7月17日,商务部部长王文涛会见英伟达公司总裁')
    await taken.click()
    // The sentence is its source, and leads back to where it stands.
    await detail().getByRole('button', { name: OTHER_TITLE }).waitFor()
  })

  it('rests on dates that are told and corrected where they stand, by keys and by mouse', async () => {
    const { window } = app
    await window.keyboard.press('Control+1')
    await window.getByRole('option').filter({ hasText: '黄仁勋曾赴白宫' }).click()
    await window.getByRole('article').getByText('7月上旬').waitFor()
    await window.getByRole('region', { name: words.reader.body }).focus()
    const marked = () => window.locator('article [data-date-index]').allTextContents()
    const before = await marked()
    expect(before).toContain('上周')
    // To the first date, past the button of the blocks before it.
    for (let step = 0; step < 12; step += 1) {
      await window.keyboard.press('ArrowRight')
      if (await window.evaluate(() => document.activeElement?.hasAttribute('data-date-index'))) break
    }
    const told = window.getByRole('tooltip')
    await told.getByText(day('2025-07-01/2025-07-10')).waitFor()
    await told.getByText(anyOf(dates.againstPublished)).waitFor()
    await window.keyboard.press('Enter')
    const card = window.getByRole('dialog', { name: dates.title })
    await card.waitFor()
    await window.keyboard.type('2025-06-30')
    await window.keyboard.press('Enter')
    await card.waitFor({ state: 'detached' })
    await window.getByText(anyOf(words.change['correct-date_other'])).waitFor()

    await window.getByRole('article').getByText('17日', { exact: true }).click()
    await card.getByRole('button', { name: dates.isNone }).click()
    await card.waitFor({ state: 'detached' })
    await window.locator('article [data-said=none]').click()
    await card.getByText(dates.saidNone.replace('{{phrase}}', '17日')).waitFor()
    await card.getByRole('button', { name: dates.asRead }).click()
    await card.waitFor({ state: 'detached' })
    await window.keyboard.press('Control+z')
    await window.keyboard.press('Control+z')
    await window.keyboard.press('Control+z')
    await window.keyboard.press('Shift+D')
    await expect.poll(marked).toEqual([])
    await window.keyboard.press('Shift+D')
    await expect.poll(marked).toEqual(before)
  })
})
