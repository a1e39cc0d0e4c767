import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import type { Filter } from '../../../../../electron/core/model/listing.ts'
import { listQuery } from '../../../../../renderer/features/search/use-search-request.ts'

afterEach(() => vi.unstubAllGlobals())

const filter = (query: string): Filter => ({ shelf: 'all', query, clock: 'published' })

it('a search is not cancelled while something else waits for it', () => {
  const asked: string[] = []
  const request = (channel: string) => {
    asked.push(channel)
    return new Promise(() => undefined)
  }
  vi.stubGlobal('window', { cuttings: { request } })
  const client = new QueryClient()
  const inDays = { ...filter('y'), days: { from: '2025-07-01', to: '2025-07-02' } }
  const stops = [filter('y'), inDays].map(each =>
    new QueryObserver(client, listQuery(each)).subscribe(() => undefined),
  )
  stops[0]?.()
  expect(asked).toEqual(['library:list', 'library:list'])
  stops[1]?.()
  expect(asked).toEqual(['library:list', 'library:list', 'search:cancel'])
})

it('a search that nobody waits for any more is cancelled, one that was answered is not', async () => {
  const asked: string[] = []
  const answers = new Map<string, () => void>()
  const request = (channel: string, input: { query: string }) => {
    asked.push(`${channel} ${input.query}`)
    return new Promise(resolve => answers.set(input.query, () => resolve({ ok: true, value: input.query })))
  }
  vi.stubGlobal('window', { cuttings: { request } })
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const list = new QueryObserver(client, listQuery(filter('')))
  const stop = list.subscribe(() => undefined)
  for (const query of ['x', 'xi', 'xin']) list.setOptions(listQuery(filter(query)))
  answers.get('xin')?.()
  await vi.waitFor(() => expect(list.getCurrentResult().data).toBe('xin'))
  list.setOptions(listQuery(filter('xi')))
  stop()
  expect(asked).toEqual([
    'library:list ',
    'library:list x',
    'search:cancel x',
    'library:list xi',
    'search:cancel xi',
    'library:list xin',
    'library:list xi',
    'search:cancel xi',
  ])
})
