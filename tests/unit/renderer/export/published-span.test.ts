import { describe, expect, it } from 'vitest'
import type { Published } from '../../../../electron/core/model/stated.ts'
import { spanOfDates, spanOfGroups, spanWords } from '../../../../renderer/features/export/published-span.ts'

const stated = (edtf: string): Published => ({ edtf, origin: 'text', evidence: edtf, confidence: 1 })
const group = (key: string, count: number) => ({ key, count })

describe('the span of what is exported', () => {
  it('runs from the oldest to the newest group and counts the undated ones', () => {
    const span = spanOfGroups([
      group('2025-07-19', 3),
      group('2025-06', 1),
      group('2025-07-01', 2),
      group('', 4),
    ])
    expect(span).toEqual({ first: '2025-06', last: '2025-07-19', undated: 4 })
    expect(spanWords(span, 'en')).toBe('June 2025 – 19 July 2025')
    expect(spanWords(span, 'zh-Hans')).toBe('2025年6月至2025年7月19日')
  })

  it('leaves the time of day out, and takes the first day of several', () => {
    const dates = [
      stated('2025-07-19T00:09:16+08:00'),
      stated('2025-07-01/2025-07-10'),
      'not-stated' as const,
    ]
    expect(spanOfDates(dates)).toEqual({ first: '2025-07-01', last: '2025-07-19', undated: 1 })
  })

  it('takes the known end of an interval that is open at its start', () => {
    expect(spanOfDates([stated('/2025-07-10')]).first).toBe('2025-07-10')
  })

  it('says a single day once', () => {
    expect(spanWords(spanOfDates([stated('2025-07-19'), stated('2025-07-19T10:00')]), 'en')).toBe(
      '19 July 2025',
    )
  })

  it('says nothing where nothing is dated', () => {
    expect(spanWords(spanOfDates(['not-stated']), 'en')).toBeUndefined()
    expect(spanWords(spanOfGroups([]), 'en')).toBeUndefined()
  })
})
