import { EventEmitter } from 'node:events'
import { NotImplemented } from './refuse.ts'

/** An event emitter that refuses listeners for events which the stand-in never emits. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super()
    const known: ReadonlySet<string | symbol> = new Set(events)
    super.on('newListener', (event: string | symbol) => {
      if (!known.has(event)) throw new NotImplemented(`${name} event "${String(event)}"`)
    })
  }
}

export interface PreventableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** An Electron event: `preventDefault` is all that a listener can do with it. */
export function preventable<T extends object>(details: T): T & PreventableEvent {
  let prevented = false
  return Object.defineProperties(details, {
    defaultPrevented: { get: () => prevented },
    preventDefault: {
      value: () => {
        prevented = true
      },
    },
  }) as T & PreventableEvent
}
