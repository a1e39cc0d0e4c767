import { describe, expect, test } from 'vitest'
import { planMark } from '../../../../electron/core/library/mark.ts'
import { sampleClipping, sampleId, stateOf } from './samples.ts'

const AT = '2025-07-20T08:00:00.000Z'
const shelf = sampleId(900)

const state = stateOf(
  [sampleClipping(1), sampleClipping(2, { starred: true, tags: ['a'] }), sampleClipping(3)],
  {
    tags: new Map([['a', { name: 'a', colour: 'red' }]]),
    collections: new Map([[shelf, { id: shelf, name: 'H20', createdAt: AT }]]),
  },
)
const all = [1, 2, 3].map(number => sampleId(number))

describe('marking clippings', () => {
  test('changes only those that do not have the mark yet, and counts them', () => {
    expect(planMark(state, all, { mark: 'starred', on: true }, AT)).toEqual({
      ok: true,
      value: {
        label: { kind: 'star', count: 2 },
        ops: [1, 3].map(number => ({
          op: 'mark-clipping',
          id: sampleId(number),
          marks: { updatedAt: AT, tags: [], collections: [], starred: true },
        })),
      },
    })
  })

  test('plans nothing where all have it', () => {
    expect(planMark(state, [sampleId(2)], { mark: 'starred', on: true }, AT)).toEqual({
      ok: true,
      value: undefined,
    })
    expect(planMark(state, all, { mark: 'trashed', on: false }, AT)).toEqual({ ok: true, value: undefined })
  })

  test('as read notes when, and unmarking forgets it', () => {
    const marked = planMark(state, [sampleId(1)], { mark: 'read', on: true }, AT)
    expect(marked).toMatchObject({
      value: { label: { kind: 'mark-read' }, ops: [{ marks: { readAt: AT } }] },
    })
    const before = stateOf([sampleClipping(1, { readAt: AT })])
    expect(planMark(before, [sampleId(1)], { mark: 'read', on: false }, AT)).toEqual({
      ok: true,
      value: {
        label: { kind: 'mark-unread', count: 1 },
        ops: [
          {
            op: 'mark-clipping',
            id: sampleId(1),
            marks: { updatedAt: AT, tags: [], collections: [], starred: false },
          },
        ],
      },
    })
  })

  test('as trashed puts the whole clipping, so that undo brings it back from an emptied trash', () => {
    const marked = planMark(state, [sampleId(1)], { mark: 'trashed', on: true }, AT)
    expect(marked).toMatchObject({
      value: { label: { kind: 'trash' }, ops: [{ clipping: { trashedAt: AT } }] },
    })
    const before = stateOf([sampleClipping(1, { trashedAt: AT })])
    expect(planMark(before, [sampleId(1)], { mark: 'trashed', on: false }, AT)).toEqual({
      ok: true,
      value: {
        label: { kind: 'untrash', count: 1 },
        ops: [{ op: 'put-clipping', clipping: sampleClipping(1, { updatedAt: AT }) }],
      },
    })
  })

  test('with a tag that is not known yet creates it, in the colour of the tag above', () => {
    const planned = planMark(state, [sampleId(1)], { mark: 'tag', tag: ' a / b ', on: true }, AT)
    expect(planned).toMatchObject({
      value: {
        label: { kind: 'tag', count: 1, name: 'a/b' },
        ops: [
          { op: 'put-tag', tag: { name: 'a/b', colour: 'red' } },
          { op: 'mark-clipping', marks: { tags: ['a/b'] } },
        ],
      },
    })
  })

  test('takes a tag off without touching the tags below it', () => {
    const before = stateOf([sampleClipping(1, { tags: ['a', 'a/b'] })])
    const planned = planMark(before, [sampleId(1)], { mark: 'tag', tag: 'a', on: false }, AT)
    expect(planned).toMatchObject({
      value: { label: { kind: 'untag' }, ops: [{ marks: { tags: ['a/b'] } }] },
    })
  })

  test('puts clippings in a collection by its name in the history', () => {
    const planned = planMark(state, all, { mark: 'collection', collection: shelf, on: true }, AT)
    expect(planned).toMatchObject({ value: { label: { kind: 'collect', count: 3, name: 'H20' } } })
  })

  test('says what is missing', () => {
    expect(planMark(state, [sampleId(8)], { mark: 'read', on: true }, AT)).toEqual({
      ok: false,
      error: 'not-found',
    })
    expect(planMark(state, all, { mark: 'collection', collection: sampleId(8), on: true }, AT)).toEqual({
      ok: false,
      error: 'not-found',
    })
    expect(planMark(state, all, { mark: 'tag', tag: ' / ', on: true }, AT)).toEqual({
      ok: false,
      error: 'invalid-name',
    })
  })
})
