import { ipcMain, type WebContents } from 'electron'
import { answer, type Handlers } from './answer.ts'
import {
  type Channel,
  type EventChannel,
  events,
  type FailureCode,
  type Payload,
  requests,
} from './contract.ts'
import { type OwnPages, senderOf } from './sender.ts'

const isChannel = (name: string): name is Channel => Object.hasOwn(requests, name)

export interface ServeReports {
  /** A request was not carried out, and its sender knows why. */
  failed(channel: Channel, code: FailureCode): void
  /** A handler threw, which is a bug. */
  threw(channel: Channel, error: unknown): void
}

/** Answers every channel of the contract for our own pages. */
export function serve(handlers: Handlers, own: OwnPages, reports: ServeReports): void {
  for (const channel of Object.keys(requests).filter(isChannel)) {
    ipcMain.handle(channel, async (event, raw: unknown) => {
      const sender = senderOf(event.senderFrame, event.sender, own)
      const answered = await answer(handlers, channel, sender, raw, reports.threw)
      if (!answered.ok) reports.failed(channel, answered.error.code)
      return answered
    })
  }
}

/** Tells one window. The payload is parsed first: an event that breaks the contract is a bug of ours. */
export function tell<E extends EventChannel>(contents: WebContents, event: E, payload: Payload<E>): void {
  if (!contents.isDestroyed()) contents.send(event, events[event].parse(payload))
}
