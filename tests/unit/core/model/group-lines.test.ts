import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readGroups, writeGroups } from '../../../../electron/core/model/group-lines.ts'

it('gives back the groups of a list as they were', () => {
  const key = fc.constantFrom('2025-07-19', '2025-07', '2025', '2025-07-01/2025-07-10', '')
  const counted = fc.array(fc.tuple(key, fc.integer({ min: 1, max: 900 })), { maxLength: 40 })
  fc.assert(
    fc.property(counted, each => {
      let start = 0
      const groups = each.map(([key, count]) => {
        const group = { key, start, count }
        start += count
        return group
      })
      expect(readGroups(writeGroups(groups))).toEqual(groups)
    }),
    { seed: 20261128 },
  )
})
