import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, encode } from './wire.ts'

const primitive = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.bigInt(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
)
const leaf = fc.oneof(
  primitive,
  fc.date({ noInvalidDate: false }),
  fc.uint8Array(),
  fc.float64Array(),
  fc.constant(/a(b)/giu),
)
const cloneable = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
    fc.array(fc.tuple(primitive, tie('value'))).map(entries => new Map(entries)),
    fc.array(primitive).map(items => new Set(items)),
  ),
})).value

test('what is written and read again is the structured clone', () => {
  fc.assert(
    fc.property(cloneable, value => {
      expect(decode(encode(value))).toEqual(structuredClone(value))
    }),
    { seed: 20_261_123, numRuns: 1000 },
  )
})

test('an object that occurs twice, or in itself, is one object afterwards', () => {
  const shared = { name: 'shared' }
  const value: Record<string, unknown> = { a: shared, b: shared, list: [shared] }
  value['self'] = value
  const read = decode(encode(value)) as { a: object; b: object; list: object[]; self: object }
  expect(read.a).toBe(read.b)
  expect(read.list[0]).toBe(read.a)
  expect(read.self).toBe(read)
})

test('two views of one buffer stay views of one buffer', () => {
  const { buffer } = new Uint8Array([1, 2, 3, 4])
  const read = decode(encode([new Uint8Array(buffer, 1, 2), new DataView(buffer)])) as [Uint8Array, DataView]
  expect([...read[0]]).toEqual([2, 3])
  expect(read[0].buffer).toBe(read[1].buffer)
})

test('holes, errors, negative zero and "__proto__" survive', () => {
  const odd = JSON.parse('{"__proto__": 1}')
  // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
  const [list, error, zero, proto] = decode(encode([[1, , 3], new RangeError('far'), -0, odd])) as [
    unknown[],
    Error,
    number,
    object,
  ]
  expect(1 in list).toBe(false)
  expect(error).toBeInstanceOf(RangeError)
  expect(error.message).toBe('far')
  expect(Object.is(zero, -0)).toBe(true)
  expect(Object.entries(proto)).toEqual([['__proto__', 1]])
})

test.for([
  ['a function', () => 1],
  ['a function inside', { a: [() => 1] }],
  ['a symbol', Symbol('s')],
  ['a promise', Promise.resolve()],
  ['a weak map', new WeakMap()],
])('%s cannot be cloned', ([, value]) => {
  expect(() => encode(value)).toThrow('An object could not be cloned.')
})

test('an instance of a class loses its prototype', () => {
  class Point {
    readonly x = 1
    length() {
      return this.x
    }
  }
  const read = decode(encode(new Point())) as object
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  expect(read).toEqual({ x: 1 })
})
