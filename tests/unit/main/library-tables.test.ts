import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { RecordMap } from '../../../electron/core/library/record-map.ts'
import type { LibraryState } from '../../../electron/core/library/state.ts'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { LibraryTables } from '../../../electron/main/library-tables.ts'
import { sampleClipping, sampleId, stateOf } from '../core/library/samples.ts'

const ALL: Filter = { shelf: 'all', query: '', clock: 'clipped' }

const many = (count: number): LibraryState =>
  stateOf(Array.from({ length: count }, (_, number) => sampleClipping(number)))

it('lets others go first while a large library is read', async () => {
  const library = { state: many(30_000), version: 7 }
  const tables = new LibraryTables(library)
  let turns = 0
  let isDone = false
  const reading = tables.upToDate().then(kept => {
    isDone = true
    return kept
  })
  while (!isDone) {
    await setImmediate()
    turns += 1
  }
  const { version, table, counts } = await reading
  expect(turns).toBeGreaterThan(5)
  expect([version, table.list(ALL, new Map()).rows.length, counts.shelves.all]).toEqual([7, 30_000, 30_000])
})

it('answers with the library as it is, also where it changed while it was read', async () => {
  const library: { state: LibraryState; version: number } = { state: many(20_000), version: 1 }
  const tables = new LibraryTables(library)
  const first = tables.upToDate()
  await setImmediate()
  const clippings = RecordMap.from(library.state.clippings).with(new Map([[sampleId(3), undefined]]))
  library.state = { ...library.state, clippings }
  library.version = 2
  for (const { version, state, table, counts } of await Promise.all([first, tables.upToDate()])) {
    expect([version, state.clippings.size, counts.shelves.inbox]).toEqual([2, 19_999, 19_999])
    expect(table.list(ALL, new Map()).rows.length).toBe(19_999)
  }
})
