import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import generate from '../../bench/generate-library.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { REFERENCE } from '../reference-article.ts'
import { seriousViolations } from '../serious-violations.ts'

/** Enough for ten years with some clippings a month, for reprints and for months without a day. */
const CLIPPINGS = '400'

describe.each([
  {
    language: 'zh-CN',
    theme: 'dark',
    words: zhHans.timeline,
    march: '2020年3月',
    week: '周',
    tag: '半导体',
  },
  {
    language: 'en-US',
    theme: 'light',
    words: en.timeline,
    march: 'March 2020',
    week: 'week',
    tag: '半导体',
  },
] as const)('the timeline, in $language', ({ language, theme, words, march, week, tag }) => {
  let app: AppUnderTest
  let parent: string

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'cuttings-timeline-'))
    const folders = { userData: join(parent, 'profile'), documents: join(parent, 'documents') }
    await mkdir(folders.userData)
    await generate(join(folders.documents, 'Cuttings'), CLIPPINGS)
    app = await openApp({ languages: [language], colorScheme: theme, folders })
    await app.window.setViewportSize({ width: 1440, height: 900 })
    await app.window.getByRole('option').first().waitFor()
    // Until the whole library is read, its newest clippings are all that is shown.
    await app.window.getByRole('link', { name: tag }).waitFor()
  })
  afterAll(async () => {
    await app?.remove()
    await rm(parent, { recursive: true, force: true })
  })

  const press = async (...keys: string[]) => {
    for (const key of keys) await app.window.keyboard.press(key)
  }
  const hash = () => app.window.evaluate(() => decodeURIComponent(location.hash))
  const strip = () => app.window.getByRole('group', { name: words.density })
  const slider = (name: string) => strip().getByRole('slider', { name })
  const status = () => strip().getByRole('status').textContent()
  const clock = (name: string) => app.window.getByRole('radio', { name, exact: true })
  const list = () => app.window.getByRole('listbox', { name: words.list })
  const text = () => list().textContent()
  const lookButton = () => app.window.getByRole('button', { name: words.look })
  const lanes = () => app.window.getByRole('list', { name: words.laneList.tag })
  const plot = async () => {
    const box = await strip().locator('svg').first().boundingBox()
    if (box === null) throw new Error('the strip is not on show')
    return box
  }

  it('goes by when it happened, by the words of the text', async () => {
    await app.pasteText(REFERENCE.source)
    await app.window.getByRole('article').getByRole('heading', { level: 1 }).waitFor()
    await clock(words.published).focus()
    await press('ArrowLeft', 'Enter')
    await expect.poll(hash).toContain('clock=happened')
    await expect.poll(text).toContain('7月15日')
    await clock(words.clipped).click()
    await expect.poll(hash).toContain('clock=clipped')
    await clock(words.published).click()
    await expect.poll(hash).not.toContain('clock=')
  })

  it('zooms and moves along by keys, and chooses days', async () => {
    await list().focus()
    await press('+', '+', '+')
    await expect.poll(status).toMatch(/20\d\d/)
    const before = await status()
    await press(']')
    await expect.poll(status).not.toBe(before)
    await press('[', '-', '0')
    await expect.poll(status).toBe('')

    await slider(words.densityFrom).focus()
    await press('PageUp', 'ArrowRight')
    await expect.poll(hash).toMatch(/from=20/)
    await slider(words.densityTo).focus()
    await press('ArrowLeft')
    await expect.poll(hash).toMatch(/to=20/)
    await press('Escape')
    await expect.poll(hash).not.toContain('from=')
  })

  it('zooms to hours, moves along and chooses days by wheel, drag and buttons', async () => {
    const { mouse } = app.window
    const { x, y, width } = await plot()
    await mouse.move(x + width / 2, y + 20)
    for (let turns = 0; turns < 10; turns += 1) await mouse.wheel(0, -600)
    const hours = /:00–|:00-/
    await expect
      .poll(async () => {
        await mouse.move(x + width / 2 + Math.random() * 4, y + 20)
        return strip().textContent()
      })
      .toMatch(hours)
    const near = await status()
    await mouse.wheel(300, 0)
    await expect.poll(status).not.toBe(near)
    const before = await status()
    await mouse.move(x + 100, y + 56)
    await mouse.down()
    await mouse.move(x + 260, y + 56, { steps: 3 })
    await mouse.up()
    await expect.poll(status).not.toBe(before)
    await strip().getByRole('button', { name: words.zoomAll }).click()
    await expect.poll(status).toBe('')
    // A pinch on a trackpad arrives as the wheel with Control held.
    await mouse.move(x + width / 2, y + 20)
    await app.window.keyboard.down('Control')
    await mouse.wheel(0, -60)
    await app.window.keyboard.up('Control')
    await expect.poll(status).not.toBe('')
    await press('0')
    await expect.poll(status).toBe('')
    await strip().getByRole('button', { name: words.zoomIn }).click()
    await expect.poll(status).not.toBe('')
    await strip().getByRole('button', { name: words.zoomOut }).click()
    await expect.poll(status).toBe('')

    await mouse.move(x + 100, y + 20)
    await mouse.down()
    await mouse.move(x + 200, y + 20, { steps: 4 })
    await mouse.up()
    await expect.poll(hash).toMatch(/from=20.*to=20/)
    expect(await seriousViolations(app.window)).toEqual([])
    await strip().getByRole('button', { name: words.clearDays }).click()
    await expect.poll(hash).not.toContain('from=')
  })

  it('has headings by week and month', async () => {
    await lookButton().focus()
    await press('Enter')
    await app.window.getByRole('menuitemradio', { name: words.groupings.week }).waitFor()
    await press('ArrowDown', 'Enter')
    await expect.poll(text).toContain(week)
    await press('Escape')
    await lookButton().click()
    await app.window.getByRole('menuitemradio', { name: words.groupings.month }).click()
    await expect.poll(text).not.toContain(week)
    await press('Escape')
    await lookButton().click()
    await app.window.getByRole('menuitemradio', { name: words.groupings.day }).click()
    await press('Escape')
  })

  it('goes to a date in words, by key and by button', async () => {
    await list().focus()
    await press('g')
    const dialog = app.window.getByRole('dialog', { name: words.jump })
    await dialog.waitFor()
    await app.window.keyboard.insertText(march)
    await expect.poll(() => dialog.textContent()).toContain(march)
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(text).toContain(march)
    await expect.poll(() => list().evaluate(element => element === document.activeElement)).toBe(true)

    await app.window.getByRole('button', { name: words.jump }).click()
    await app.window.keyboard.insertText('someday')
    await expect.poll(() => dialog.textContent()).toContain('someday')
    await dialog.getByRole('textbox').fill('2018-02')
    expect(await seriousViolations(app.window)).toEqual([])
    await dialog.getByRole('button', { name: words.jumpGo }).click()
    await expect.poll(text).toContain('2018')
  })

  it('folds reprints into one, or not', async () => {
    const found = () => app.window.evaluate(() => document.querySelector('[role=option]')?.ariaSetSize)
    const folded = Number(await found())
    await lookButton().click()
    await app.window.getByRole('menuitemcheckbox', { name: words.foldsReprints }).click()
    await expect.poll(async () => Number(await found())).toBeGreaterThan(folded)
    await press('Escape')
    await lookButton().focus()
    await press('Enter')
    const fold = app.window.getByRole('menuitemcheckbox', { name: words.foldsReprints })
    await fold.waitFor()
    for (
      let presses = 0;
      presses < 12 && !(await fold.evaluate(at => at === document.activeElement));
      presses += 1
    )
      await press('ArrowDown')
    await press('Enter', 'Escape')
    await expect.poll(async () => Number(await found())).toBe(folded)
  })

  it('has lanes to narrow down by, and sparklines', async () => {
    await lookButton().click()
    await app.window.getByRole('menuitemradio', { name: words.lanesBy.tag }).click()
    expect(await seriousViolations(app.window)).toEqual([])
    await press('Escape')
    await lanes().getByRole('button').first().click()
    await expect.poll(hash).toContain('tag=')
    await app.window.goBack()
    await expect.poll(hash).not.toContain('tag=')
    await lanes().getByRole('button').nth(1).focus()
    await press('Enter')
    await expect.poll(hash).toContain('tag=')
    await app.window.goBack()

    const tooltip = app.window.getByRole('tooltip')
    await app.window.getByRole('link', { name: 'Transport' }).focus()
    await press('ArrowUp')
    await expect.poll(() => tooltip.textContent()).toMatch(/20\d\d/)
    await press('Escape')
    await tooltip.waitFor({ state: 'detached' })
    await app.window.mouse.move(700, 500)
    await app.window.getByRole('link', { name: tag }).hover()
    await expect.poll(() => tooltip.textContent()).toMatch(/20\d\d/)
    await app.window.mouse.move(700, 500)
    await tooltip.waitFor({ state: 'detached' })
  })

  it('saves and prints its picture', async () => {
    const svg = join(parent, 'timeline.svg')
    const png = join(parent, 'timeline.png')
    await app.dialogs.answerSave(svg)
    await list().focus()
    await press('p')
    const dialog = app.window.getByRole('dialog', { name: words.picture })
    await dialog.waitFor()
    expect(await seriousViolations(app.window)).toEqual([])
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await app.window.getByText(svg).waitFor()
    const saved = await readFile(svg, 'utf8')
    expect(saved).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /)
    expect(saved).toContain(tag)

    await app.dialogs.answerSave(png)
    await lookButton().click()
    await app.window.getByRole('menuitem', { name: words.pictureOpen }).click()
    await app.window.evaluate(() => {
      window.print = () => document.body.setAttribute('data-print', '')
    })
    await dialog.getByRole('button', { name: words.picturePrint }).click()
    await app.window.locator('body[data-print]').waitFor()
    await dialog.getByRole('button', { name: words.pictureSavePng }).click()
    await dialog.waitFor({ state: 'detached' })
    const bytes = await readFile(png)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(2400)
  })

  it('keeps all of it in a narrow window', async () => {
    await app.window.setViewportSize({ width: 900, height: 640 })
    const tooWide = () =>
      app.window.evaluate(() =>
        [...document.querySelectorAll('header, h1, [role=radiogroup], [role=group], [role=group] *')].flatMap(
          element => {
            const pane = element.closest('section')?.getBoundingClientRect()
            const box = element.getBoundingClientRect()
            return pane && box.width > 0 && !element.closest('svg') && box.right > pane.right + 1
              ? [element.outerHTML.slice(0, 120)]
              : []
          },
        ),
      )
    await expect.poll(tooWide).toEqual([])
  })
})
