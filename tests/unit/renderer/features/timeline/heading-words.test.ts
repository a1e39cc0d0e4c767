import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { headingWords } from '../../../../../renderer/features/timeline/heading-words.ts'
import { en } from '../../../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../../../renderer/i18n/zh-hans/index.ts'

const i18n = i18next.createInstance()
beforeAll(() =>
  i18n.init({
    lng: 'zh-Hans',
    resources: { en: { translation: en }, 'zh-Hans': { translation: zhHans } },
    interpolation: { escapeValue: false },
  }),
)

describe('the heading of a group', () => {
  it.each([
    ['2025-07-19', '7月19日 星期六', 'Saturday 19 July'],
    ['2024-07-19', '2024年7月19日 星期五', 'Friday 19 July 2024'],
    ['2025-04', '2025年4月（仅知月份）', 'April 2025 (month only)'],
    ['2024', '2024年（仅知年份）', '2024 (year only)'],
    ['2025-07-14/2025-07-20', '2025年7月14日至20日 · 第 29 周', '14–20 July 2025 · week 29'],
    [
      '2024-12-30/2025-01-05',
      '2024年12月30日至2025年1月5日 · 第 1 周',
      '30 December 2024 – 5 January 2025 · week 1',
    ],
    ['', '未注明日期', 'No date stated'],
  ])('%j', (key, zh, english) => {
    expect(headingWords(i18n.getFixedT('zh-Hans'), key, 'zh-Hans', 2025)).toBe(zh)
    expect(headingWords(i18n.getFixedT('en'), key, 'en', 2025)).toBe(english)
  })

  it('does not call a month all that is known where the list is by months', () => {
    expect(headingWords(i18n.getFixedT('en'), '2025-04', 'en', 2025, 'month')).toBe('April 2025')
  })
})
