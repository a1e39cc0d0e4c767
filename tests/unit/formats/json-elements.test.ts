import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonElements, jsonElementsWithin, parsedJson } from '../../../electron/formats/json-elements.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function elementsOf(text: string, key?: string, size = 1 << 16): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const { bytes, reason } of jsonElements(inPieces(text, size), key))
    found.push(reason ?? parsedJson(bytes))
  return found
}

describe('the elements of a JSON array', () => {
  it('are those that were written, however the bytes come in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 3 })),
        fc.jsonValue(),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(undefined, 1),
        async (elements, other, size, indent) => {
          const value: unknown = JSON.parse(JSON.stringify(elements))
          expect(await elementsOf(JSON.stringify(elements, null, indent), undefined, size)).toEqual(value)
          const inObject = JSON.stringify({ first: other, wanted: elements, last: other }, null, indent)
          expect(await elementsOf(inObject, 'wanted', size)).toEqual(value)
        },
      ),
      { seed: 4, numRuns: 200 },
    )
  })

  it('can be those of an array in each element of an array, and the outer ones without it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ before: fc.jsonValue(), inner: fc.array(fc.jsonValue()), after: fc.jsonValue() }),
        ),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(undefined, 1),
        async (elements, size, indent) => {
          const outer: typeof elements = JSON.parse(JSON.stringify(elements))
          const text = JSON.stringify({ inner: [0], outer, last: { inner: [1] } }, null, indent)
          const found: unknown[] = []
          for await (const { bytes, index, within } of jsonElementsWithin(
            inPieces(text, size),
            'outer',
            'inner',
          ))
            found.push([within, index, parsedJson(bytes)])
          expect(found).toEqual(
            outer.flatMap(({ inner }, within) => inner.map((value, index) => [within, index, value])),
          )
          const rest: unknown[] = []
          for await (const { bytes } of jsonElements(inPieces(text, size), 'outer', { without: 'inner' }))
            rest.push(parsedJson(bytes))
          expect(rest).toEqual(outer.map(each => ({ ...each, inner: [] })))
        },
      ),
      { seed: 5, numRuns: 200 },
    )
  })

  it('have numbers of their own where the array stands there twice', async () => {
    const indexes: number[] = []
    const text = '{"wanted":[1,2],"other":3,"wanted":[4]}'
    for await (const { index } of jsonElements(inPieces(text, 7), 'wanted')) indexes.push(index)
    expect(indexes).toEqual([0, 1, 2])
  })

  it('are none of an array under another key, or deeper', async () => {
    expect(await elementsOf('{"a":["wanted"],"b":{"wanted":[1]},"c":"wanted"}', 'wanted')).toEqual([])
  })

  it('say that the file ends in one, or before the next', async () => {
    expect(await elementsOf('[{"a":1},{"b":')).toEqual([{ a: 1 }, 'damaged'])
    expect(await elementsOf('[{"a":1},')).toEqual([{ a: 1 }, 'damaged'])
  })

  it('go on after one that is too large', async () => {
    const found: unknown[] = []
    const text = JSON.stringify(['x'.repeat(5000), 'short'])
    for await (const { bytes, reason } of jsonElements(inPieces(text, 100), undefined, { largest: 1000 }))
      found.push(reason ?? parsedJson(bytes))
    expect(found).toEqual(['too-large', 'short'])
  })

  it('are read where 100,000 arrays lie in one another', async () => {
    expect(await elementsOf('['.repeat(100_000))).toEqual(['damaged'])
  })
})
