import type { Readable, Writable } from 'node:stream'
// The protocol's types ship with playwright-core but are not among its exports.
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

type Commands = Protocol.CommandParameters
type Events = Protocol.Events
type Listener<E extends keyof Events> = (payload: Events[E]) => void

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** The commands and events of one target, or of the browser itself. */
export interface DevtoolsSession {
  send<C extends keyof Commands>(method: C, params?: Commands[C]): Promise<Protocol.CommandReturnValues[C]>
  on<E extends keyof Events>(event: E, listener: Listener<E>): void
}

/** Chromium's DevTools protocol over the browser's pipe, which lives exactly as long as this process. */
export class Devtools {
  private lastId = 0
  private partial = ''
  private readonly waiting = new Map<number, (message: Message) => void>()
  private readonly listeners = new Map<string, ((payload: never) => void)[]>()
  private readonly output: Writable
  readonly browser: DevtoolsSession

  constructor(output: Writable, input: Readable) {
    this.output = output
    this.browser = this.session('')
    // A command to a browser that is gone fails through `end`; the pipe's own error adds nothing.
    output.on('error', () => undefined)
    input.setEncoding('utf8')
    input.on('data', (text: string) => this.receive(text))
    input.on('close', () => this.end())
  }

  session(sessionId: string): DevtoolsSession {
    return {
      send: (method, params) => this.send(sessionId, method, params),
      on: (event, listener) => {
        const key = `${sessionId} ${event}`
        this.listeners.set(key, [...(this.listeners.get(key) ?? []), listener])
      },
    }
  }

  private send<C extends keyof Commands>(
    sessionId: string,
    method: C,
    params: Commands[C] | undefined,
  ): Promise<Protocol.CommandReturnValues[C]> {
    const id = ++this.lastId
    // Taken here: in the answer's handler the stack would lead nowhere.
    const failure = new Error(`${method} failed`)
    return new Promise((resolve, reject) => {
      this.waiting.set(id, message => {
        if (message.error === undefined) return resolve(message.result as Protocol.CommandReturnValues[C])
        failure.message = `${method}: ${message.error.message}`
        reject(failure)
      })
      const target = sessionId === '' ? {} : { sessionId }
      this.output.write(`${JSON.stringify({ id, method, params: params ?? {}, ...target })}\0`)
    })
  }

  private receive(text: string): void {
    const messages = (this.partial + text).split('\0')
    this.partial = messages.pop() ?? ''
    for (const message of messages) this.dispatch(JSON.parse(message) as Message)
  }

  private dispatch(message: Message): void {
    if (message.id !== undefined) {
      this.waiting.get(message.id)?.(message)
      this.waiting.delete(message.id)
      return
    }
    const listeners = this.listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? []
    for (const listener of listeners) listener(message.params as never)
  }

  private end(): void {
    for (const answer of this.waiting.values()) answer({ error: { message: 'the browser is closed' } })
    this.waiting.clear()
  }
}
