import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Overview } from '../../../electron/core/model/overview.ts'
import type { Bridge } from '../../../electron/ipc/contract.ts'
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

const COUNCIL_TITLE = '青桥市议会讨论港口扩建'
const COUNCIL = `${COUNCIL_TITLE}
记者 沈亦舟
2026-03-10 08:00

林晓表示：“港口不会关闭。”市长没有回答提问。

${Array.from({ length: 40 }, (_, at) => `第${at + 1}位议员就港口扩建提出了意见，并要求市交通局在春天以前答复，全部意见已收入会议记录。`).join('\n\n')}

“扩建以后，每天可以多停靠十二艘渡轮和货轮，”港务局局长陈立强告诉记者。

据《青桥日报》此前报道，扩建预算为四千一百万元。路透社援引知情人士的话称，承建商已经选定。

来源：青桥晚报
`

const NAMES = ['港口', 'Trams', '渡轮']

describe.each(LANGUAGES)('collections and reading, in %s', (language, words) => {
  const { shell, timeline } = words
  const overview = (): Promise<Overview> =>
    app.window.evaluate(async () => {
      const { cuttings } = globalThis as unknown as { cuttings: Bridge }
      const answer = await cuttings.request('library:overview', {})
      return answer.ok ? answer.value : Promise.reject(answer.error)
    })
  /** The tree in a few words: `港口 2`, `>Trams 1`. */
  const tree = async () =>
    (await overview()).collections.map(({ name, depth, count }) => `${'>'.repeat(depth)}${name} ${count}`)
  const collections = (): Locator => app.window.getByRole('region', { name: shell.collections })
  const link = (name: string): Locator => collections().getByRole('link', { name: new RegExp(`^${name}`) })
  const rows = (): Promise<string[]> =>
    app.window
      .getByRole('option')
      .evaluateAll(options =>
        options
          .toSorted(
            (a, b) => Number(a.getAttribute('aria-posinset')) - Number(b.getAttribute('aria-posinset')),
          )
          .map(option => option.querySelector('h3, [class*=title]')?.textContent ?? ''),
      )

  beforeAll(async () => {
    app = await openApp({ languages: [language] })
    app.window.setDefaultTimeout(20_000)
    await app.window.setViewportSize({ width: 1440, height: 900 })
    await app.window.getByRole('heading', { level: 1 }).waitFor()
    await clip(app, FERRY, FERRY_TITLE)
    await clip(app, TRAM, TRAM_TITLE)
    await clip(app, COUNCIL, COUNCIL_TITLE)
    await app.window.evaluate(async names => {
      const { cuttings } = globalThis as unknown as { cuttings: Bridge }
      const listed = await cuttings.request('library:list', { shelf: 'all', query: '', clock: 'published' })
      const ids = listed.ok ? listed.value.firstRows.map(({ id }) => id) : []
      for (const [at, name] of names.entries())
        await cuttings.request('collection:create', { name, ids: at === 0 ? [] : ids.slice(at - 1, at) })
      await cuttings.request('search:save', { name: '交通', query: '交通' })
    }, NAMES)
    await link('渡轮').waitFor()
  })
  afterAll(() => app?.remove())

  it('puts collections into others and in order by keys alone', async () => {
    const { keyboard } = app.window
    expect(await tree()).toEqual(['港口 0', 'Trams 1', '渡轮 1'])
    await link('渡轮').focus()
    await keyboard.press('Alt+ArrowUp')
    await expect.poll(tree).toEqual(['港口 0', '渡轮 1', 'Trams 1'])
    await expect.poll(() => link('渡轮').evaluate(each => each === document.activeElement)).toBe(true)
    await keyboard.press('Alt+ArrowRight')
    await expect.poll(tree).toEqual(['港口 1', '>渡轮 1', 'Trams 1'])
    await link('Trams').focus()
    await keyboard.press('Alt+ArrowRight')
    await expect.poll(tree).toEqual(['港口 2', '>渡轮 1', '>Trams 1'])
    await keyboard.press('Alt+ArrowLeft')
    await expect.poll(tree).toEqual(['港口 1', '>渡轮 1', 'Trams 1'])
    await keyboard.press('Control+z')
    await expect.poll(tree).toEqual(['港口 2', '>渡轮 1', '>Trams 1'])
    await link('港口').focus()
    await keyboard.press('ArrowLeft')
    await link('渡轮').waitFor({ state: 'detached' })
    await keyboard.press('ArrowRight')
    await link('渡轮').waitFor()

    const search = app.window.getByRole('link', { name: '交通', exact: true })
    await search.focus()
    await keyboard.press('Alt+ArrowRight')
    await collections().getByRole('link', { name: '交通', exact: true }).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await keyboard.press('Alt+ArrowLeft')
    await app.window.getByRole('region', { name: words.search.saved }).waitFor()

    await link('港口').focus()
    await keyboard.press('Enter')
    await app.window.getByRole('option').nth(1).waitFor()
    await keyboard.press('Control+k')
    await keyboard.type(words.commands.names['move-collection'])
    await keyboard.press('Enter')
    const picker = app.window.getByRole('dialog')
    await picker.getByText(shell.moveIntoTitle.replace('{{name}}', '港口')).waitFor()
    await keyboard.press('Escape')
  })

  it('puts the clippings of a collection in order by keys, which stays', async () => {
    const { window } = app
    await link('港口').click()
    await window.getByRole('option').nth(1).waitFor()
    const before = await rows()
    await window.getByRole('radio', { name: timeline.byHand }).focus()
    await window.keyboard.press('Enter')
    await window.getByText(timeline.byHandHeading).waitFor()
    await window.getByRole('listbox', { name: timeline.list }).focus()
    await window.keyboard.press('Home')
    await window.keyboard.press('Alt+ArrowDown')
    await expect.poll(rows).toEqual(before.toReversed())
    await link('Trams').click()
    await expect.poll(async () => (await rows()).length).toBe(1)
    await link('港口').click()
    await expect.poll(rows).toEqual(before.toReversed())
    await window.keyboard.press('Control+z')
    await expect.poll(rows).toEqual(before)
  })

  it('drags collections and clippings into their order, and has menus for it, by mouse', async () => {
    const { window } = app
    await link('Trams').dragTo(link('港口'), { targetPosition: { x: 60, y: 2 } })
    await expect.poll(tree).toEqual(['Trams 1', '港口 1', '>渡轮 1'])
    await link('Trams').dragTo(link('港口'), { targetPosition: { x: 60, y: 14 } })
    await expect.poll(tree).toEqual(['港口 2', '>渡轮 1', '>Trams 1'])
    await link('港口').click()
    await window.getByRole('radio', { name: timeline.byHand }).click()
    await window.getByText(timeline.byHandHeading).waitFor()
    await expect.poll(async () => (await rows()).length).toBe(2)
    const before = await rows()
    await window
      .getByRole('option')
      .nth(1)
      .dragTo(window.getByRole('option').first(), { targetPosition: { x: 80, y: 6 } })
    await expect.poll(rows).toEqual(before.toReversed())

    await link('Trams').click({ button: 'right' })
    await window.getByRole('menuitem', { name: shell.step.out }).click()
    await expect.poll(tree).toEqual(['港口 1', '>渡轮 1', 'Trams 1'])
    await link('港口').click({ button: 'right' })
    await window.getByRole('menuitem', { name: shell.newInside }).click()
    await window.getByRole('textbox', { name: shell.collectionName }).fill('Docks')
    await button(app, words.common.create).click()
    await expect.poll(tree).toContain('>Docks 0')
    await link('港口').click({ button: 'right' })
    await window.getByRole('menuitem', { name: shell.deleteCollection }).click()
    await window.getByRole('alertdialog').getByText(shell.deleteCollectionInside).waitFor()
    await button(app, words.common.delete).click()
    await expect.poll(tree).toEqual(['Trams 1', '渡轮 1', 'Docks 0'])
  })

  const openCouncil = async () => {
    await app.window.evaluate(() => {
      location.hash = '#/timeline'
    })
    await app.window.getByRole('option').filter({ hasText: COUNCIL_TITLE }).click()
    await app.window.getByRole('heading', { level: 1, name: COUNCIL_TITLE }).waitFor()
  }
  const bodyStyle = () =>
    app.window
      .locator('#reader section p')
      .first()
      .evaluate(each => {
        const { fontSize, lineHeight, textIndent } = getComputedStyle(each)
        const { width } = each.getBoundingClientRect()
        return {
          size: parseFloat(fontSize),
          leading: parseFloat(lineHeight),
          indent: parseFloat(textIndent),
          width,
        }
      })
  const scrolled = () => app.window.locator('[data-scroller]').evaluate(each => each.scrollTop)

  it('sets articles as it is told by keys, at once and for good', async () => {
    const { window } = app
    const { reader, commands } = words
    await openCouncil()
    const before = await bodyStyle()
    const run = async (name: string) => {
      await window.keyboard.press('Control+k')
      await window.getByRole('dialog').getByRole('combobox').fill(name)
      await window.keyboard.press('Enter')
    }
    await run(commands.names['larger-text'])
    await run(commands.names['narrower-text'])
    await run(commands.names['more-leading'])
    await run(commands.names['indent-chinese'])
    await expect.poll(bodyStyle).toMatchObject({ size: 18, indent: 36 })
    const after = await bodyStyle()
    expect(after.width).toBeLessThan(before.width)
    expect(after.leading / after.size).toBeGreaterThan(before.leading / before.size)
    await run(commands.names['reading-settings'])
    const settings = window.getByRole('dialog', { name: reader.reading })
    await settings.waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await window.keyboard.press('Escape')
    await window.reload()
    await window.getByRole('heading', { level: 1, name: COUNCIL_TITLE }).waitFor()
    await expect.poll(bodyStyle).toMatchObject({ size: 18, indent: 36 })

    await button(app, reader.reading).click()
    await settings.getByRole('radio', { name: reader.paragraphs.spaced }).first().click()
    await expect.poll(async () => (await bodyStyle()).indent).toBe(0)
    await settings.getByRole('button', { name: reader.resetReading }).click()
    await expect.poll(bodyStyle).toEqual(before)
    await window.keyboard.press('Escape')
  })

  it('goes back to where one stopped, and lists who says what', async () => {
    const { window } = app
    const { quotes } = words
    await openCouncil()
    await window.locator('[data-scroller]').evaluate(each => each.scrollTo(0, 700))
    await expect
      .poll(() => window.evaluate(() => localStorage.getItem('cuttings.reading-places')))
      .toContain('order')
    const mark = window.locator('[data-progress]')
    await expect.poll(() => mark.evaluate(each => each.getBoundingClientRect().width)).toBeGreaterThan(50)
    const at = await scrolled()
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).click()
    await window.getByRole('heading', { level: 1, name: FERRY_TITLE }).waitFor()
    await expect.poll(scrolled).toBe(0)
    await openCouncil()
    await expect.poll(async () => Math.abs((await scrolled()) - at)).toBeLessThan(3)

    await window.keyboard.press('Shift+Q')
    const dialog = window.getByRole('dialog', { name: quotes.title })
    const said = dialog.getByRole('region', { name: '港务局局长陈立强' })
    await said.getByText('每天可以多停靠十二艘').waitFor()
    await dialog.getByRole('region', { name: '林晓' }).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await said.getByRole('button', { name: quotes.copy }).press('Enter')
    await expect.poll(async () => (await app.readClipboard())['text/plain']).toContain('—— 港务局局长陈立强')
    await said.getByRole('button', { name: quotes.show }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(scrolled).toBeGreaterThan(at)

    await button(app, words.reader.more).click()
    await window.getByRole('menuitem', { name: quotes.menu }).click()
    await dialog.getByRole('region', { name: '林晓' }).getByRole('button', { name: quotes.show }).click()
    await expect.poll(scrolled).toBeLessThan(at)
  })

  it('marks whom the text names for what it tells, and lists them', async () => {
    const { window } = app
    const { sourceChain } = words
    await openCouncil()
    const marks = window.locator('[data-credited]')
    await expect
      .poll(() => marks.allTextContents())
      .toEqual(['据《青桥日报》此前报道', '路透社援引知情人士的话称'])
    await marks.last().focus()
    // Told on focus where the keys moved it.
    for (const key of ['ArrowLeft', 'ArrowRight']) await window.keyboard.press(key)
    const told = sourceChain.cites.replace('{{by}}', '路透社').replace('{{source}}', '知情人士')
    await window.getByRole('tooltip').getByText(told).waitFor()
    await window.keyboard.press('Enter')
    const dialog = window.getByRole('dialog', { name: sourceChain.title })
    await dialog.getByRole('region', { name: '知情人士' }).getByRole('button').waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await window.keyboard.press('Escape')
    await window.locator('[data-scroller]').evaluate(each => each.scrollTo(0, 0))
    await window.keyboard.press('Shift+S')
    await dialog.getByRole('region', { name: '《青桥日报》' }).getByRole('button').press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(scrolled).toBeGreaterThan(200)

    await window.locator('[data-scroller]').evaluate(each => each.scrollTo(0, 0))
    await button(app, words.reader.more).click()
    await window.getByRole('menuitem', { name: sourceChain.menu }).click()
    await dialog.getByRole('region', { name: '知情人士' }).getByRole('button').click()
    await expect.poll(scrolled).toBeGreaterThan(200)
    await marks.first().hover()
    await window.getByRole('tooltip').getByText('《青桥日报》').waitFor()
    await marks.first().click()
    await dialog.getByRole('region', { name: '《青桥日报》' }).waitFor()
    await window.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('puts two clippings side by side', async () => {
    const { window } = app
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).click()
    await window
      .getByRole('option')
      .filter({ hasText: TRAM_TITLE })
      .click({ modifiers: ['Control'] })
    const dialog = window.getByRole('dialog', { name: words.reprints.pairTitle })
    await window.keyboard.press('Shift+C')
    await dialog.getByRole('radio', { name: words.reprints.beside, checked: true }).waitFor()
    await dialog.getByText(/Ellery's city council voted/).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await window.keyboard.press('Escape')
    await button(app, words.commands.names.compare).click()
    await dialog.getByText(/末班船推迟四十分钟/).waitFor()
    await window.keyboard.press('Escape')
  })

  it('copies citations of what is selected, by keys and by mouse, as text and as HTML', async () => {
    const { window } = app
    const { citations } = words
    const copied = async () => (await app.readClipboard())['text/plain'] ?? ''
    await window.getByRole('option').filter({ hasText: FERRY_TITLE }).click()
    await window.keyboard.press('Shift+ArrowDown')
    await window.keyboard.press('Control+Shift+C')
    // The usual style of the language, until another is chosen; each reference in its own.
    const usual = language === 'zh-CN' ? /^\[1\] .+[\s\S]*\[2\] / : /（2026b，3月12日）。/
    await expect.poll(copied).toMatch(usual)
    expect(await copied()).toContain(FERRY_TITLE)

    await window.keyboard.press('Control+k')
    await window.keyboard.type(words.commands.names['cite-mla'])
    await window.keyboard.press('Enter')
    await expect.poll(copied).toContain(`《${FERRY_TITLE}》。`)

    await window.getByRole('option').filter({ hasText: TRAM_TITLE }).click()
    await window.getByRole('heading', { level: 1, name: TRAM_TITLE }).waitFor()
    await button(app, words.reader.more).click()
    await window.getByRole('menuitem', { name: citations.menu }).click()
    await expect.poll(copied).toContain('Ellery Council Approves')
    expect((await app.readClipboard())['text/html']).toMatch(/^<p>Quennell, Marta\. <em>Ellery Council/)

    await window.keyboard.press('Control+,')
    const choice = window.getByRole('radiogroup', { name: citations.style })
    await choice.getByRole('radio', { name: citations.styles.mla, checked: true }).waitFor()
    expect(await seriousInBothThemes(app)).toEqual([])
    await choice.getByText(citations.styles.chicago).click()
    await choice.getByRole('radio', { name: citations.styles.chicago, checked: true }).waitFor()
  })
})
