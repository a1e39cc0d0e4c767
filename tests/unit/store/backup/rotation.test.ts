import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupIsDue, backupsToKeep } from '../../../../electron/store/backup/rotation.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2025, 6, 19, 12, 30)

const kept = (times: readonly number[], now = NOW) => [...backupsToKeep(times, now)].sort((a, b) => b - a)
const hoursAgo = (...hours: number[]) => hours.map(each => NOW - each * HOUR)

describe('the rotation of backups', () => {
  test('keeps the newest of each hour of the last day', () => {
    const everyTenMinutes = Array.from({ length: 6 * 24 }, (_, index) => NOW - index * 10 * 60_000)
    const newestOfHours = everyTenMinutes.filter(time => new Date(time).getUTCMinutes() === 50)
    const keep = kept(everyTenMinutes)
    expect(newestOfHours.every(time => keep.includes(time))).toBe(true)
    // The ten newest are kept whatever the hour, and one of the hour that has not ended.
    expect(keep).toHaveLength(24 + 9)
  })

  test('keeps the newest of each day of the last week, and of each week of the last half year', () => {
    const hourly = Array.from({ length: 24 * 365 }, (_, index) => NOW - index * HOUR)
    const keep = kept(hourly)
    const ages = keep.map(time => (NOW - time) / HOUR)
    expect(ages.filter(age => age < 24)).toHaveLength(24)
    expect(ages.filter(age => age >= 24 && age < 7 * 24)).toHaveLength(6)
    const older = ages.filter(age => age >= 7 * 24)
    expect(older).toHaveLength(25)
    expect(Math.max(...older)).toBeLessThan(26 * 7 * 24)
    expect(older.slice(1).map((age, index) => age - (older[index] ?? 0))).toEqual(Array(24).fill(7 * 24))
  })

  test('keeps the ten newest however old they are, as after years, or with a clock that is wrong', () => {
    const old = hoursAgo(...Array.from({ length: 30 }, (_, index) => 50_000 + index))
    expect(kept(old)).toEqual(old.slice(0, 10))
  })

  test('keeps what is dated in the future', () => {
    const future = hoursAgo(...Array.from({ length: 30 }, (_, index) => -30 + index))
    expect(kept(future)).toEqual(future)
  })

  test('loses nothing by rotating often that rotating once would keep', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 30 * 24 * 60 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(steps, minutes => {
        let now = NOW
        const all: number[] = []
        let rotated: number[] = []
        for (const step of minutes) {
          now += step * 60_000
          all.push(now)
          rotated = kept([...rotated, now], now)
        }
        for (const time of kept(all, now)) expect(rotated).toContain(time)
      }),
      { seed: 20250719, numRuns: 200 },
    )
  })
})

test('a backup is due an hour after the last, where there is none, and where the last is dated in the future', () => {
  expect([undefined, NOW - HOUR, NOW - HOUR + 1, NOW + 1].map(last => backupIsDue(last, NOW))).toEqual([
    true,
    true,
    false,
    true,
  ])
})
