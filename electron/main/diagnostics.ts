import { release } from 'node:os'
import type { LibraryState } from '../ipc/contract.ts'
import { SCHEMA_VERSION } from '../store/library-file.ts'
import type { EventLog, TimedEvent } from './event-log.ts'

/** So many events are shown and copied: enough for what happened just now. */
const EVENTS_TOLD = 40

export interface Diagnosed {
  readonly version: string
  readonly language: string
  readonly library: LibraryState
  readonly tags: number
  readonly collections: number
  readonly log: EventLog
}

/** A number of the system's version; what a machine's owner adds to it is left out. */
const systemVersion = (): string => /^\d+(?:\.\d+)*/u.exec(release())?.[0] ?? '?'

const lineOf = ({ at, event: { event, ...said } }: TimedEvent): string =>
  [at, event, ...Object.entries(said).map(([name, value]) => `${name}=${String(value)}`)].join(' ')

/**
 * What somebody who looks for a fault has to know, as text, the same in every language: versions, how much there is
 * of what, and the last events of the log. No path, no name and no word of the library is in it.
 */
export function diagnosticsText({ version, language, library, tags, collections, log }: Diagnosed): string {
  const { electron = '?', chrome = '?', node } = process.versions
  const { state, clippings, bytes, index, failure, readOnly, place, lastBackup } = library
  const lines = [
    `Cuttings ${version}`,
    `system ${process.platform} ${process.arch} ${systemVersion()}`,
    `electron ${electron}, chromium ${chrome}, node ${node}`,
    `language ${language}`,
    `library ${state}, schema ${SCHEMA_VERSION}, place ${place.kind}`,
    `clippings ${clippings}, tags ${tags}, collections ${collections}, bytes ${bytes ?? '?'}`,
    `index ${index?.state ?? '?'}, last backup ${lastBackup ?? '?'}`,
    ...(failure === undefined ? [] : [`failure ${failure.code}`]),
    ...(readOnly === undefined ? [] : [`read-only ${readOnly.code}`]),
    '',
    ...log.last(EVENTS_TOLD).map(lineOf),
  ]
  return `${lines.join('\n')}\n`
}
