import { ipcMain, type WebContents } from 'electron'
import { answer, type Handlers } from './answer.ts'
import { type Channel, type EventChannel, events, type Payload, requests } from './contract.ts'
import { type OwnPages, senderOf } from './sender.ts'

const isChannel = (name: string): name is Channel => Object.hasOwn(requests, name)

/** Answers every channel of the contract for our own pages. */
export function serve(
  handlers: Handlers,
  own: OwnPages,
  report: (channel: Channel, error: unknown) => void,
): void {
  for (const channel of Object.keys(requests).filter(isChannel)) {
    ipcMain.handle(channel, (event, raw: unknown) =>
      answer(handlers, channel, senderOf(event.senderFrame, event.sender, own), raw, report),
    )
  }
}

/** Tells one window. The payload is parsed first: an event that breaks the contract is a bug of ours. */
export function tell<E extends EventChannel>(contents: WebContents, event: E, payload: Payload<E>): void {
  if (!contents.isDestroyed()) contents.send(event, events[event].parse(payload))
}
