import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answer, type Caller, type Handlers } from '../../electron/ipc/answer.ts'
import { type Channel, type RequestContract, requests } from '../../electron/ipc/contract.ts'
import { arbitraryOf } from './arbitrary-of.ts'

/** What somebody may add tomorrow: nothing below names it, and it is covered all the same. */
const TOMORROW = {
  'tomorrow:ask': {
    input: z.object({
      where: z.array(z.object({ id: z.uuidv7(), note: z.string().optional() })).min(1),
      how: z.discriminatedUnion('by', [
        z.object({ by: z.literal('name'), names: z.record(z.string(), z.number()) }),
        z.object({ by: z.literal('place'), at: z.number().int().nullable() }),
      ]),
    }),
    output: z.object({}),
  },
} as const satisfies Record<string, RequestContract>

const contract: Readonly<Record<string, RequestContract>> = { ...requests, ...TOMORROW }
const caller: Caller = { window: 1, paste: () => undefined, drag: () => undefined }

/** What becomes of a payload, and whether the handler was called. */
async function ask(channel: string, payload: unknown, sender: Caller | undefined = caller) {
  let reached = false
  const handlers = {
    [channel]: async () => {
      reached = true
      return { ok: false, error: { code: 'not-found', message: 'reached' } }
    },
  } as unknown as Handlers
  const result = await answer(
    handlers,
    channel as Channel,
    sender,
    payload,
    (_channel, error) => {
      throw error
    },
    contract as Readonly<Record<Channel, RequestContract>>,
  )
  return { code: result.ok ? 'ok' : result.error.code, reached }
}

type Path = readonly string[]

/** Every place in a value, the root first. */
const placesIn = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
    : [path]

