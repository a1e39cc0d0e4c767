/**
 * The bridge between the preload's isolated world and the page's world, the same code at both ends. The two
 * worlds share the DOM and nothing else: messages travel as the detail of DOM events with names that only the
 * two ends know, and Chromium hands a detail to another world as its structured clone. Dispatch is synchronous,
 * so a call across the bridge returns a value, as in Electron.
 *
 * Both ends take what they need from the window before any script of the page runs, so a page that replaces
 * the prototypes changes nothing here.
 */

type Described =
  | { t: 'value'; value: unknown }
  | { t: 'plain'; value: object }
  | { t: 'object'; entries: [string, Described][] }
  | { t: 'array'; items: Described[] }
  | { t: 'function'; id: number }
  | { t: 'promise'; id: number }

type Outcome = { ok: true; value: Described } | { ok: false; error: unknown }
type Message =
  | { kind: 'expose'; key: string; api: Described; reply: number }
  | { kind: 'call'; id: number; args: Described[]; reply: number }
  | { kind: 'returned'; reply: number; outcome: Outcome }
  | { kind: 'settled'; id: number; outcome: Outcome }

type AnyFunction = (...args: unknown[]) => unknown

/** Electron's own limit, and its words. */
const MAX_DEPTH = 1000
const TOO_DEEP =
  'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.'
const NOT_CLONEABLE = 'An object could not be cloned.'
const KEY_IN_USE = 'Cannot bind an API on top of an existing property on the window object'

const { apply } = Reflect
const dispatch = EventTarget.prototype.dispatchEvent
const listen = EventTarget.prototype.addEventListener
const MessageEventClass = CustomEvent
const readDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get
const { defineProperty, entries: entriesOf, freeze, getPrototypeOf, values: valuesOf } = Object
const plainPrototype = Object.prototype
const { isArray } = Array
const PromiseClass = Promise
const then = Promise.prototype.then
const clone = structuredClone

/**
 * True for plain data all through, which Chromium's own clone hands over as a copy property by property would, many
 * times as fast: an answer has thousands of properties.
 */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null)
    return typeof value !== 'function' && typeof value !== 'symbol'
  if (depth > MAX_DEPTH || !(isArray(value) || getPrototypeOf(value) === plainPrototype)) return false
  for (const item of valuesOf(value)) if (!isPlain(item, depth + 1)) return false
  return true
}

/** The same object, which nobody can change any more. */
function frozen<T extends object>(value: T): T {
  for (const item of valuesOf(value)) if (typeof item === 'object' && item !== null) frozen(item)
  return freeze(value)
}

export class BridgeEnd {
  private readonly farEvent: string
  private readonly functions = new Map<number, AnyFunction>()
  private readonly idOf = new WeakMap<AnyFunction, number>()
  private readonly returned = new Map<number, Outcome>()
  private readonly pending = new Map<
    number,
    { resolve(value: unknown): void; reject(reason: unknown): void }
  >()
  private readonly early = new Map<number, Outcome>()
  private lastId = 0

  constructor(nearEvent: string, farEvent: string) {
    this.farEvent = farEvent
    apply(listen, window, [
      nearEvent,
      (event: Event) => this.receive(apply(readDetail as AnyFunction, event, []) as Message | null),
    ])
  }

  /** Puts a copy of `api` on the other world's window, as `contextBridge.exposeInMainWorld` does. */
  expose(key: string, api: unknown): void {
    this.ask(reply => ({ kind: 'expose', key, api: this.describe(api, 0), reply }))
  }

  /** Posts a message that the other end answers before `post` returns. */
  private ask(message: (reply: number) => Message): unknown {
    const reply = ++this.lastId
    this.post(message(reply))
    const outcome = this.returned.get(reply)
    this.returned.delete(reply)
    if (outcome === undefined) throw new Error(NOT_CLONEABLE)
    if (!outcome.ok) throw outcome.error
    return this.revive(outcome.value)
  }

  private post(message: Message): void {
    apply(dispatch, window, [new MessageEventClass(this.farEvent, { detail: message })])
  }

  private receive(message: Message | null): void {
    if (message === null) throw new Error(NOT_CLONEABLE)
    switch (message.kind) {
      case 'expose':
        this.post({ kind: 'returned', reply: message.reply, outcome: this.define(message.key, message.api) })
        return
      case 'call':
        this.post({ kind: 'returned', reply: message.reply, outcome: this.run(message.id, message.args) })
        return
      case 'returned':
        this.returned.set(message.reply, message.outcome)
        return
      case 'settled':
        this.settle(message.id, message.outcome)
        return
      default:
        message satisfies never
    }
  }

