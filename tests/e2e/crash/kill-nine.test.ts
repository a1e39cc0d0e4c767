import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { type AppUnderTest, type Folders, openApp } from '../app.ts'

/** The first one made the folders, and takes them away. */
const apps: AppUnderTest[] = []

afterEach(async () => {
  for (const app of apps.splice(0).reverse()) await app.remove()
})

async function open(folders: Folders | undefined): Promise<AppUnderTest> {
  const app = await openApp({ languages: ['zh-CN'], ...(folders === undefined ? {} : { folders }) })
  apps.push(app)
  return app
}

const titleOf = (number: number) => `第${number}号公告:渡轮时刻表周日起调整`

const page = (number: number) => `${titleOf(number)}
青桥晚报
2026-03-12 07:40

青桥市交通局3月11日宣布,渡轮时刻表自周日起调整,末班船推迟四十分钟,这是第${number}号公告。

交通局表示,调整将试行三个月,期间会听取沿岸居民和乘客的意见,再决定是否延续下去。
`

/**
 * When each round ends: after so many clippings shown as saved, with one more paste under way for so many
 * milliseconds. Over the rounds the kills fall before, during and after the steps of a save, and how many
 * clippings are saved does not depend on how fast the machine is.
 */
const ROUNDS = [
  { saves: 0, delay: 5 },
  { saves: 1, delay: 0 },
  { saves: 2, delay: 15 },
  { saves: 1, delay: 30 },
  { saves: 3, delay: 60 },
  { saves: 1, delay: 150 },
]

/** Finds each title by the search field: a long list has only the rows on show in the page. */
async function findAll(window: Page, titles: ReadonlySet<string>): Promise<void> {
  // An empty library has nothing to search, and so no field.
  if (titles.size === 0) return
  const field = window.getByRole('searchbox')
  for (const title of titles) {
    await field.fill(title)
    await window.getByRole('listbox').getByText(title, { exact: true }).waitFor()
  }
  await field.fill('')
  // A paste into the field would search for the page instead of clipping it.
  await field.blur()
}

it('keeps every clipping that was shown as saved, whenever the app is killed', async () => {
  let folders: Folders | undefined
  const shownAsSaved = new Set<string>()
  let number = 0
  for (const { saves, delay } of ROUNDS) {
    const app = await open(folders)
    folders ??= app.folders
    const { window } = app
    await findAll(window, shownAsSaved)
    for (let saved = 0; saved < saves; saved += 1) {
      const title = titleOf(++number)
      await app.pasteText(page(number))
      await window.locator('article h1').getByText(title, { exact: true }).waitFor()
      await window.getByRole('status').filter({ hasText: '已保存' }).waitFor()
      shownAsSaved.add(title)
    }
    // The window goes away in the middle of this one; whether it was kept is not promised.
    const unfinished = app.pasteText(page(++number)).catch(() => undefined)
    await setTimeout(delay)
    await app.kill9()
    await unfinished
  }
  const { window } = await open(folders)
  expect(shownAsSaved.size).toBe(8)
  await findAll(window, shownAsSaved)
})
