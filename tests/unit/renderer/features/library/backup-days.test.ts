import i18next from 'i18next'
import { expect, it } from 'vitest'
import { backupDays, backupWhen, dayWords } from '../../../../../renderer/features/library/backup-days.ts'
import { en } from '../../../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../../../renderer/i18n/zh-hans/index.ts'

const local = (...[year, month, day, hour, minute]: [number, number, number, number, number]): string =>
  new Date(year, month - 1, day, hour, minute).toISOString()
const backup = (at: string) => ({ id: at, at, bytes: 1, kind: 'hourly' as const, verified: true })
const now = new Date(2026, 2, 1, 12, 0)

const i18n = i18next.createInstance()
await i18n.init({ resources: { en: { translation: en }, 'zh-Hans': { translation: zhHans } } })
const [english, chinese] = [i18n.getFixedT('en'), i18n.getFixedT('zh-Hans')]

it('puts backups under the day of this computer that they were taken on, in their order', () => {
  const [a, b, c] = [local(2026, 3, 1, 9, 14), local(2026, 3, 1, 0, 1), local(2026, 2, 28, 23, 59)].map(
    backup,
  )
  const given = [a, b, c].flatMap(each => each ?? [])
  expect(backupDays(given).map(({ day, backups }) => [day, backups.length])).toEqual([
    ['2026-03-01', 2],
    ['2026-02-28', 1],
  ])
  expect(backupDays(given)[0]?.backups).toEqual([a, b])
  expect(backupDays([])).toEqual([])
})

it('calls today and yesterday by name, also over the end of a month', () => {
  expect(dayWords(english, '2026-03-01', 'en', now)).toBe('Today')
  expect(dayWords(english, '2026-02-28', 'en', now)).toBe('Yesterday')
  expect(dayWords(chinese, '2026-02-28', 'zh-Hans', now)).toBe('昨天')
})

it('names the year of a day only where it is another one', () => {
  expect(dayWords(english, '2026-02-20', 'en', now)).toBe('Friday 20 February')
  expect(dayWords(english, '2025-12-31', 'en', now)).toBe('Wednesday 31 December 2025')
  expect(dayWords(chinese, '2025-12-31', 'zh-Hans', now)).toBe('2025年12月31日 星期三')
})

it('says when a backup was taken with the time of day', () => {
  expect(backupWhen(english, local(2026, 3, 1, 9, 14), 'en', now)).toBe('Today 09:14')
})
