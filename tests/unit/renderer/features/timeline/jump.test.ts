import { describe, expect, it } from 'vitest'
import type { Edtf } from '../../../../../electron/core/model/edtf.ts'
import { destinationOf } from '../../../../../renderer/features/timeline/jump.ts'

const GROUPS = ['2025-07-19', '2025-07-17', '2025-06', '2025-06-03', '2024', ''].map(key => ({ key }))
const to = (words: string) => destinationOf(words, GROUPS, '2025-07-21' as Edtf)

describe('going to a date', () => {
  it.each([
    ['2025-07-17', '2025-07-17'],
    ['前天', '2025-07-19'],
    ['上周', '2025-07-19'],
    ['last Thursday', '2025-07-17'],
    ['2025年6月', '2025-06'],
    ['June 2025', '2025-06'],
    ['2025-06-10', '2025-06'],
    ['2024-03', '2024'],
  ])('%j leads to what is of it', (words, group) => {
    expect(to(words)).toMatchObject({ group, isThere: true })
  })

  it('leads to the nearest where nothing is of it', () => {
    expect(to('2025-07-15')).toMatchObject({ group: '2025-07-17', isThere: false })
    expect(to('1999')).toMatchObject({ group: '2024', isThere: false })
  })

  it('leads nowhere where nothing is dated, or the words are no date', () => {
    expect(destinationOf('2025', [{ key: '' }], '2025-07-21' as Edtf)).toMatchObject({ group: undefined })
    expect(to('soon')).toBeUndefined()
  })
})
