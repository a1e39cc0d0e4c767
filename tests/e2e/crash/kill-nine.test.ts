import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { type AppUnderTest, type Folders, openApp } from '../app.ts'

let app: AppUnderTest | undefined

afterEach(async () => {
  await app?.remove()
  app = undefined
})

const page = (number: number) => `第${number}号公告:渡轮时刻表周日起调整
青桥晚报
2026-03-12 07:40

青桥市交通局3月11日宣布,渡轮时刻表自周日起调整,末班船推迟四十分钟,这是第${number}号公告。

交通局表示,调整将试行三个月,期间会听取沿岸居民和乘客的意见,再决定是否延续下去。
`

/** Milliseconds from the start of the run to the kill: before, during and after several saves. */
const MOMENTS = [60, 400, 900, 1500, 2300]

/** Finds each title by the search field: a long list has only the rows on show in the page. */
async function findAll(window: Page, titles: Iterable<string>): Promise<void> {
  const field = window.getByRole('searchbox')
  for (const title of titles) {
    await field.fill(title)
    await window.getByRole('listbox').getByText(title, { exact: true }).waitFor()
    await field.fill('')
  }
}

it('keeps every clipping that was shown as saved, whenever the app is killed', async () => {
  let folders: Folders | undefined
  const shownAsSaved = new Set<string>()
  let number = 0
  for (const moment of MOMENTS) {
    app = await openApp(folders === undefined ? { languages: ['zh-CN'] } : { languages: ['zh-CN'], folders })
    folders ??= app.folders
    const { window } = app
    await findAll(window, shownAsSaved)

    const killed = new Promise<void>(resolve => {
      setTimeout(() => resolve(app?.kill9()), moment)
    })
    let alive = true
    void killed.then(() => {
      alive = false
    })
    while (alive) {
      const title = `第${++number}号公告:渡轮时刻表周日起调整`
      try {
        await app.pasteText(page(number))
        await window.locator('article h1').getByText(title, { exact: true }).waitFor({ timeout: 3_000 })
        await window.getByRole('status').filter({ hasText: '已保存' }).waitFor({ timeout: 3_000 })
        shownAsSaved.add(title)
      } catch (error) {
        // The window is gone in the middle of a step; what it had shown by then counts.
        await killed
        if (!(error instanceof Error)) throw error
      }
    }
    await killed
  }
  app = await openApp({ languages: ['zh-CN'], ...(folders === undefined ? {} : { folders }) })
  expect(shownAsSaved.size).toBeGreaterThan(2)
  await findAll(app.window, shownAsSaved)
})
