import { v7 } from 'uuid'
import type { Clock, Identifiers } from '../core/ports.ts'

export const systemClock: Clock = { now: () => Date.now() }

/** UUIDv7 with the given time and random bits from the operating system. */
export const uuidIdentifiers: Identifiers = { next: atMs => v7({ msecs: atMs }) }
