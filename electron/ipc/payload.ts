/** How much one payload may carry: UTF-16 units of all its strings, values in all, and bytes of its typed arrays. */
export interface PayloadLimits {
  readonly characters: number
  readonly values: number
  readonly bytes: number
}

/** Room for the ids of 400,000 clippings, which "select all" sends; what carries a document says so in the contract. */
const USUAL_LIMITS: PayloadLimits = { characters: 16_000_000, values: 500_000, bytes: 0 }

/** No input nests half as deep; what is cyclic is deeper. */
const DEEPEST = 24

/** As keys of an object that comes from outside they can only be meant for its prototype. */
const NEVER_A_KEY: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export type PayloadFault = {
  readonly code: 'invalid-input' | 'too-large'
  readonly message: string
}

const isPlainObject = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const refused = (message: string): PayloadFault => ({ code: 'invalid-input', message })

/**
 * Why a payload is refused before any schema looks at it: it carries more than the limits, nests too deep, or has
 * something else than plain objects, dense arrays, bytes and primitive values. Takes time for what the limits
 * allow and no more, whatever was sent: lengths count before what they announce is looked at, because the clone of
 * a sparse array of four thousand million elements is a few bytes.
 */
export function payloadFault(payload: unknown, most: Partial<PayloadLimits> = {}): PayloadFault | undefined {
  const left = { ...USUAL_LIMITS, ...most }
  const tooLarge = (what: keyof PayloadLimits): PayloadFault => ({
    code: 'too-large',
    message: `more than ${{ ...USUAL_LIMITS, ...most }[what]} ${what}`,
  })

  const ofObject = (value: Record<string, unknown>, depth: number): PayloadFault | undefined => {
    for (const key of Object.keys(value)) {
      if (NEVER_A_KEY.has(key)) return refused('a key of the prototype')
      left.characters -= key.length
      left.values -= 1
      const fault = ofValue(value[key], depth + 1)
      if (fault !== undefined) return fault
    }
    return undefined
  }

  const ofArray = (value: readonly unknown[], depth: number): PayloadFault | undefined => {
    left.values -= value.length
    if (left.values < 0) return tooLarge('values')
    for (let at = 0; at < value.length; at += 1) {
      if (!(at in value)) return refused('an array with holes')
      const fault = ofValue(value[at], depth + 1)
      if (fault !== undefined) return fault
    }
    return undefined
  }

  const ofValue = (value: unknown, depth: number): PayloadFault | undefined => {
    if (left.values < 0) return tooLarge('values')
    if (typeof value === 'string') {
      left.characters -= value.length
      return left.characters < 0 ? tooLarge('characters') : undefined
    }
    if (typeof value === 'bigint') return refused('a bigint')
    if (typeof value !== 'object' || value === null) return undefined
    if (depth > DEEPEST) return refused('nested too deep')
    if (Array.isArray(value)) return ofArray(value, depth)
    if (value instanceof Uint8Array) {
      left.bytes -= value.byteLength
      return left.bytes < 0 ? tooLarge('bytes') : undefined
    }
    return isPlainObject(value) ? ofObject(value, depth) : refused('neither data nor bytes')
  }

  return ofValue(payload, 0)
}

/**
 * Where a payload has what its parsed form has not: a key that the schema does not name, or elements that it dropped.
 * Such a caller means something else than the contract does, and half of what it means is not carried out.
 */
export function leftOutOf(parsed: unknown, payload: unknown, at = ''): string | undefined {
  if (typeof payload !== 'object' || payload === null || payload instanceof Uint8Array) return undefined
  if (typeof parsed !== 'object' || parsed === null) return at
  const within = (key: string, value: unknown, own: unknown): string | undefined =>
    typeof value === 'object' ? leftOutOf(own, value, at === '' ? key : `${at}.${key}`) : undefined
  if (Array.isArray(payload)) {
    if (!Array.isArray(parsed) || parsed.length !== payload.length) return at
    for (let index = 0; index < payload.length; index += 1) {
      const inner = within(String(index), payload[index], parsed[index])
      if (inner !== undefined) return inner
    }
    return undefined
  }
  for (const [key, value] of Object.entries(payload)) {
    if (value === undefined) continue
    if (!Object.hasOwn(parsed, key)) return at === '' ? key : `${at}.${key}`
    const inner = within(key, value, (parsed as Readonly<Record<string, unknown>>)[key])
    if (inner !== undefined) return inner
  }
  return undefined
}
