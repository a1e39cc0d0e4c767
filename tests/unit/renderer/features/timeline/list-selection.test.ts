import { describe, expect, it } from 'vitest'
import {
  leaveGap,
  NOTHING_SELECTED,
  rangeTo,
  rowAfterRemoval,
  selectOne,
  selectRange,
  step,
  toggleOne,
} from '../../../../../renderer/features/timeline/list-selection.ts'

describe('moving along the list', () => {
  it('starts at the first row going down and at the last going up', () => {
    expect(step(NOTHING_SELECTED, 1, 5)).toBe(0)
    expect(step(NOTHING_SELECTED, -1, 5)).toBe(4)
  })

  it('stops at both ends, and nowhere in an empty list', () => {
    expect(step(selectOne(4, 'e'), 1, 5)).toBe(4)
    expect(step(selectOne(0, 'a'), -1, 5)).toBe(0)
    expect(step(NOTHING_SELECTED, 1, 0)).toBe(-1)
  })

  it('goes on from the gap that a clipping left, skipping no row', () => {
    const gap = leaveGap(selectOne(2, 'c'))
    expect(step(gap, 1, 4)).toBe(2)
    expect(step(gap, -1, 4)).toBe(1)
  })
})

describe('selecting several', () => {
  it('spans from the anchor in either direction', () => {
    const anchored = selectOne(3, 'd')
    expect(rangeTo(anchored, 5)).toEqual({ start: 3, count: 3 })
    expect(rangeTo(anchored, 1)).toEqual({ start: 1, count: 3 })
    expect(rangeTo(NOTHING_SELECTED, 2)).toEqual({ start: 2, count: 1 })
  })

  it('keeps the anchor while a range grows and shrinks', () => {
    const grown = selectRange(selectOne(1, 'b'), 3, ['b', 'c', 'd'])
    expect(grown).toMatchObject({ anchor: 1, active: 3 })
    expect(rangeTo(grown, 2)).toEqual({ start: 1, count: 2 })
  })

  it('adds and takes out single rows, but never the last one', () => {
    const two = toggleOne(selectOne(0, 'a'), 2, 'c')
    expect(two.ids).toEqual(['a', 'c'])
    const one = toggleOne(two, 0, 'a')
    expect(one.ids).toEqual(['c'])
    expect(toggleOne(one, 2, 'c')).toBe(one)
  })
})

describe('after clippings went to the trash', () => {
  it('goes to the row that took the place of the first of them', () => {
    expect(rowAfterRemoval(selectRange(selectOne(2, 'c'), 4, ['c', 'd', 'e']), 10)).toBe(2)
    expect(rowAfterRemoval(selectRange(selectOne(4, 'e'), 2, ['c', 'd', 'e']), 10)).toBe(2)
  })

  it('goes to the last row where the end was removed, and nowhere in an empty list', () => {
    expect(rowAfterRemoval(selectOne(5, 'f'), 5)).toBe(4)
    expect(rowAfterRemoval(selectOne(0, 'a'), 0)).toBe(-1)
  })
})
