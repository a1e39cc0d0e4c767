import { describe, expect, test } from 'vitest'
import { forEachInTurns, madeInTurns, sortedInTurns } from '../../../electron/store/in-turns.ts'
import { jsonPieces } from '../../../electron/store/json-pieces.ts'
import { sealedJsonBytes, sealedJsonInTurns } from '../../../electron/store/sealed-json.ts'

/** How many turns others had while the work went on. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let isDone = false
  const count = (): void => {
    turns++
    if (!isDone) setImmediate(count)
  }
  setImmediate(count)
  await work()
  isDone = true
  return turns
}

const numbers = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => (index * 7919) % count)

describe('work in turns', () => {
  test.each([0, 1, 5000, 20_011])('sorts %d items as at once, and lets others in between', async count => {
    const items = numbers(count)
    let sorted: readonly number[] = []
    const turns = await turnsDuring(async () => {
      sorted = await sortedInTurns(items, (a, b) => a < b)
    })
    expect(sorted).toEqual([...items].sort((a, b) => a - b))
    if (count > 10_000) expect(turns).toBeGreaterThan(2)
  })

  test('makes pieces as they are, and looks at every item once', async () => {
    const pieces = numbers(300).map(number => new Uint8Array(2000 + number).fill(number))
    let joined: Uint8Array = new Uint8Array()
    const turns = await turnsDuring(async () => {
      joined = Buffer.concat(await madeInTurns(pieces))
    })
    expect(Buffer.concat(pieces).equals(joined)).toBe(true)
    expect(turns).toBeGreaterThan(1)
    const seen: number[] = []
    await forEachInTurns(numbers(9000), number => seen.push(number))
    expect(seen).toEqual(numbers(9000))
  })
})

describe('JSON in pieces', () => {
  const records = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: index,
      name: `名 "${index}"\n]`,
      tags: [],
      note: undefined,
    }))
  test.each([
    [{}],
    [{ nothing: undefined }],
    [{ nothing: undefined, seq: 1 }],
    [{ clippings: [] }],
    [{ clippings: records(96) }],
    [{ clippings: records(97) }],
    [{ 'a "key"': records(250), seq: 3, last: records(201), gone: undefined }],
    [{ numbers: Array.from({ length: 300 }, (_, index) => (index % 7 === 0 ? undefined : index)) }],
  ])('is what JSON.stringify writes', record => {
    expect([...jsonPieces(record)].join('')).toBe(JSON.stringify(record, null, 2))
  })

  test('is sealed as the whole is', async () => {
    const record = { seq: 1, clippings: records(3000) }
    expect(Buffer.from(await sealedJsonInTurns(record)).equals(sealedJsonBytes(record))).toBe(true)
    await expect(sealedJsonInTurns({})).rejects.toThrow('only a record with a key')
  })
})
