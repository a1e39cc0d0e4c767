import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../electron/core/result.ts'
import { acceptedEvents } from '../../../electron/main/chronology-of.ts'
import type { Listings } from '../../../electron/main/listings.ts'
import type { WorkPool } from '../../../electron/work/pool.ts'
import { careScene, openOf } from './care-scene.ts'

const COLLECTION = '0199c000-0000-7000-8000-0000000000c1'
const scopeOf = (collection: string | null) => ({
  kind: 'filter' as const,
  filter: {
    shelf: 'all' as const,
    query: '',
    clock: 'published' as const,
    collection: collection ?? undefined,
  },
})

/** What a book gets where the worker answers so. */
async function events(answer: unknown, collection: string | null = COLLECTION, clippings = 1) {
  const { current } = await careScene()
  const pool = { run: async () => answer } as unknown as WorkPool
  const listings = {
    get: async () => ok({ rows: Array.from({ length: clippings }) }),
    idsOf: () => [],
  } as unknown as Listings
  return acceptedEvents(pool, openOf(current), listings, scopeOf(collection), new AbortController().signal)
}

describe('the accepted events of a book', () => {
  it('are those that the worker lists', async () => {
    expect(await events(ok({ counts: {}, total: 1, events: ['an event'] }))).toEqual(ok(['an event']))
  })

  it('are none where the list is no collection, or has too many clippings for a chronology', async () => {
    const answer = fail({ reason: 'worker-failed', message: 'nobody was to be asked' })
    expect(await events(answer, null)).toEqual(ok([]))
    expect(await events(answer, COLLECTION, 3001)).toEqual(ok([]))
  })

  it('are a failure, and no empty chronology, where the worker fails or was cancelled', async () => {
    const died = await events(fail({ reason: 'worker-failed', message: 'it died' }))
    expect(died).toEqual(fail({ code: 'export-failed', message: 'it died' }))
    expect(await events(ok(undefined))).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })
})
