import { join } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../core/model/identifiers.ts'
import type { Clock } from '../core/ports.ts'
import { boundedLog } from '../store/bounded-log.ts'
import { type LogEvent, logEventSchema } from './log-event.ts'

export interface TimedEvent {
  readonly at: string
  readonly event: LogEvent
}

/** The log of the app, in the profile's folder. */
export interface EventLog {
  /** An event that its schema refuses is left out: better a gap than words that nobody looked at. */
  write(event: LogEvent): void
  /** The last `count` events, those of earlier starts among them; a line that says anything else is left out. */
  last(count: number): TimedEvent[]
}

function eventIn(line: string): TimedEvent[] {
  try {
    const { at, ...event } = z.looseObject({ at: instantSchema }).parse(JSON.parse(line))
    return [{ at, event: logEventSchema.parse(event) }]
  } catch {
    return []
  }
}

export function openEventLog(profile: string, clock: Clock): EventLog {
  const lines = boundedLog(join(profile, 'logs'), 'cuttings')
  return {
    write(event) {
      const parsed = logEventSchema.safeParse(event)
      if (!parsed.success) return
      lines.append(JSON.stringify({ at: new Date(clock.now()).toISOString(), ...parsed.data }))
    },
    last: count => lines.last(count).flatMap(eventIn),
  }
}
