import type { Locator } from 'playwright-core'
import { en } from '../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../renderer/i18n/zh-hans/index.ts'
import type { Section } from '../../../renderer/routing/route.ts'
import type { AppUnderTest } from '../app.ts'
import { seriousViolations, seriousViolationsByTheme } from '../serious-violations.ts'

/** The system's language and the words that the window has in it. */
export const LANGUAGES = [
  ['zh-CN', zhHans],
  ['en-US', en],
] as const

export const FERRY = `渡轮时刻表周日起调整
记者 沈亦舟
2026-03-12 07:40

青桥市交通局3月11日宣布,渡轮时刻表自周日起调整,末班船推迟四十分钟,以方便晚归的乘客。

来源:青桥晚报
`
export const FERRY_TITLE = '渡轮时刻表周日起调整'

export const TRAM = `Ellery council approves tram line to the docks
By Marta Quennell
17 July 2025

Ellery's city council voted 31 to 22 on Wednesday to extend the tram line to the docks.
`
export const TRAM_TITLE = 'Ellery council approves tram line to the docks'

/** Clips a page and waits until it is in the list. */
export async function clip(app: AppUnderTest, text: string, title: string): Promise<void> {
  await app.pasteText(text)
  await app.window.getByRole('option').filter({ hasText: title }).waitFor()
}

/** Shows a part of the settings. */
export async function showSection(app: AppUnderTest, section: Section): Promise<void> {
  await app.window.evaluate(to => {
    location.hash = `#/settings?section=${to}`
  }, section)
  await app.window.getByRole('heading', { level: 2 }).first().waitFor()
}

export const button = (app: AppUnderTest, name: string): Locator =>
  app.window.getByRole('button', { name, exact: true })

/** A text with a placeholder, as a pattern that any value fits. */
export const anyOf = (text: string): RegExp =>
  new RegExp(
    text
      .split(/\{\{[^}]*\}\}/)
      .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+'),
  )

/**
 * What axe finds serious in the light and in the dark theme, for a spec in both languages: in Chinese, whose colours are those of
 * English, only what is wrong in any.
 */
export async function seriousInBothThemes(app: AppUnderTest): Promise<string[]> {
  if (await app.window.evaluate(() => document.documentElement.lang.startsWith('zh')))
    return seriousViolations(app.window, 'structure')
  return seriousViolationsByTheme(app)
}
