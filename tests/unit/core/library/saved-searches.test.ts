import { describe, expect, test } from 'vitest'
import { applyOperations, inverseOf } from '../../../../electron/core/library/operations.ts'
import { overviewOf } from '../../../../electron/core/library/overview.ts'
import {
  planDeleteSearch,
  planMoveSearch,
  planRenameSearch,
  planSaveSearch,
} from '../../../../electron/core/library/saved-searches.ts'
import { sampleId, stateOf } from './samples.ts'

const [ports, budget] = [sampleId(951), sampleId(952)]
const state = stateOf([], {
  savedSearches: new Map([
    [ports, { id: ports, name: 'Ports', query: 'tag:港口 -is:read' }],
    [budget, { id: budget, name: 'Budget', query: '"budget vote"' }],
  ]),
})

describe('saved searches', () => {
  test('keep the query as it was typed, under a name of one line', () => {
    const planned = planSaveSearch(state, sampleId(953), '  芯片  报道 ', ' 标题:芯片 published:2025-07 ')
    if (!planned.ok) throw new Error(planned.error)
    expect(planned.value.label).toEqual({ kind: 'save-search', count: 0, name: '芯片 报道' })
    const after = applyOperations(state, planned.value.ops)
    expect(after.savedSearches.get(sampleId(953))).toEqual({
      id: sampleId(953),
      name: '芯片 报道',
      query: '标题:芯片 published:2025-07',
    })
    expect(after.clippings).toBe(state.clippings)
  })

  test('have names of their own, whatever the case, and words to look for', () => {
    const save = (name: string, query: string) => planSaveSearch(state, sampleId(953), name, query)
    expect(save('ports', 'x')).toEqual({ ok: false, error: 'name-taken' })
    expect(save(' ', 'x')).toEqual({ ok: false, error: 'invalid-name' })
    expect(save('x'.repeat(201), 'x')).toEqual({ ok: false, error: 'invalid-name' })
    expect(save('New', '  ')).toEqual({ ok: false, error: 'invalid-name' })
    expect(planRenameSearch(state, budget, 'PORTS')).toEqual({ ok: false, error: 'name-taken' })
    expect(planRenameSearch(state, ports, 'PORTS')).toMatchObject({
      ok: true,
      value: { label: { kind: 'rename-search', name: 'PORTS' } },
    })
    expect(planRenameSearch(state, ports, ' Ports')).toEqual({ ok: true, value: undefined })
  })

  test('keep their query when they are renamed, and come back when their deletion is undone', () => {
    const renamed = planRenameSearch(state, ports, '港口')
    if (!renamed.ok || renamed.value === undefined) throw new Error('not renamed')
    expect(applyOperations(state, renamed.value.ops).savedSearches.get(ports)).toEqual({
      id: ports,
      name: '港口',
      query: 'tag:港口 -is:read',
    })
    const deleted = planDeleteSearch(state, ports)
    if (!deleted.ok) throw new Error(deleted.error)
    expect(deleted.value.label).toEqual({ kind: 'delete-search', count: 0, name: 'Ports' })
    const after = applyOperations(state, deleted.value.ops)
    expect([...after.savedSearches.keys()]).toEqual([budget])
    const back = applyOperations(after, inverseOf(state, deleted.value.ops))
    expect(Object.fromEntries(back.savedSearches)).toEqual(Object.fromEntries(state.savedSearches))
    expect(planDeleteSearch(after, ports)).toEqual({ ok: false, error: 'not-found' })
    expect(planRenameSearch(after, ports, 'x')).toEqual({ ok: false, error: 'not-found' })
  })

  test('are listed as they were saved, until one is moved before another or into a collection', () => {
    expect(overviewOf(state).savedSearches.map(({ name }) => name)).toEqual(['Ports', 'Budget'])
    const moved = planMoveSearch(state, budget, { before: ports })
    if (!moved.ok || moved.value === undefined) throw new Error('not moved')
    expect(moved.value.label).toEqual({ kind: 'move-search', count: 0, name: 'Budget' })
    const after = applyOperations(state, moved.value.ops)
    expect(overviewOf(after).savedSearches.map(({ name }) => name)).toEqual(['Budget', 'Ports'])
    expect(planMoveSearch(after, budget, { before: ports })).toEqual({ ok: true, value: undefined })
    expect(planMoveSearch(state, budget, { parent: sampleId(999) })).toMatchObject({ error: 'not-found' })
    expect(planMoveSearch(state, budget, { before: sampleId(999) })).toMatchObject({ error: 'not-found' })
  })
})
