import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksOf } from '../../../../electron/core/library/marks.ts'
import { isPlainClipping, isPlainOperation } from '../../../../electron/core/library/plain-records.ts'
import { clippingSchema } from '../../../../electron/core/model/clipping.ts'
import { operationSchema } from '../../../../electron/core/model/library-change.ts'
import { sampleClipping, sampleId } from './samples.ts'

const instants = [
  '2025-07-19T08:00:00.000Z',
  '2024-02-29T23:59:59.999Z',
  '2025-02-29T00:00:00.000Z',
  '2025-07-19T24:00:00.000Z',
  '',
]
const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    ...instants,
    ...[
      '2025-07-19',
      '2025-02-30',
      '2025-04',
      '2025-07-01/2025-07-10',
      '2025-07-19T00:09:16+08:00',
      '2025-07-19T00:09+14:30',
    ],
    ...[
      'https://a.example/x',
      'http://',
      'ftp://a.example',
      'javascript:alert(1)',
      'HTTPS://A.example',
      ' https://a.example',
    ],
    ...['公司/英伟达', 'a//b', ' a', 'e\u0301', 'not-stated', 'not-looked-for', 'jsonld', 'stated'],
    ...[sampleId(1), sampleId(1).toUpperCase(), '0'.repeat(64), 'F'.repeat(64)],
    ...[0, 1, -1, 0.5, 2 ** 53, Number.NaN, true, false, null, undefined],
  ),
  fc.string(),
  fc.constantFrom(
    [],
    ['a'],
    [''],
    [1],
    [null],
    {},
    { name: 'x' },
    { name: 'x', url: 'x' },
    { url: 'https://a.example', name: 'x' },
  ),
)

/** A clipping with everything, in the order of its schema. */
const full = clippingSchema.parse({
  ...sampleClipping(1),
  url: 'https://coast.example/strike',
  bylines: ['林晓'],
  source: { name: '海岸日报', url: 'https://coast.example/', aliasOf: 'x' },
  sources: [{ name: '海岸日报' }],
  reportedBy: [{ source: '环球网', phrase: '据环球网报道' }],
  published: {
    edtf: '2025-07-19T00:09:16+08:00',
    origin: 'text',
    evidence: '昨天',
    confidence: 0.9,
    zone: 'stated',
  },
  happened: { edtf: '2025-07', origin: 'text', evidence: '本月', confidence: 0.5 },
  originals: [{ sha256: 'a'.repeat(64), mediaType: 'text/plain', byteLength: 3, name: '' }],
  assets: [{ sha256: 'b'.repeat(64), mediaType: 'image/avif' }],
  tags: ['公司/英伟达'],
  collections: [sampleId(9)],
  readAt: '2025-07-19T08:00:00.000Z',
  note: '',
  familyId: 'f',
  previousVersion: sampleId(2),
  trashedAt: '2025-07-31T08:00:00.000Z',
})

type Path = readonly (string | number)[]

/** Every place in a value. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, child]) => placesIn(child, [...path, key]))]
}

/** The value with another in the place; without a place, with an unknown key. */
function withChange(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to
  // An earlier change may have taken the place away.
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return value.map((child, index) => (index === Number(key) ? withChange(child, rest, to) : child))
  return { ...value, [key]: withChange((value as Record<string, unknown>)[key], rest, to) }
}

const change = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...placesIn(full).filter(path => path.length > 0)), values),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant(['stranger']), values) },
)

describe('a quick look at a record', () => {
  test('says yes of a clipping with everything, and of one with nothing', () => {
    expect(isPlainClipping(full)).toBe(true)
    expect(isPlainClipping(clippingSchema.parse(sampleClipping(2)))).toBe(true)
    expect(isPlainOperation({ op: 'put-clipping', clipping: full })).toBe(true)
    expect(isPlainOperation({ op: 'remove-clipping', id: sampleId(1) })).toBe(true)
    expect(isPlainOperation({ op: 'mark-clipping', id: sampleId(1), marks: marksOf(full) })).toBe(true)
  })

  test('says no where keys are missing, unknown or in another order', () => {
    for (const key of ['id', 'title', 'sources', 'articleRevision'] as const) {
      const { [key]: _, ...without } = full
      expect(isPlainClipping(without), key).toBe(false)
      expect(isPlainClipping({ ...without, [key]: full[key] }), `${key} last`).toBe(false)
    }
    expect(isPlainClipping({ ...full, stranger: 1 })).toBe(false)
    expect(isPlainClipping(JSON.parse(JSON.stringify(full).replace('{', '{"__proto__":{},')))).toBe(false)
    expect(isPlainOperation({ clipping: full, op: 'put-clipping' })).toBe(false)
    expect(isPlainOperation({ op: 'remove-clipping', clipping: full })).toBe(false)
    expect(isPlainOperation({ op: 'mark-clipping', id: sampleId(1) })).toBe(false)
    expect(isPlainOperation({ op: 'mark-clipping', id: sampleId(1), marks: full })).toBe(false)
    expect(isPlainOperation({ op: 'remove-clipping', id: sampleId(1), marks: marksOf(full) })).toBe(false)
  })

  test('never says yes where the schema says no, or would give back something else', () => {
    let yes = 0
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        const value = changes.reduce<unknown>((before, [path, to]) => withChange(before, path, to), full)
        if (isPlainClipping(value)) {
          yes++
          expect(JSON.stringify(clippingSchema.parse(value))).toBe(JSON.stringify(value))
        }
        const op = { op: 'put-clipping', clipping: value }
        if (isPlainOperation(op)) expect(JSON.stringify(operationSchema.parse(op))).toBe(JSON.stringify(op))
      }),
      { seed: 20250719, numRuns: 20_000 },
    )
    expect(yes).toBeGreaterThan(500)
  })
})
