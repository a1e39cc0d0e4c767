import { strictly } from '../refuse.ts'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

const handlers = new Map<string, Handler>()

export const ipcMain = strictly('ipcMain', {
  handle(channel: string, listener: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof listener !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`)
    handlers.set(channel, listener)
  },
  removeHandler(channel: string): void {
    handlers.delete(channel)
  },
} satisfies Pick<Electron.IpcMain, 'handle' | 'removeHandler'>)

/** Carries out one `ipcRenderer.invoke`; throws what the handler throws. */
export async function invoke(
  event: Electron.IpcMainInvokeEvent,
  channel: string,
  args: unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return await handler(event, ...args)
}