/** The value with another one in a place. */
function withAt(value: unknown, [key, ...rest]: Path, change: (was: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  const inner = (copy as Record<string, unknown>)[key]
  Object.defineProperty(copy, key, {
    value: withAt(inner, rest, change),
    enumerable: true,
    writable: true,
    configurable: true,
  })
  return copy
}

/** Own keys, as a structured clone has them: an object literal would set the prototype. */
const withKey = (key: string, value: unknown) => (was: unknown) =>
  typeof was === 'object' && was !== null && !Array.isArray(was)
    ? Object.defineProperty({ ...was }, key, { value, enumerable: true, configurable: true })
    : Object.defineProperty({}, key, { value, enumerable: true, configurable: true })

/** All that a structured clone can bring and JSON cannot. */
const EXOTIC: readonly unknown[] = [
  new Map([['a', 1]]),
  new Set(['a']),
  new Date(0),
  /a/u,
  10n,
  new ArrayBuffer(8),
  new Float64Array(1),
  new DataView(new ArrayBuffer(8)),
  new Error('a'),
  Object(10n),
  Object('a'),
  new Array(3),
]

const HUGE_TEXT = 'x'.repeat(300_000_000)
const HUGE_BYTES = new Uint8Array(1_100_000_000)
const DEEP = Array.from({ length: 100_000 }).reduce<unknown>(inner => ({ inner }), 1)
const CYCLE: Record<string, unknown> = { ids: [] }
CYCLE['self'] = CYCLE
/** Shared pieces: a few lines of a clone that are more than two to the twentieth values when they are gone through. */
const SHARED = Array.from({ length: 21 }).reduce<unknown>(inner => [inner, inner], 1)

/** What is too much in any place, and is found out without looking at all of it. */
const TOO_MUCH: readonly unknown[] = [
  HUGE_TEXT,
  HUGE_BYTES,
  DEEP,
  CYCLE,
  SHARED,
  new Array(4_000_000_000),
  new Array(600_000).fill('0198b2a4-7c1e-7abc-8def-0123456789ab'),
  [CYCLE],
]

const WRONG: readonly unknown[] = [undefined, null, true, -1, 1.5, Number.NaN, '', [], {}, ['x'], { x: 1 }]
const POLLUTING = ['__proto__', 'constructor', 'prototype']

const REFUSED = { reached: false }
const RUNS = { numRuns: 12, seed: 20261129 }

describe.each(Object.keys(contract))('the channel %s, whatever is sent to it,', channel => {
  const schema = contract[channel]?.input ?? z.never()
  const inputs = arbitraryOf(schema).filter(value => schema.safeParse(value).success)
  /** An input that is right but for one place of it, which another value takes. */
  const spoilt = (others: fc.Arbitrary<(was: unknown) => unknown>) =>
    fc.tuple(inputs, fc.nat(), others).map(([value, at, change]) => {
      const places = placesIn(value)
      return withAt(value, places[at % places.length] ?? [], change)
    })

  it('takes what its schema takes, and only from our own page', () =>
    fc.assert(
      fc.asyncProperty(inputs, async input => {
        expect(await ask(channel, structuredClone(input))).toEqual({ code: 'not-found', reached: true })
        const stranger = await answer(
          {} as Handlers,
          channel as Channel,
          undefined,
          input,
          () => undefined,
          contract as Readonly<Record<Channel, RequestContract>>,
        )
        expect(stranger).toMatchObject({ ok: false, error: { code: 'unknown-sender' } })
      }),
      RUNS,
    ))

  it('refuses what is no plain data, in any place', () =>
    fc.assert(
      fc.asyncProperty(spoilt(fc.constantFrom(...EXOTIC).map(value => () => value)), async payload => {
        expect(await ask(channel, payload)).toMatchObject({ ...REFUSED, code: 'invalid-input' })
      }),
      RUNS,
    ))

  it('refuses keys of the prototype and keys that it does not name, at any depth', () =>
    fc.assert(
      fc.asyncProperty(
        spoilt(
          fc
            .tuple(
              fc.constantFrom(...POLLUTING, 'isAdmin', ''),
              fc.constantFrom<unknown>({ polluted: true }, 1, null),
            )
            .map(([key, value]) => withKey(key, value)),
        ),
        async payload => {
          fc.pre(!schema.safeParse(payload).success || !keepsAll(schema.parse(payload), payload))
          expect(await ask(channel, payload)).toMatchObject({ ...REFUSED, code: 'invalid-input' })
          expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
        },
      ),
      RUNS,
    ))

  it('refuses what is too much, without going through it', () =>
    fc.assert(
      fc.asyncProperty(
        spoilt(
          fc
            .constantFrom(...TOO_MUCH)
            .chain(value => fc.constantFrom<(was: unknown) => unknown>(() => value, withKey('more', value))),
        ),
        async payload => {
          const began = performance.now()
          const { code, reached } = await ask(channel, payload)
          expect({ reached, isTyped: ['too-large', 'invalid-input'].includes(code) }).toEqual({
            reached: false,
            isTyped: true,
          })
          // Not a measurement: to go through the largest of them takes minutes, and the memory of several machines.
          expect(performance.now() - began).toBeLessThan(10_000)
        },
      ),
      RUNS,
    ))

  it('refuses values of another type, in any place', () =>
    fc.assert(
      fc.asyncProperty(spoilt(fc.constantFrom(...WRONG).map(value => () => value)), async payload => {
        const parsed = schema.safeParse(payload)
        fc.pre(!parsed.success)
        expect(await ask(channel, payload)).toMatchObject({ ...REFUSED, code: 'invalid-input' })
      }),
      { ...RUNS, maxSkipsPerRun: 10_000 },
    ))
})

/** Whether a parsed input still has every key that was sent: a record takes any key, and so it is no fault of its. */
const keepsAll = (parsed: unknown, sent: unknown): boolean =>
  typeof sent !== 'object' ||
  sent === null ||
  Object.keys(sent).every(
    key =>
      Object.hasOwn(parsed as object, key) &&
      keepsAll((parsed as Record<string, unknown>)[key], (sent as Record<string, unknown>)[key]),
  )

describe('paths', () => {
  it.each([
    ['import:plan', (path: string) => ({ paths: [path] })],
    ['import:start', (path: string) => ({ paths: [path] })],
    ['library:open', (path: string) => ({ path })],
  ] as const)('%s refuses one that the system would cut off at a NUL', async (channel, of) => {
    expect(await ask(channel, of('/saved\0.html'))).toEqual({ code: 'invalid-input', reached: false })
    expect((await ask(channel, of('/saved/剪报 \ud83d.html'))).reached).toBe(true)
  })
})
