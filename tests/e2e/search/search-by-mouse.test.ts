import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import { fillLibrary } from '../../screenshots/sample-library.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { seriousViolations } from '../serious-violations.ts'

describe.each([
  ['zh-CN', zhHans, '标签', '日期'],
  ['en-US', en, 'tag', 'date'],
] as const)('a search by mouse, in %s', (language, words, tag, date) => {
  let app: AppUnderTest

  beforeAll(async () => {
    app = await openApp({ languages: [language] })
    await app.window.setViewportSize({ width: 1440, height: 900 })
    await app.window.getByRole('heading', { level: 1 }).waitFor()
    await fillLibrary(app)
    await app.window.reload()
    await app.window.getByRole('option').first().waitFor()
  })
  afterAll(() => app?.remove())

  const field = () => app.window.getByRole('searchbox', { name: words.timeline.search })
  const titles = () => app.window.getByRole('option').locator('[class*=title]').allTextContents()
  const search = async (query: string) => {
    await field().fill(query)
    await expect
      .poll(() => app.window.evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('q') ?? ''))
      .toBe(query)
  }

  it('shows the passages that were found, and marks what was found in them', async () => {
    const { window } = app
    const row = window.getByRole('option').filter({ hasText: '黄仁勋曾赴白宫' })
    const before = await row.boundingBox()
    await search('芯片')
    await expect.poll(titles).toHaveLength(2)
    await expect.poll(() => row.locator('mark').allTextContents()).toContain('芯片')
    const passage = row.locator('[class*=excerpt]')
    await expect.poll(() => passage.locator('mark').count()).toBeGreaterThan(1)
    expect(await passage.innerText()).toMatch(/^…/)
    expect((await row.boundingBox())?.height).toBe(before?.height)
    expect(await seriousViolations(window)).toEqual([])
  })

  it('narrows down by a facet, and back', async () => {
    const { window } = app
    const narrow = window.getByRole('group', { name: words.search.facets })
    await narrow.getByRole('button', { name: words.search.facet.tag, exact: true }).click()
    const value = window.getByRole('menuitemcheckbox', { name: '出口管制' })
    await expect.poll(() => value.textContent()).toBe('出口管制1')
    expect(await seriousViolations(window)).toEqual([])
    await value.click()
    await expect.poll(() => field().inputValue()).toBe(`芯片 ${tag}:"出口管制"`)
    await expect.poll(titles).toHaveLength(1)

    await narrow.getByRole('button', { name: words.search.facet.month, exact: true }).click()
    // What can be narrowed down by follows the list.
    await expect.poll(() => window.getByRole('menuitemcheckbox').count()).toBe(1)
    await window.getByRole('menuitemcheckbox').click()
    await expect.poll(() => field().inputValue()).toBe(`芯片 ${tag}:"出口管制" ${date}:2025-07`)

    for (const chosen of [/出口管制/, /2025/]) {
      await narrow.getByRole('button', { name: chosen }).click()
      await window.getByRole('menuitemcheckbox', { checked: true }).click()
    }
    await expect.poll(() => field().inputValue()).toBe('芯片')
    await expect.poll(titles).toHaveLength(2)
  })

  it('has room for all that orders and shows the results, however narrow the list is', async () => {
    const { window } = app
    const list = window.getByRole('region', { name: words.timeline.title })
    const last = list.getByRole('button', { name: words.timeline.look })
    for (const width of [960, 1440]) {
      await window.setViewportSize({ width, height: 900 })
      const [around, button] = [await list.boundingBox(), await last.boundingBox()]
      expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThan((around?.x ?? 0) + (around?.width ?? 0))
    }
  })

  it('has the facets beside the results where there is room', async () => {
    const { window } = app
    await window.setViewportSize({ width: 1920, height: 1000 })
    const beside = window.getByRole('region', { name: words.search.facets })
    await beside.getByRole('button', { name: '半导体' }).click()
    await expect.poll(() => field().inputValue()).toBe(`芯片 ${tag}:"半导体"`)
    await expect.poll(titles).toHaveLength(1)
    expect(await seriousViolations(window)).toEqual([])
    await beside.getByRole('button', { name: '半导体', pressed: true }).click()
    await expect.poll(titles).toHaveLength(2)
    await window.setViewportSize({ width: 1440, height: 900 })
    await beside.waitFor({ state: 'detached' })
  })

  it('puts the best match first, also after a restart of the window', async () => {
    const { window } = app
    const order = window.getByRole('radiogroup', { name: words.timeline.order })
    await order.getByRole('radio', { name: words.search.relevance }).click()
    const heading = window.getByRole('listbox').getByText(words.search.relevanceHeading)
    await heading.waitFor()
    expect(await window.evaluate(() => location.hash)).toContain('order=relevance')
    await window.reload()
    await heading.waitFor()
    await order.getByRole('radio', { name: words.timeline.published }).click()
    await heading.waitFor({ state: 'detached' })
  })

  it('goes from match to match in the article', async () => {
    const { window } = app
    await window.getByRole('option').filter({ hasText: '黄仁勋曾赴白宫' }).click()
    const reader = window.getByRole('article')
    await expect.poll(() => reader.locator('mark').count()).toBeGreaterThan(10)
    const stepper = window.getByRole('group', { name: words.search.matches })
    const count = Number(/\d+/.exec(await stepper.getByRole('status').innerText())?.[0])
    const present = reader.locator('mark[aria-current]')
    await stepper.getByRole('button', { name: words.search.previousMatch }).click()
    await expect.poll(() => present.getAttribute('data-match')).toBe(String(count - 1))
    await expect.poll(() => present.evaluate(mark => mark.getBoundingClientRect().top)).toBeLessThan(900)
    await stepper.getByRole('button', { name: words.search.nextMatch }).click()
    await expect.poll(() => present.getAttribute('data-match')).toBe('0')
    expect(await reader.getByRole('heading', { level: 1 }).locator('mark').allTextContents()).toEqual([
      '芯片',
    ])
    expect(await seriousViolations(window)).toEqual([])
  })

  it('finds words in the open article', async () => {
    await app.window.getByRole('button', { name: words.reader.more }).click()
    await app.window.getByRole('menuitem', { name: words.reader.find }).click()
    const bar = app.window.getByRole('search', { name: words.reader.find })
    await bar.getByRole('searchbox').fill('。')
    const present = app.window.getByRole('article').locator('mark[aria-current]')
    await expect.poll(() => present.getAttribute('data-match')).toBe('0')
    await bar.getByRole('button', { name: words.search.nextMatch }).click()
    await expect.poll(() => present.getAttribute('data-match')).toBe('1')
    await bar.getByRole('button', { name: words.reader.findClose }).click()
    await bar.waitFor({ state: 'detached' })
  })

  it('keeps a search, renames, deletes and brings it back', async () => {
    const { window } = app
    await window.getByRole('button', { name: words.search.save }).click()
    const dialog = window.getByRole('dialog')
    await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('芯片')
    expect(await seriousViolations(window)).toEqual([])
    await dialog.getByRole('button', { name: words.search.saveConfirm, exact: true }).click()
    const saved = window.getByRole('region', { name: words.search.saved })
    const link = saved.getByRole('link')
    await expect.poll(() => link.getAttribute('aria-current')).toBe('page')

    await window.getByRole('link', { name: words.shell.starred }).click()
    await expect.poll(() => field().inputValue()).toBe('')
    await link.click()
    await expect.poll(() => field().inputValue()).toBe('芯片')
    await expect.poll(titles).toHaveLength(2)

    await link.click({ button: 'right' })
    await window.getByRole('menuitem', { name: words.search.rename }).click()
    await dialog.getByRole('textbox').fill('半导体新闻')
    await dialog.getByRole('button', { name: words.common.rename }).click()
    await expect.poll(() => link.innerText()).toContain('半导体新闻')

    await link.hover()
    await saved.getByRole('button').click()
    await window.getByRole('menuitem', { name: words.search.delete }).click()
    await link.waitFor({ state: 'detached' })
    await window.getByRole('status').getByRole('button', { name: words.common.undo }).click()
    await expect.poll(() => link.innerText()).toContain('半导体新闻')
  })

  it('takes what was just typed, and nothing else, along to the view that is gone to', async () => {
    const { window } = app
    const link = window.getByRole('link', { name: words.commands.names['view-export'] })
    const hash = () => window.evaluate(() => decodeURIComponent(location.hash))
    for (const query of ['船', '芯片']) {
      await field().fill(query)
      await link.click()
      await expect.poll(hash).toBe(`#/export?q=${query}`)
      await window.goBack()
      await expect.poll(() => field().inputValue()).toBe(query)
    }
  })

  it('stays where it was sent to, though the line gone to before has not reached the address yet', async () => {
    const { window } = app
    await window.getByRole('link', { name: words.shell.all }).click()
    await window.getByRole('option').first().click()
    await window.keyboard.press('ArrowDown')
    // The moment in which the address is written comes, and is not had before the address is another.
    const busy = window.evaluate(() => {
      const end = performance.now() + 400
      while (performance.now() < end);
    })
    await window.evaluate(() => {
      location.hash = '#/timeline?shelf=starred'
    })
    await busy
    await window.waitForTimeout(300)
    expect(await window.evaluate(() => location.hash)).toBe('#/timeline?shelf=starred')
  })

  // Where things stand does not depend on the language, and this takes long.
  it.runIf(language === 'en-US')('has its results where they stay, on a slow machine too', async () => {
    const { window } = app
    await window.getByRole('link', { name: words.shell.all }).click()
    const session = await window.context().newCDPSession(window)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
    const tops = await window.evaluateHandle(() => {
      const seen = { tops: new Set<number>() }
      const look = () => {
        const [first] = document.querySelectorAll('[role=listbox] [role=option]')
        if (first) seen.tops.add(Math.round(first.parentElement?.getBoundingClientRect().top ?? 0))
        requestAnimationFrame(look)
      }
      look()
      return seen
    })
    const placesDuring = async (act: () => Promise<unknown>, count: number) => {
      await tops.evaluate(seen => seen.tops.clear())
      await act()
      await expect.poll(titles).toHaveLength(count)
      // What is counted comes after the list, when nobody types any more.
      await window.waitForTimeout(1500)
      return await tops.evaluate(seen => seen.tops.size)
    }
    await field().fill('没有这样的词')
    await expect.poll(titles).toEqual([])
    expect(await placesDuring(() => field().fill('芯片'), 2)).toBe(1)
    expect(await placesDuring(() => field().fill('出口管制 黄仁勋'), 1)).toBe(1)
    await field().fill('没有这样的词')
    await expect.poll(titles).toEqual([])
    const shelf = window.getByRole('link', { name: words.shell.starred })
    expect(await placesDuring(() => shelf.click(), 2)).toBe(1)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  })

  it('says what was not found, and where, and what could be left out', async () => {
    const { window } = app
    await window.getByRole('link', { name: words.shell.starred }).click()
    await search('出口管制 没有这样的词')
    await window.getByText(words.search.noResultTitle.replace('{{query}}', '出口管制 没有这样的词')).waitFor()
    expect(await seriousViolations(window)).toEqual([])
    const without = words.search.withoutPart.replace('{{part}}', '没有这样的词')
    await window.getByRole('button', { name: without }).click()
    await expect.poll(() => field().inputValue()).toBe('出口管制')
    await window.getByText(words.search.limitedTo.replace('{{scope}}', words.shell.starred)).waitFor()
    await window.getByRole('button', { name: words.search.everywhere }).click()
    await expect.poll(titles).not.toHaveLength(0)
    await expect.poll(() => field().inputValue()).toBe('出口管制')
  })

  it('has the query language at hand, with names of the library', async () => {
    const { window } = app
    await window.getByRole('button', { name: words.search.help }).click()
    const help = window.getByRole('dialog', { name: words.search.help })
    expect(await seriousViolations(window)).toEqual([])
    await help.getByRole('button', { name: `${tag}:Transport` }).click()
    await help.waitFor({ state: 'detached' })
    await expect.poll(() => field().inputValue()).toBe(`${tag}:Transport`)
    await expect.poll(titles).toHaveLength(3)
    expect(await field().evaluate(input => input === document.activeElement)).toBe(true)
  })
})
