import type { Language } from '../core/model/settings.ts'
import type { Clock, Identifiers } from '../core/ports.ts'
import type { EventChannel, Payload } from '../ipc/contract.ts'
import type { WorkPool } from '../work/pool.ts'
import type { AppMenu } from './app-menu.ts'
import type { AppWindows } from './app-windows.ts'
import type { CurrentLibrary } from './current-library.ts'
import type { DraggedFiles } from './dragged-files.ts'
import type { EventLog } from './event-log.ts'
import type { GivenFiles } from './given-files.ts'
import type { GivenLinks } from './given-links.ts'
import type { Imports } from './imports.ts'
import type { Jobs } from './jobs.ts'
import type { KnownLibraries } from './known-libraries.ts'
import type { Notices } from './notices.ts'
import type { OriginalPages } from './original-pages.ts'
import type { SettingsFile } from './settings-file.ts'
import type { Starters } from './starters.ts'

/** What the handlers work with: made once by the composition root; only the open library is replaced. */
export interface Desk {
  readonly current: CurrentLibrary
  readonly known: KnownLibraries
  readonly settings: SettingsFile
  readonly pool: WorkPool
  /** For what reads or writes a whole library: an import does not wait for it. */
  readonly carePool: WorkPool
  /** Holds the full-text index, in its one worker. */
  readonly indexPool: WorkPool
  /** Holds what is known of the likeness of texts, in its one worker. */
  readonly familyPool: WorkPool
  /** Holds what it read for a chronology, in its one worker. */
  readonly chronologyPool: WorkPool
  /** Writes exports, one after the other: nothing else waits for them. */
  readonly exportPool: WorkPool
  readonly jobs: Jobs
  readonly imports: Imports
  /** Which window started what goes on behind it. */
  readonly starters: Starters
  readonly menu: AppMenu
  readonly windows: AppWindows
  /** What the system gave the app to open. */
  readonly given: GivenFiles
  /** The addresses of clippings that it was asked to open. */
  readonly links: GivenLinks
  readonly notices: Notices
  readonly log: EventLog
  /** What is dragged out of the window. */
  readonly dragged: DraggedFiles
  /** The kept originals on show. */
  readonly originals: OriginalPages
  readonly clock: Clock
  readonly identifiers: Identifiers
  readonly systemLanguages: readonly string[]
  readonly version: string
  language(): Language
  broadcast<E extends EventChannel>(event: E, payload: Payload<E>): void
}

/** The instant of a change. */
export const instant = (clock: Clock): string => new Date(clock.now()).toISOString()
