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
    ['', '未注明日期', 'No date stated'],
  ])('%j', (key, zh, english) => {
    expect(headingWords(i18n.getFixedT('zh-Hans'), key, 'zh-Hans', 2025)).toBe(zh)
    expect(headingWords(i18n.getFixedT('en'), key, 'en', 2025)).toBe(english)
  })
})
