import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Group, Row } from '../../../../../electron/core/model/listing.ts'
import {
  headingLines,
  keyOfLine,
  lineAt,
  lineOfHeading,
  lineOfRow,
  rowAtOrBelow,
} from '../../../../../renderer/features/timeline/list-lines.ts'

const groupsOf = (counts: readonly number[]): Group[] => {
  let start = 0
  return counts.map((count, at) => {
    const group = { key: `group ${at}`, start, count }
    start += count
    return group
  })
}

it('puts a heading before the rows of each group', () => {
  const groups = groupsOf([2, 1])
  const lines = Array.from(headingLines(groups, 3), (_, line) => {
    const found = lineAt(groups, line)
    return found.kind === 'heading' ? found.group.key : found.row
  })
  expect(lines).toEqual(['group 0', 0, 1, 'group 1', 2])
})

it('finds the line of every row and of every heading again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }), counts => {
      const groups = groupsOf(counts)
      const total = counts.reduce((sum, count) => sum + count, 0)
      for (let row = 0; row < total; row += 1) {
        expect(lineAt(groups, lineOfRow(groups, row))).toEqual({ kind: 'row', row })
        expect(rowAtOrBelow(groups, lineOfRow(groups, row))).toBe(row)
      }
      for (const [at, group] of groups.entries()) {
        expect(lineAt(groups, lineOfHeading(groups, at))).toEqual({ kind: 'heading', group, at })
        expect(rowAtOrBelow(groups, lineOfHeading(groups, at))).toBe(group.start)
      }
    }),
    { seed: 7, numRuns: 60 },
  )
})

it('has rows alone where there are no groups', () => {
  expect([...headingLines([], 3)]).toEqual([0, 0, 0])
  expect(lineAt([], 2)).toEqual({ kind: 'row', row: 2 })
})

it('marks the lines that are headings', () => {
  expect([...headingLines(groupsOf([2, 1]), 3)]).toEqual([1, 0, 0, 1, 0])
})

it('knows the first lines by what they show, and those below by where they stand', () => {
  const groups = groupsOf([2, 3])
  const firstRows = ['a', 'b', 'c'].map(id => ({ id }) as Row)
  const keys = Array.from({ length: 7 }, (_, line) => keyOfLine(groups, firstRows, line))
  expect(keys).toEqual(['heading group 0', 'a', 'b', 'heading group 1', 'c', 5, 6])
})