  private define(key: string, api: Described): Outcome {
    if (key in window) return { ok: false, error: new Error(KEY_IN_USE) }
    defineProperty(window, key, { value: this.revive(api), enumerable: true })
    return { ok: true, value: { t: 'value', value: undefined } }
  }

  private run(id: number, args: Described[]): Outcome {
    try {
      const target = this.functions.get(id) as AnyFunction
      return { ok: true, value: this.describe(target(...args.map(arg => this.revive(arg))), 0) }
    } catch (error) {
      return { ok: false, error: this.plainError(error) }
    }
  }

  private settle(id: number, outcome: Outcome): void {
    const promise = this.pending.get(id)
    if (promise === undefined) {
      this.early.set(id, outcome)
      return
    }
    this.pending.delete(id)
    if (outcome.ok) promise.resolve(this.revive(outcome.value))
    else promise.reject(outcome.error)
  }

  /** Only an error's message and name cross the bridge; what else may be thrown crosses as its clone. */
  private plainError(error: unknown): unknown {
    if (error instanceof Error) return clone(error)
    try {
      return clone(error)
    } catch {
      return new Error(NOT_CLONEABLE)
    }
  }

  private describe(value: unknown, depth: number): Described {
    if (depth > MAX_DEPTH) throw new TypeError(TOO_DEEP)
    if (typeof value === 'function') return { t: 'function', id: this.register(value as AnyFunction) }
    if (typeof value !== 'object' || value === null) return { t: 'value', value: this.checked(value) }
    if (isPlain(value, depth)) return { t: 'plain', value }
    if (value instanceof PromiseClass) return this.describePromise(value)
    if (isArray(value)) return { t: 'array', items: value.map(item => this.describe(item, depth + 1)) }
    if (this.isCloneable(value)) return { t: 'value', value: this.checked(value) }
    return {
      t: 'object',
      entries: entriesOf(value).map(([key, item]) => [key, this.describe(item, depth + 1)]),
    }
  }

  /** What crosses whole; every other object crosses property by property and loses its prototype. */
  private isCloneable(value: object): boolean {
    return (
      value instanceof Date ||
      value instanceof Error ||
      value instanceof Map ||
      value instanceof Set ||
      value instanceof RegExp ||
      value instanceof Blob ||
      value instanceof ArrayBuffer ||
      ArrayBuffer.isView(value)
    )
  }

  private checked(value: unknown): unknown {
    if (typeof value === 'symbol') throw new Error(NOT_CLONEABLE)
    try {
      return clone(value)
    } catch {
      throw new Error(NOT_CLONEABLE)
    }
  }

  private describePromise(promise: Promise<unknown>): Described {
    const id = ++this.lastId
    const settled = (outcome: Outcome) => this.post({ kind: 'settled', id, outcome })
    const failed = (error: unknown) => settled({ ok: false, error: this.plainError(error) })
    const succeeded = (value: unknown) => {
      let outcome: Outcome
      try {
        outcome = { ok: true, value: this.describe(value, 0) }
      } catch (error) {
        outcome = { ok: false, error: this.plainError(error) }
      }
      settled(outcome)
    }
    apply(then, promise, [succeeded, failed])
    return { t: 'promise', id }
  }

  private register(target: AnyFunction): number {
    const known = this.idOf.get(target)
    if (known !== undefined) return known
    const id = ++this.lastId
    this.idOf.set(target, id)
    this.functions.set(id, target)
    return id
  }

  private revive(described: Described): unknown {
    switch (described.t) {
      case 'value':
        return described.value
      case 'plain':
        return frozen(described.value)
      case 'array':
        return freeze(described.items.map(item => this.revive(item)))
      case 'object': {
        const object = {}
        for (const [key, item] of described.entries) {
          defineProperty(object, key, { value: this.revive(item), enumerable: true })
        }
        return freeze(object)
      }
      case 'function':
        return this.proxy(described.id)
      case 'promise':
        return new PromiseClass((resolve, reject) => {
          const outcome = this.early.get(described.id)
          this.pending.set(described.id, { resolve, reject })
          if (outcome !== undefined) this.settle(described.id, outcome)
        })
      default:
        return described satisfies never
    }
  }

  private proxy(id: number): AnyFunction {
    return (...args) =>
      this.ask(reply => ({ kind: 'call', id, args: args.map(arg => this.describe(arg, 0)), reply }))
  }
}
