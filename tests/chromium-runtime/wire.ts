/**
 * Structured clone as text. The clone itself is made by the engine's own `structuredClone`, so what can be sent
 * and what is lost on the way is decided by V8 as in Electron; this file only writes the result down. It runs in
 * Node and in the page.
 */

type Node =
  | null
  | boolean
  | string
  | number
  | ['undefined']
  | ['number', string]
  | ['bigint', string]
  | ['ref', number]
  | ['array', number, [string, Node][]]
  | ['object', [string, Node][]]
  | ['date', number | null]
  | ['regexp', string, string]
  | ['map', [Node, Node][]]
  | ['set', Node[]]
  | ['error', string, string, string]
  | ['buffer', string]
  | ['view', string, Node, number, number]
  | ['boxed', Node]

/** What JSON keeps by itself. */
type Json = ['json', unknown]

const isWrittenAsItIs = (written: Node | Json): written is Json =>
  Array.isArray(written) && written[0] === 'json'

/** The message that Electron gives for every value that cannot be sent. */
const NOT_CLONEABLE = 'An object could not be cloned.'

const VIEWS = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const
type ViewConstructor = new (buffer: ArrayBuffer, offset: number, length: number) => ArrayBufferView

const ERRORS: Readonly<Record<string, ErrorConstructor>> = {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
}

const CHUNK = 0x8000

function toBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  }
  return btoa(text)
}

function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes.buffer
}

class Encoder {
  private readonly seen = new Map<object, number>()

  encode(value: unknown): Node {
    if (value === undefined) return ['undefined']
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
    if (typeof value === 'bigint') return ['bigint', String(value)]
    if (typeof value === 'number') {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['number', Object.is(value, -0) ? '-0' : String(value)]
    }
    if (typeof value !== 'object') throw new Error(NOT_CLONEABLE)
    const known = this.seen.get(value)
    if (known !== undefined) return ['ref', known]
    this.seen.set(value, this.seen.size)
    return this.encodeObject(value)
  }

  private encodeObject(value: object): Node {
    if (Array.isArray(value)) return ['array', value.length, this.entries(value)]
    if (value instanceof Date) return ['date', Number.isNaN(value.getTime()) ? null : value.getTime()]
    if (value instanceof RegExp) return ['regexp', value.source, value.flags]
    if (value instanceof Map) return ['map', [...value].map(([k, v]) => [this.encode(k), this.encode(v)])]
    if (value instanceof Set) return ['set', [...value].map(item => this.encode(item))]
    if (value instanceof Error) return ['error', value.name, value.message, value.stack ?? '']
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(value)]
    if (ArrayBuffer.isView(value)) return this.encodeView(value)
    if (value instanceof Boolean || value instanceof Number || value instanceof String) {
      return ['boxed', this.encode(value.valueOf())]
    }
    // What the engine cloned into anything but a plain object (a Blob, an ImageData) Electron does not send.
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error(NOT_CLONEABLE)
    return ['object', this.entries(value)]
  }

  private encodeView(value: ArrayBufferView): Node {
    const length = 'length' in value && typeof value.length === 'number' ? value.length : value.byteLength
    const name = Object.prototype.toString.call(value).slice(8, -1)
    return ['view', name, this.encode(value.buffer), value.byteOffset, length]
  }

  private entries(value: object): [string, Node][] {
    return Object.entries(value).map(([key, item]) => [key, this.encode(item)])
  }
}

class Decoder {
  private readonly seen: unknown[] = []

  decode(node: Node): unknown {
    if (!Array.isArray(node)) return node
    switch (node[0]) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(node[1])
      case 'bigint':
        return BigInt(node[1])
      case 'ref':
        return this.seen[node[1]]
      case 'array':
        return this.fill(this.keep(new Array<unknown>(node[1])), node[2])
      case 'object':
        return this.fill(this.keep({}), node[1])
      case 'date':
        return this.keep(new Date(node[1] ?? Number.NaN))
      case 'regexp':
        return this.keep(new RegExp(node[1], node[2]))
      case 'map': {
        const map = this.keep(new Map<unknown, unknown>())
        for (const [key, value] of node[1]) map.set(this.decode(key), this.decode(value))
        return map
      }
      case 'set': {
        const set = this.keep(new Set<unknown>())
        for (const item of node[1]) set.add(this.decode(item))
        return set
      }
      case 'error':
        return this.keep(Object.assign(new (ERRORS[node[1]] ?? Error)(node[2]), { stack: node[3] }))
      case 'buffer':
        return this.keep(fromBase64(node[1]))
      case 'view':
        return this.view(node[1], node[2], node[3], node[4])
      case 'boxed':
        return this.keep(Object(this.decode(node[1])))
      default:
        return node satisfies never
    }
  }

  private keep<T>(value: T): T {
    this.seen.push(value)
    return value
  }

  private fill(target: object, entries: [string, Node][]): object {
    for (const [key, node] of entries) {
      // defineProperty, because assigning to "__proto__" would set the prototype instead of a property.
      Object.defineProperty(target, key, {
        value: this.decode(node),
        writable: true,
        enumerable: true,
        configurable: true,
      })
    }
    return target
  }

  private view(name: string, source: Node, offset: number, length: number): unknown {
    const slot = this.seen.length
    this.seen.push(undefined)
    const buffer = this.decode(source) as ArrayBuffer
    const make: ViewConstructor = name === 'DataView' ? DataView : VIEWS[name as keyof typeof VIEWS]
    const view = new make(buffer, offset, length)
    this.seen[slot] = view
    return view
  }
}

/**
 * True where JSON keeps all of the value as its structured clone does, which is so for nearly everything that is sent:
 * writing that down node by node takes ten times as long.
 */
function isJson(value: unknown, seen: Set<object>): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || seen.has(value)) return false
  seen.add(value)
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) return false
    return value.every(item => isJson(item, seen))
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.values(value).every(item => isJson(item, seen))
}

/** The value's structured clone as JSON. Throws Electron's "An object could not be cloned." where there is none. */
export function encode(value: unknown): string {
  if (isJson(value, new Set())) return JSON.stringify(['json', value] satisfies Json)
  let clone: unknown
  try {
    clone = structuredClone(value)
  } catch {
    throw new Error(NOT_CLONEABLE)
  }
  return JSON.stringify(new Encoder().encode(clone))
}

/** The inverse of `encode`. */
export function decode(text: string): unknown {
  const written = JSON.parse(text) as Node | Json
  return isWrittenAsItIs(written) ? written[1] : new Decoder().decode(written)
}
