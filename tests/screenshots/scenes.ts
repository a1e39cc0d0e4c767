import type { Page } from 'playwright-core'
import type { Bridge } from '../../electron/ipc/contract.ts'

/** One picture of the window: how to get there from a library that has clippings. */
export interface Scene {
  readonly name: string
  readonly show: (window: Page) => Promise<void>
}

const go = (window: Page, hash: string) =>
  window.evaluate(to => {
    location.hash = to
  }, hash)

/** The first of these that is there; a scene leaves no dialog open. */
const leave = async (window: Page) => {
  for (let press = 0; press < 3; press += 1) await window.keyboard.press('Escape')
}

/** Opens the article of which most is shown, wherever the list was left. */
const openReference = async (window: Page) => {
  await go(window, '#/timeline')
  const list = window.getByRole('listbox')
  await list.press('Home')
  await list.getByText('黄仁勋曾赴白宫').first().click()
}

/** It tells of what the reference article tells, and gives another day for some of it. */
const OTHER = `王文涛会见黄仁勋，双方谈对华芯片许可
记者 沈亦舟
2025-07-20 08:00

7月17日，商务部部长王文涛会见英伟达公司总裁兼首席执行官黄仁勋。

7月16日，黄仁勋在北京宣布，美国已批准H20芯片销往中国。公司将尽快恢复供货。

今年4月，美国政府决定禁止英伟达向中国市场销售H20芯片，公司计提了约45亿美元的存货损失。

来源：青桥晚报
`

/** Clips a text into the first collection. */
const collect = (window: Page, text: string) =>
  window.evaluate(async clipped => {
    const { cuttings } = globalThis as unknown as { cuttings: Bridge }
    const kept = await cuttings.request('clip:paste', { text: clipped })
    const known = await cuttings.request('library:overview', {})
    if (!kept.ok || !known.ok) throw new Error('nothing was clipped')
    await cuttings.request('clipping:mark', {
      ids: [kept.value.clipping.id],
      mark: { mark: 'collection', on: true, collection: known.value.collections[0]?.id ?? '' },
    })
  }, text)

const HARBOUR = [
  'Harbour board raises pilot fees',
  'The harbour board of Qingqiao voted on Thursday to raise pilot fees by four percent from 1 January, the first change in six years.',
  'Shipping companies said that they would appeal against the decision within a month.',
]

/** Clips a part of a web page that would call home, and says which clipping it is. */
const pastePage = (window: Page) =>
  window.evaluate(async lines => {
    const { cuttings } = globalThis as unknown as { cuttings: Bridge }
    const [title, ...paragraphs] = lines
    const html = `<style>body{font:17px/1.6 Georgia,serif;max-width:36em;margin:2em auto;color:#222}
      .tag{color:#fff;background:#15507a;padding:3px 8px;font:12px sans-serif}</style>
      <p><span class="tag">HARBOUR</span></p><h1>${title}</h1>${paragraphs.map(words => `<p>${words}</p>`).join('')}
      <img alt="" src="https://beacon.example/pixel.gif"><script src="https://beacon.example/count.js"></script>
      <iframe src="https://beacon.example/advert"></iframe>`
    const kept = await cuttings.request('clip:paste', { text: lines.join('\n\n'), html })
    return kept.ok ? kept.value.clipping.id : ''
  }, HARBOUR)

/** Collections and a saved search in the first collection. */
const nest = (window: Page) =>
  window.evaluate(async () => {
    const { cuttings } = globalThis as unknown as { cuttings: Bridge }
    const known = await cuttings.request('library:overview', {})
    const listed = await cuttings.request('library:list', { shelf: 'all', query: '', clock: 'published' })
    if (!known.ok || !listed.ok) throw new Error('the library does not answer')
    const parent = known.value.collections[0]?.id ?? ''
    const ids = listed.value.firstRows.map(({ id }) => id)
    await cuttings.request('collection:create', { name: '海关数据', ids: ids.slice(0, 2), parent })
    await cuttings.request('collection:create', { name: 'Chip makers', ids: ids.slice(1, 4), parent })
    const saved = await cuttings.request('search:save', {
      name: '英伟达 2025',
      query: '英伟达 published:2025',
    })
    if (saved.ok)
      await cuttings.request('search:move', { id: saved.value.savedSearch.id, parent, before: null })
  })

