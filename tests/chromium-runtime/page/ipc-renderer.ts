import { strictly } from '../refuse.ts'
import { decode, encode } from '../wire.ts'

type IpcListener = (event: object, ...args: unknown[]) => void

/** What the preload's world sends to the main process. */
export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: string }
  | {
      kind: 'key'
      key: string
      code: string
      control: boolean
      meta: boolean
      shift: boolean
      alt: boolean
      editable: boolean
    }

/** What the main process sends to the preload's world, beside what it is about, which `encode` wrote. */
export type ToPage =
  | { kind: 'result'; id: number; ok: true }
  | { kind: 'result'; id: number; ok: false; error: string }
  | { kind: 'message'; channel: string }
  /** Where files lie that a test drops next, by their names. */
  | { kind: 'paths'; paths: Readonly<Record<string, string>> }

/** The preload's `ipcRenderer`: invoke and listen. Everything that is sent is a structured clone. */
export function createIpcRenderer(post: (message: FromPage) => void) {
  let lastId = 0
  const waiting = new Map<
    number,
    { channel: string; resolve(value: unknown): void; reject(error: Error): void }
  >()
  const listeners = new Map<string, IpcListener[]>()

  const add = (channel: string, listener: IpcListener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  }
  const remove = (channel: string, listener: IpcListener) => {
    const kept = [...(listeners.get(channel) ?? [])]
    const at = kept.lastIndexOf(listener)
    if (at >= 0) kept.splice(at, 1)
    listeners.set(channel, kept)
    return ipcRenderer
  }

  const ipcRenderer = strictly('ipcRenderer', {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastId
      const payload = encode(args)
      return await new Promise((resolve, reject) => {
        waiting.set(id, { channel, resolve, reject })
        post({ kind: 'invoke', id, channel, args: payload })
      })
    },
    on: add,
    addListener: add,
    once(channel: string, listener: IpcListener) {
      const onlyOnce: IpcListener = (event, ...args) => {
        remove(channel, onlyOnce)
        listener(event, ...args)
      }
      return add(channel, onlyOnce)
    },
    off: remove,
    removeListener: remove,
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string) => (listeners.get(channel) ?? []).length,
  })

  let paths: Readonly<Record<string, string>> = {}
  const receive = (message: ToPage, content: string): void => {
    if (message.kind === 'paths') {
      paths = message.paths
      return
    }
    if (message.kind === 'message') {
      const event = strictly('IpcRendererEvent', { sender: ipcRenderer })
      for (const listener of listeners.get(message.channel) ?? []) {
        // One listener's error must not keep the message from the next.
        queueMicrotask(() => listener(event, ...(decode(content) as unknown[])))
      }
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) call?.resolve(decode(content))
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.error}`))
  }

  return { ipcRenderer, receive, pathOf: (name: string) => paths[name] ?? '' }
}
