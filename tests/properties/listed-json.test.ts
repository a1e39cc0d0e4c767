import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseListedJson } from '../../electron/store/listed-json.ts'
import { sealedJsonBytes } from '../../electron/store/sealed-json.ts'

const encoder = new TextEncoder()

/** Long enough for several pieces. */
const record = fc.record({
  id: fc.uuid(),
  title: fc.string({ unit: 'grapheme', maxLength: 2000 }),
  tags: fc.array(fc.string()),
})

/** What such a file is made of, in any order: most of what comes of it is no JSON. */
const fragment = fc.constantFrom(
  ...[
    '{\n  "a',
    '"b": 1,\n  "c',
    '": [\n    {',
    '\n    {',
    '"k": 1',
    '"a',
    '},\n    {',
    '}',
    '\n  ]\n}\n',
    '\n  ]',
    '\n}\n',
  ],
  ...['"a": []', ',', ', ', '[', ']', '{', '"', '\\', '\n', '文'],
)

describe('a record that ends in a list', () => {
  test('is read piece by piece as it was written', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 200 }), fc.string(), (clippings, made) => {
        const bytes = sealedJsonBytes({ made, clippings })
        const { crc, ...rest } = parseListedJson(bytes) as Record<string, unknown>
        expect(crc).toMatch(/^[0-9a-f]{8}$/)
        expect(JSON.stringify(rest)).toBe(JSON.stringify({ made, clippings }))
      }),
      { seed: 20261129, numRuns: 50 },
    )
  })

  test.each([
    ['an empty list', '{\n  "a": []\n}\n'],
    ['other spaces', JSON.stringify({ a: [{}] })],
    ['the list twice', '{\n  "a": [],\n  "b": [],\n  "a": [\n    {}\n  ]\n}\n'],
    ['a list in a list', '{\n  "a": {"b": [\n    {}\n  ]\n}\n'],
    ['a missing comma', '{\n  "a": [\n    {}\n    {}\n  ]\n}\n'],
    ['a list that is closed and opened again', '{\n  "a": [\n    {}], "b": [{}\n  ]\n}\n'],
  ])('is left to the reader of all JSON with %s', (_what, text) => {
    expect(parseListedJson(encoder.encode(text))).toBeUndefined()
  })

  test('is never another than all of it is', () => {
    let read = 0
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), middle => {
        const text = ['{\n  "a": [\n    {', ...middle, '}\n  ]\n}\n'].join('')
        const listed = parseListedJson(encoder.encode(text))
        if (listed === undefined) return
        read++
        expect(JSON.stringify(listed)).toBe(JSON.stringify(JSON.parse(text)))
      }),
      { seed: 20261129, numRuns: 20_000 },
    )
    expect(read).toBeGreaterThan(100)
  })
})
