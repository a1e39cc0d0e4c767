import { afterAll, describe, expect, it } from 'vitest'
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
} from '../library/care-window.ts'

let app: AppUnderTest

const SENTENCES = 'The line opens in 2028. It costs 41 million crowns. Residents were heard twice.'

describe.each(LANGUAGES)('highlights, in %s', (language, words) => {
  const { highlights } = words
  const marked = () => app.window.locator('article mark[data-highlight]').allTextContents()
  afterAll(() => app?.remove())

  it('are made, noted, coloured and removed by mouse', async () => {
    app = await openApp({ languages: [language] })
    await app.window.setViewportSize({ width: 1440, height: 900 })
    await app.window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, `${TRAM}\n${SENTENCES}\n`, TRAM_TITLE)
    await app.window.getByRole('option').filter({ hasText: TRAM_TITLE }).click()
    await app.window.getByRole('article').getByText('Residents were heard').waitFor()
    const { window } = app
    const paragraph = window.getByRole('article').getByText('Residents were heard')
    await paragraph.dblclick({ position: { x: 12, y: 10 } })
    const bar = window.getByRole('toolbar', { name: highlights.bar })
    await bar.getByRole('button', { name: highlights.colour.green }).click()
    await expect.poll(marked).toEqual(['The'])
    await bar.waitFor({ state: 'detached' })
    await window.locator('mark[data-highlight]').click()
    const card = window.getByRole('dialog', { name: highlights.title })
    await card.getByRole('textbox', { name: highlights.note }).fill('check the year')
    expect(await seriousInBothThemes(app)).toEqual([])
    await card.getByRole('button', { name: highlights.colour.red }).click()
    await window.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await expect.poll(() => window.locator('mark[title="check the year"]').count()).toBe(1)

    // In the margin where there is one, beside its words; it opens the card by key and by mouse.
    const margin = window.getByRole('complementary', { name: highlights.notes })
    expect(await margin.isVisible()).toBe(false)
    await window.setViewportSize({ width: 1920, height: 900 })
    const note = margin.getByRole('button', { name: 'check the year' })
    await note.waitFor()
    const beside = async () => {
      const [a, b] = await Promise.all([
        note.boundingBox(),
        window.locator('mark[data-highlight]').boundingBox(),
      ])
      return Math.abs((a?.y ?? 0) - (b?.y ?? 999))
    }
    await expect.poll(beside).toBeLessThan(12)
    expect(
      await window.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0)
    await note.press('Enter')
    await card.waitFor()
    await window.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await note.click()
    await card.waitFor()
    await window.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    expect(await seriousInBothThemes(app)).toEqual([])
    await window.setViewportSize({ width: 1440, height: 900 })

    await window.locator('mark[data-highlight]').click()
    await card.getByRole('button', { name: highlights.colour.red, pressed: true }).waitFor()
    await card.getByRole('button', { name: highlights.copyQuote }).click()
    await expect
      .poll(async () => (await app.readClipboard())['text/plain'])
      .toMatch(/^> The\n>\n> —— Marta Quennell.*Ellery council approves/)
    await window.locator('mark[data-highlight]').click()
    await card.getByRole('button', { name: highlights.remove }).click()
    await expect.poll(marked).toEqual([])
    await button(app, words.common.undo).click()
    await expect.poll(marked).toEqual(['The'])
    await window.keyboard.press('Control+Shift+z')
    await expect.poll(marked).toEqual([])
  })

  it('are made and gone through by keys, sentence by sentence', async () => {
    const { window } = app
    await window.reload()
    await window.getByRole('article').getByText('Residents were heard').waitFor()
    await window.getByRole('region', { name: words.reader.body }).focus()
    await window.keyboard.press('h')
    await window.getByText(highlights.selectFirst).waitFor()
    const selected = () => window.evaluate(() => getSelection()?.toString().trim() ?? '')
    await window.keyboard.press('v')
    await expect.poll(selected).toMatch(/^Ellery's city council voted .* docks\.$/)
    await window.keyboard.press('v')
    await expect.poll(selected).toBe('The line opens in 2028.')
    await window.keyboard.press('Shift+V')
    await expect.poll(selected).toBe('The line opens in 2028. It costs 41 million crowns.')
    await window.keyboard.press('h')
    await expect
      .poll(async () => (await marked()).join(''))
      .toBe('The line opens in 2028. It costs 41 million crowns.')
    await window.keyboard.press('n')
    const card = window.getByRole('dialog', { name: highlights.title })
    await card.waitFor()
    await window.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await window.keyboard.press('Control+z')
    await expect.poll(marked).toEqual([])
  })

  it('are listed for the whole library, narrowed down, copied, and found in their articles', async () => {
    const { window } = app
    await window.keyboard.press('Control+Shift+H')
    await window.getByText(highlights.noneTitle).waitFor()
    await button(app, highlights.noneToTimeline).click()
    await clip(app, FERRY, FERRY_TITLE)
    const markFirstSentence = async (title: string, colour: string, note?: string) => {
      await window.getByRole('option').filter({ hasText: title }).click()
      await window.getByRole('article').getByRole('heading', { name: title }).waitFor()
      await window.getByRole('region', { name: words.reader.body }).focus()
      await window.keyboard.press('v')
      await window
        .getByRole('toolbar', { name: highlights.bar })
        .getByRole('button', { name: colour })
        .click()
      await window.locator('mark[data-highlight]').first().waitFor()
      if (note === undefined) return
      await window.keyboard.press('n')
      const card = window.getByRole('dialog', { name: highlights.title })
      // The field has the focus at once: a key for a note is followed by the note.
      await card.getByRole('textbox', { name: highlights.note }).and(window.locator(':focus')).waitFor()
      await window.keyboard.type(note)
      await window.keyboard.press('Escape')
      await window.locator(`mark[title="${note}"]`).first().waitFor()
    }
    await markFirstSentence(FERRY_TITLE, highlights.colour.blue, 'ask the harbour 问港务局')
    await markFirstSentence(TRAM_TITLE, highlights.colour.red)

    await window.keyboard.press('Control+Shift+H')
    const list = window.getByRole('region', { name: highlights.list })
    const listed = () => list.getByRole('link').allTextContents()
    await expect.poll(async () => (await listed()).length).toBe(2)
    expect((await listed())[0]).toContain("Ellery's city council voted")
    expect((await listed())[1]).toContain('渡轮时刻表自周日起调整')
    expect(await seriousInBothThemes(app)).toEqual([])

    // By keys: words first, then into the list, and from there into the article.
    await window.keyboard.type('harbour')
    await expect.poll(async () => (await listed()).length).toBe(1)
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('q')
    await window.getByText(highlights.copied).waitFor()
    expect((await app.readClipboard())['text/plain']).toContain(FERRY_TITLE)
    await window.keyboard.press('Enter')
    const card = window.getByRole('dialog', { name: highlights.title })
    await card.waitFor()
    expect(await card.getByRole('textbox').inputValue()).toBe('ask the harbour 问港务局')
    await window.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })

    // By mouse: what was typed is still there; a colour, and every one again.
    await window.getByRole('link', { name: words.commands.names['view-highlights'] }).click()
    await expect.poll(async () => (await listed()).length).toBe(1)
    const colours = window.getByRole('group', { name: highlights.colours })
    await colours.getByRole('button', { name: highlights.colour.red }).click()
    await window.getByText(highlights.nothingFits).waitFor()
    await button(app, highlights.showEvery).click()
    await expect.poll(async () => (await listed()).length).toBe(2)
    await window.getByRole('button', { name: highlights.isNoted }).click()
    await expect.poll(async () => (await listed()).length).toBe(1)
    await window.getByRole('button', { name: highlights.isNoted }).click()
    await list.getByRole('link').first().click()
    await card.waitFor()
    await window.getByRole('article').getByRole('heading', { name: TRAM_TITLE }).waitFor()
    await window.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
  })

  it('are gone to from the list, however far down they are', async () => {
    const { window } = app
    const title = 'Minutes of the harbour board'
    const minutes = Array.from(
      { length: 60 },
      (_, at) => `Item ${at + 1} was put off until the next meeting.`,
    )
    await clip(app, `${title}\nBy Marta Quennell\n18 July 2025\n\n${minutes.join('\n\n')}\n`, title)
    await window.getByRole('option').filter({ hasText: title }).click()
    await window
      .getByRole('article')
      .getByText('Item 60 was')
      .dblclick({ position: { x: 12, y: 10 } })
    const bar = window.getByRole('toolbar', { name: highlights.bar })
    await bar.getByRole('button', { name: highlights.colour.green }).click()
    const mark = window.locator('article mark[data-highlight]')
    await mark.waitFor()
    await window.getByRole('option').filter({ hasText: TRAM_TITLE }).click()
    await window.getByRole('article').getByRole('heading', { name: TRAM_TITLE }).waitFor()

    await window.keyboard.press('Control+Shift+H')
    await window
      .getByRole('region', { name: highlights.list })
      .getByRole('link')
      .filter({ hasText: title })
      .click()
    await window.getByRole('dialog', { name: highlights.title }).waitFor()
    const place = await mark.boundingBox()
    expect(place?.y).toBeGreaterThan(0)
    expect(place?.y).toBeLessThan(900)
  })
})
