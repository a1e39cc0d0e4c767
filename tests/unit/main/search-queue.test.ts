import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { SearchQueue } from '../../../electron/main/search-queue.ts'

/** A queue, what began in it, and a way to end what runs. */
function watched() {
  const queue = new SearchQueue<string>()
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const ask = (query: string) =>
    queue.run(
      query,
      () => {
        begun.push(query)
        return new Promise(resolve => ends.set(query, () => resolve(`found ${query}`)))
      },
      'cancelled',
    )
  const end = async (query: string) => {
    ends.get(query)?.()
    await setImmediate()
  }
  return { queue, begun, ask, end }
}

it('runs one search at a time, and of those that wait the last one first', async () => {
  const { begun, ask, end } = watched()
  const answers = ['p', 'pi', 'pil'].map(ask)
  expect(begun).toEqual(['p'])
  await end('p')
  expect(await answers[0]).toBe('found p')
  await end('pil')
  expect(await answers[2]).toBe('found pil')
  await end('pi')
  expect(await answers[1]).toBe('found pi')
  expect(begun).toEqual(['p', 'pil', 'pi'])
})

it('never begins what was cancelled, and lets what runs come to its end', async () => {
  const { queue, begun, ask, end } = watched()
  const answers = ['p', 'pi', 'pi', 'pil'].map(ask)
  queue.cancel('pi')
  queue.cancel('p')
  expect(await answers[1]).toBe('cancelled')
  expect(await answers[2]).toBe('cancelled')
  await end('p')
  expect(await answers[0]).toBe('found p')
  await end('pil')
  await answers[3]
  expect(begun).toEqual(['p', 'pil'])
})

it('goes on after a search that failed', async () => {
  const { queue } = watched()
  const failing = queue.run('a', () => Promise.reject(new Error('gone')), 'cancelled')
  const next = queue.run('b', () => Promise.resolve('found b'), 'cancelled')
  await expect(failing).rejects.toThrow('gone')
  expect(await next).toBe('found b')
})
