import { describe, expect, it } from 'vitest'
import type { Overview } from '../../../../../electron/core/model/overview.ts'
import {
  isWithin,
  nextBeside,
  type Step,
  stepOf,
} from '../../../../../renderer/features/collections/collection-moves.ts'

/** A tree as the overview lists it: A, B with C and D in it, and E in D. */
const collections: Overview['collections'] = [['A'], ['B'], ['C', 'B'], ['D', 'B'], ['E', 'D']].map(
  ([id = '', parent]) => ({
    id,
    name: id,
    createdAt: '2025-07-20T08:00:00.000Z',
    ...(parent === undefined ? {} : { parent }),
    depth: 0,
    own: 0,
    count: 0,
    isByHand: false,
  }),
)
const searches = [{ id: 's' }, { id: 't', parent: 'D' }, { id: 'u', parent: 'D' }]

describe('a step of a collection', () => {
  const step = (which: Step, id: string) => stepOf(which, collections, collections, id)

  it('goes past the one before or behind it in the same place', () => {
    expect(step('up', 'D')).toEqual({ parent: 'B', before: 'C' })
    expect(step('down', 'C')).toEqual({ parent: 'B', before: null })
    expect(step('down', 'A')).toEqual({ parent: null, before: null })
    expect(step('up', 'A')).toBeUndefined()
    expect(step('down', 'B')).toBeUndefined()
  })

  it('goes into the one before it, and out behind the one that it stood in', () => {
    expect(step('in', 'D')).toEqual({ parent: 'C', before: null })
    expect(step('in', 'C')).toBeUndefined()
    expect(step('out', 'E')).toEqual({ parent: 'B', before: null })
    expect(step('out', 'C')).toEqual({ parent: null, before: null })
    expect(step('out', 'A')).toBeUndefined()
    expect(step('up', 'gone')).toBeUndefined()
  })
})

describe('a step of a saved search', () => {
  const step = (which: Step, id: string) => stepOf(which, searches, collections, id)

  it('goes past others in the same place, into a collection there, and out', () => {
    expect(step('up', 'u')).toEqual({ parent: 'D', before: 't' })
    expect(step('up', 't')).toBeUndefined()
    expect(step('in', 's')).toEqual({ parent: 'A', before: null })
    expect(step('in', 't')).toEqual({ parent: 'E', before: null })
    expect(step('out', 't')).toEqual({ parent: 'B', before: null })
    expect(step('out', 's')).toBeUndefined()
  })
})

it('knows what stands behind another, and what stands in itself', () => {
  expect(nextBeside(collections, { id: 'C', parent: 'B' })).toBe('D')
  expect(nextBeside(collections, { id: 'D', parent: 'B' })).toBeNull()
  expect(isWithin(collections, 'E', 'B')).toBe(true)
  expect(isWithin(collections, 'B', 'B')).toBe(true)
  expect(isWithin(collections, 'A', 'B')).toBe(false)
})
