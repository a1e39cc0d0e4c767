import type { Page } from 'playwright-core'

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

export const SCENES: readonly Scene[] = [
  {
    name: 'timeline',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline')
      await window.getByRole('listbox').getByText('黄仁勋曾赴白宫').first().click()
      await window.locator('article h1').waitFor()
    },
  },
  {
    name: 'highlights',
    show: async window => {
      await leave(window)
      await go(window, '#/timeline')
      await window.getByRole('listbox').getByText('黄仁勋曾赴白宫').first().click()
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
      await go(window, '#/timeline')
      await window.getByRole('listbox').getByText('黄仁勋曾赴白宫').first().click()
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
      await window.getByRole('navigation').getByText('H20 出口管制').click()
      await window.keyboard.press('Control+2')
      await window.getByRole('listbox').getByRole('option').first().waitFor()
      for (const key of ['j', 'a', 'a', 'x']) {
        await window.keyboard.press(key)
        await window.waitForTimeout(150)
      }
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
      await go(window, '#/timeline')
      await window.getByRole('listbox').getByText('黄仁勋曾赴白宫').first().click()
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
    name: 'export',
    show: async window => {
      await leave(window)
      await window.keyboard.press('Control+4')
      await window.waitForTimeout(600)
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
]
