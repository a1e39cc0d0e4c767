import { ipcMain, type WebContents, type WebFrameMain } from 'electron'
import { answer, type Handlers, type Sender } from './answer.ts'
import { type Channel, type EventChannel, events, type Payload, requests } from './contract.ts'

const isChannel = (name: string): name is Channel => Object.hasOwn(requests, name)

/** True for the page of our own window, at the top of it. A frame that is gone has no say. */
function senderOf(frame: WebFrameMain | null, contents: WebContents, origin: string): Sender {
  if (frame === null || frame !== contents.mainFrame) return undefined
  if (!frame.url.startsWith(`${origin}/`)) return undefined
  return { paste: () => contents.paste() }
}

/** Answers every channel of the contract for pages of `origin`. */
export function serve(
  handlers: Handlers,
  origin: string,
  report: (channel: Channel, error: unknown) => void,
): void {
  for (const channel of Object.keys(requests).filter(isChannel)) {
    ipcMain.handle(channel, (event, raw: unknown) =>
      answer(handlers, channel, senderOf(event.senderFrame, event.sender, origin), raw, report),
    )
  }
}

/** Tells one window. The payload is parsed first: an event that breaks the contract is a bug of ours. */
export function tell<E extends EventChannel>(contents: WebContents, event: E, payload: Payload<E>): void {
  if (!contents.isDestroyed()) contents.send(event, events[event].parse(payload))
}
