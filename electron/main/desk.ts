import type { Language } from '../core/model/settings.ts'
import type { Clock, Identifiers } from '../core/ports.ts'
import type { Result } from '../core/result.ts'
import type { EventChannel, Failure, Payload } from '../ipc/contract.ts'
import type { Library } from '../store/library.ts'
import type { WorkPool } from '../work/pool.ts'
import type { Jobs } from './jobs.ts'
import type { Listings } from './listings.ts'
import type { SettingsFile } from './settings-file.ts'

/** What the handlers work with: made once by the composition root, replaced by nothing. */
export interface Desk {
  readonly libraryPath: string
  /** The open library and the lists of it, or why it is not open. */
  readonly opened: Result<{ readonly library: Library; readonly listings: Listings }, Failure>
  readonly settings: SettingsFile
  readonly pool: WorkPool
  /** Holds the full-text index, in its one worker. */
  readonly indexPool: WorkPool
  readonly jobs: Jobs
  readonly clock: Clock
  readonly identifiers: Identifiers
  readonly systemLanguages: readonly string[]
  readonly version: string
  language(): Language
  broadcast<E extends EventChannel>(event: E, payload: Payload<E>): void
}

/** The instant of a change. */
export const instant = (clock: Clock): string => new Date(clock.now()).toISOString()
