import { afterAll, describe, expect, it } from 'vitest'
import { type AppUnderTest, openApp } from '../app.ts'
import { button, clip, LANGUAGES, seriousInBothThemes, TRAM, TRAM_TITLE } from '../library/care-window.ts'

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
})
