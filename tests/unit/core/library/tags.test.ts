import { describe, expect, test } from 'vitest'
import type { Change } from '../../../../electron/core/library/change.ts'
import { applyOperations } from '../../../../electron/core/library/operations.ts'
import type { LibraryState } from '../../../../electron/core/library/state.ts'
import {
  planColourTag,
  planCreateTag,
  planDeleteTag,
  planDeleteUnusedTags,
  planRenameTag,
} from '../../../../electron/core/library/tags.ts'
import type { TagColour } from '../../../../electron/core/model/tag.ts'
import type { Result } from '../../../../electron/core/result.ts'
import { sampleClipping, sampleId, stateOf } from './samples.ts'

const withTags = (clippings: string[][], tags: Record<string, TagColour>): LibraryState =>
  stateOf(
    clippings.map((names, index) => sampleClipping(index, { tags: names })),
    { tags: new Map(Object.entries(tags).map(([name, colour]) => [name, { name, colour }])) },
  )

/** The tags of each clipping and the colour of each tag after a change. */
function outcome(state: LibraryState, planned: Result<Change | undefined, unknown>) {
  if (!planned.ok || planned.value === undefined) throw new Error('nothing was planned')
  const next = applyOperations(state, planned.value.ops)
  return {
    label: planned.value.label,
    clippings: [...state.clippings.keys()].map(id => next.clippings.get(id)?.tags),
    tags: Object.fromEntries([...next.tags.values()].map(({ name, colour }) => [name, colour])),
  }
}

describe('renaming a tag', () => {
  test('carries the tags below it and every clipping, trashed ones too', () => {
    const state = stateOf(
      [
        sampleClipping(0, { tags: ['x', '公司/英伟达'] }),
        sampleClipping(1, { tags: ['公司'], trashedAt: '2025-07-20T08:00:00.000Z' }),
      ],
      { tags: new Map([['公司', { name: '公司', colour: 'blue' }]]) },
    )
    expect(outcome(state, planRenameTag(state, '公司', '企业'))).toEqual({
      label: { kind: 'rename-tag', count: 2, name: '企业' },
      clippings: [['x', '企业/英伟达'], ['企业']],
      tags: { 企业: 'blue' },
    })
  })

  test('leaves tags whose names only begin alike', () => {
    const state = withTags([['ab', 'a']], { a: 'red', ab: 'green' })
    expect(outcome(state, planRenameTag(state, 'a', 'c'))).toMatchObject({
      clippings: [['ab', 'c']],
      tags: { ab: 'green', c: 'red' },
    })
  })

  test('onto another merges the two: its colour stays, and no clipping has it twice', () => {
    const state = withTags([['a', 'b'], ['a/x', 'b/x'], ['b']], {
      a: 'red',
      b: 'green',
      'a/x': 'blue',
      'a/y': 'amber',
    })
    expect(outcome(state, planRenameTag(state, 'a', 'b'))).toEqual({
      label: { kind: 'merge-tag', count: 2, name: 'b' },
      clippings: [['b'], ['b/x'], ['b']],
      tags: { b: 'green', 'b/x': 'blue', 'b/y': 'amber' },
    })
  })

  test('onto one that only clippings carry merges too', () => {
    const state = withTags([['a'], ['b']], { a: 'red' })
    expect(outcome(state, planRenameTag(state, 'a', 'b')).label.kind).toBe('merge-tag')
  })

  test('into itself and out of itself moves the branch', () => {
    const state = withTags([['a', 'a/b']], { a: 'red', 'a/b': 'green' })
    expect(outcome(state, planRenameTag(state, 'a', 'a/b'))).toMatchObject({
      clippings: [['a/b', 'a/b/b']],
      tags: { 'a/b': 'red', 'a/b/b': 'green' },
    })
    expect(outcome(state, planRenameTag(state, 'a/b', 'a'))).toMatchObject({
      label: { kind: 'merge-tag' },
      clippings: [['a']],
      tags: { a: 'red' },
    })
  })

  test('renames what its children imply', () => {
    const state = withTags([['a/b']], {})
    expect(outcome(state, planRenameTag(state, 'a', 'c')).clippings).toEqual([['c/b']])
  })

  test('refuses what cannot be', () => {
    const state = withTags([['a/b']], { a: 'red' })
    expect(planRenameTag(state, 'a', ' ')).toEqual({ ok: false, error: 'invalid-name' })
    expect(planRenameTag(state, 'a', 'x'.repeat(199))).toEqual({ ok: false, error: 'invalid-name' })
    expect(planRenameTag(state, 'z', 'y')).toEqual({ ok: false, error: 'not-found' })
    expect(planRenameTag(state, 'a', ' a ')).toEqual({ ok: true, value: undefined })
  })
})

describe('creating, colouring and deleting tags', () => {
  const state = withTags([['a/b', 'c'], ['c']], { 'a/b': 'green' })

  test('a new tag looks like the one above it', () => {
    expect(outcome(state, planCreateTag(state, 'a/b/c')).tags['a/b/c']).toBe('green')
    expect(outcome(state, planCreateTag(state, '新')).tags['新']).toBe('grey')
    expect(planCreateTag(state, 'a／b')).toEqual({ ok: false, error: 'name-taken' })
    expect(planCreateTag(state, '/')).toEqual({ ok: false, error: 'invalid-name' })
  })

  test('a tag that only clippings or children imply can be coloured', () => {
    expect(outcome(state, planColourTag(state, 'a', 'red')).tags['a']).toBe('red')
    expect(outcome(state, planColourTag(state, 'c', 'red')).tags['c']).toBe('red')
    expect(planColourTag(state, 'a/b', 'green')).toEqual({ ok: true, value: undefined })
    expect(planColourTag(state, 'z', 'red')).toEqual({ ok: false, error: 'not-found' })
  })

  test('deleting takes the branch off every clipping', () => {
    expect(outcome(state, planDeleteTag(state, 'a'))).toEqual({
      label: { kind: 'delete-tag', count: 1, name: 'a' },
      clippings: [['c'], ['c']],
      tags: {},
    })
    expect(planDeleteTag(state, 'z')).toEqual({ ok: false, error: 'not-found' })
    expect(state.clippings.get(sampleId(0))?.tags).toEqual(['a/b', 'c'])
  })

  test('those that no clipping has go at once, and no other that was named', () => {
    const state = stateOf(
      [
        sampleClipping(0, { tags: ['a/b'] }),
        sampleClipping(1, { tags: ['t'], trashedAt: '2025-07-20T08:00:00.000Z' }),
      ],
      {
        tags: new Map(
          ['a', 'a/b', 'a/c', 't', 'u'].map(name => [name, { name, colour: 'grey' as TagColour }] as const),
        ),
      },
    )
    const planned = planDeleteUnusedTags(state, ['a', 'a/c', 't', 'u', 'z'])
    expect(outcome(state, planned)).toEqual({
      label: { kind: 'delete-tag', count: 2 },
      clippings: [['a/b'], ['t']],
      tags: { a: 'grey', 'a/b': 'grey', t: 'grey' },
    })
    expect(planDeleteUnusedTags(state, ['a', 't'])).toEqual({ ok: true, value: undefined })
  })
})