/** Tags to be cleared up: one name in two branches, and one that is misspelt. */
const blunder = (window: Page) =>
  window.evaluate(async () => {
    const { cuttings } = globalThis as unknown as { cuttings: Bridge }
    for (const tag of [
      { name: '芯片/英伟达', colour: 'amber' },
      { name: 'Transprot', colour: 'violet' },
    ] as const)
      await cuttings.request('tag:create', tag)
  })

export const SCENES: readonly Scene[] = [
  {
    name: 'timeline',
    show: async window => {
      await leave(window)
      await openReference(window)
      await window.locator('article h1').waitFor()
    },
  },
  {
    name: 'reading-settings',
    show: async window => {
      await window.locator('button[aria-expanded] .lucide-a-large-small').click()
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'quotes',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Shift+Q')
      await window.getByRole('dialog').locator('h3').first().waitFor()
    },
  },
  {
    name: 'sources',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Shift+S')
      await window.getByRole('dialog').locator('h3').first().waitFor()
    },
  },
  {
    name: 'highlights',
    show: async window => {
      await leave(window)
      await openReference(window)
      await window.locator('#reader section[tabindex="0"]').focus()
      for (const key of ['v', 'v', 'h']) await window.keyboard.press(key)
      await window.locator('mark[data-highlight]').first().waitFor()
      await window.keyboard.press('n')
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'highlights-list',
    show: async window => {
      await leave(window)
      await go(window, '#/highlights')
      await window.locator('[data-nav-item] [data-marker]').first().waitFor()
    },
  },
  {
    name: 'timeline-lanes',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline?clock=happened')
      await window.locator('button[aria-haspopup=true] .lucide-sliders-horizontal').click()
      await window.getByRole('menuitemradio').nth(4).click()
      await leave(window)
      await window.keyboard.press('+')
      await window.keyboard.press('+')
      await window.waitForTimeout(300)
    },
  },
  {
    name: 'timeline-picture',
    show: async window => {
      await window.keyboard.press('0')
      await window.keyboard.press('p')
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'timeline-jump',
    show: async window => {
      await leave(window)
      await window.locator('button[aria-haspopup=true] .lucide-sliders-horizontal').click()
      await window.getByRole('menuitemradio').nth(3).click()
      await leave(window)
      await window.keyboard.press('g')
      await window.getByRole('dialog').getByRole('textbox').fill('2025-07-15')
    },
  },
  {
    name: 'date-card',
    show: async window => {
      await leave(window)
      await openReference(window)
      await window.locator('article h1').waitFor()
      await window.locator('[data-date-index]').first().click()
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'chronology',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline')
      await collect(window, OTHER)
      await window.getByRole('navigation').getByText('H20 出口管制').click()
      await window.keyboard.press('Control+2')
      await window.getByRole('listbox').getByRole('option').first().waitFor()
      for (const key of ['a', 'a', 'x']) await window.keyboard.press(key)
      // Of the sale two sources give two days.
      await window.getByRole('option').filter({ hasText: '黄仁勋在北京宣布' }).click()
      await window.getByRole('listbox').focus()
    },
  },
  {
    name: 'chronology-merge',
    show: async window => {
      await window.keyboard.press('m')
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'chronology-all',
    show: async window => {
      await leave(window)
      await window.evaluate(() => {
        location.hash = location.hash.replace('#/timeline', '#/chronology').concat('&status=all')
      })
      await window.waitForTimeout(300)
    },
  },
  {
    name: 'check-fields',
    show: async window => {
      await leave(window)
      await openReference(window)
      await window.locator('article h1').waitFor()
      await window.keyboard.press('e')
      await window.locator('dl dd button').first().waitFor()
    },
  },
  {
    name: 'set-aside',
    show: async window => {
      await leave(window)
      await window.keyboard.press('a')
      await window.locator('#set-aside-title').waitFor()
    },
  },
  {
    name: 'tags',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+3')
      await window.getByRole('tree').or(window.getByRole('treegrid')).first().waitFor()
    },
  },
  {
    name: 'tags-alike',
    show: async window => {
      await leave(window)
      await blunder(window)
      await go(window, '#/tags')
      await window.getByRole('radio').nth(2).click()
      await window.locator('li .lucide-arrow-right').first().waitFor()
    },
  },
  {
    name: 'tag-picker',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline?shelf=all')
      await window.getByRole('listbox').getByText('黄仁勋曾赴白宫').first().click()
      await window.locator('article h1').waitFor()
      await window.keyboard.press('t')
      await window.locator('[aria-keyshortcuts="Alt+1"]').waitFor()
    },
  },
  {
    name: 'palette',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+k')
      await window.getByRole('dialog').getByRole('combobox').fill('dc')
      await window.getByRole('dialog').getByRole('option').nth(1).waitFor()
    },
  },
  {
    name: 'export',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+4')
      await window.waitForTimeout(600)
    },
  },
  {
    name: 'export-book',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+4')
      const shown = window.locator('[data-foot="export"]')
      await shown.locator('input[value="pdf"]').check({ force: true })
      await shown.locator('label:has(input[value="double"])').click()
      await shown.locator('input[value="margin"]').scrollIntoViewIfNeeded()
      await window.waitForTimeout(600)
    },
  },
  {
    name: 'export-markdown',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+4')
      const format = (value: string) => window.locator(`[data-foot="export"] input[value="${value}"]`)
      await format('markdown-folder').check({ force: true })
      await format('obsidian').check({ force: true })
      await window.waitForTimeout(800)
    },
  },
  {
    name: 'export-template',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+4')
      await window.locator('[data-foot="export"] input[value="template"]').check({ force: true })
      await window.locator('[data-foot="export"] button:has(.lucide-copy-plus)').click()
      await window.locator('textarea').waitFor()
      await window.waitForTimeout(800)
    },
  },
  {
    name: 'export-preset',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+4')
      await window.locator('[data-foot="export"] button:has(.lucide-bookmark-plus)').click()
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'import',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+5')
      await window.waitForTimeout(300)
    },
  },
  {
    name: 'settings',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+,')
      await window.waitForTimeout(300)
    },
  },
  ...(['import', 'outlets', 'library', 'backups', 'trash'] as const).map(
    (section): Scene => ({
      name: `settings-${section}`,
      show: async window => {
        await leave(window)
        await go(window, `#/settings?section=${section}`)
        await window.waitForTimeout(400)
      },
    }),
  ),
  {
    name: 'keys',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+1')
      await window.keyboard.press('?')
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'diagnostics',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+k')
      // Found by its Chinese name in each language; the last of its names is that of the pseudo-locale.
      await window.getByRole('dialog').getByRole('combobox').fill('诊断')
      await window
        .getByRole('option')
        .filter({ hasText: /诊断|diagnostics|ðîàĝñöšţîçš/u })
        .first()
        .click()
      await window.getByRole('dialog').locator('pre').waitFor()
    },
  },
  {
    name: 'trash',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline?shelf=trash')
      await window.waitForTimeout(300)
    },
  },
  {
    name: 'search',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline?q=芯片')
      await window.getByRole('listbox').getByText('黄仁勋曾赴白宫').first().click()
      await window.locator('article mark').first().waitFor()
      await window.keyboard.press('F3')
      await window.keyboard.press('F3')
      await window.keyboard.press('F3')
    },
  },
  {
    name: 'search-relevance',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline?q=council%20OR%20芯片%20OR%20渡轮&order=relevance')
      await window.getByRole('option').first().click()
      await window.locator('[role=option] mark').first().waitFor()
    },
  },
  {
    name: 'search-nothing',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline?shelf=starred&q=芯片 来源:"新华社" 日期:2025-03')
      await window.getByText('2025-03').last().waitFor()
    },
  },
  {
    name: 'search-help',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline')
      await window.locator('search button').first().click()
      await window.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'collections',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline')
      await nest(window)
      await window.getByRole('navigation').getByText('H20 出口管制').click()
      // Behind the three clocks.
      await window.getByRole('radio').nth(3).click()
      await window.getByRole('option').first().click()
    },
  },
  {
    name: 'original-page',
    show: async window => {
      await leave(window)
      await go(window, `#/timeline?clipping=${await pastePage(window)}&pane=original`)
      await window.locator('iframe').waitFor()
      await window.locator('[aria-controls=left-out]').click()
    },
  },
]
