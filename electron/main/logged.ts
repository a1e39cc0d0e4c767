import type { LibraryState, Payload } from '../ipc/contract.ts'
import type { LogEvent } from './log-event.ts'

/** What the log says of the library: how it is doing and how much is in it, and never where or what. */
export const libraryEvent = ({
  state,
  clippings,
  failure,
  readOnly,
  index,
  backupFailure,
}: LibraryState): LogEvent => ({
  event: 'library',
  state,
  clippings,
  ...(failure !== undefined && { failure: failure.code }),
  ...(readOnly !== undefined && { readOnly: readOnly.code }),
  ...(index !== undefined && { index: index.state }),
  ...(backupFailure !== undefined && { backup: backupFailure.code }),
})

export const jobEvent = ({ outcome }: Payload<'job:ended'>): LogEvent => ({
  event: 'job-ended',
  outcome: outcome.kind,
  ...(outcome.kind === 'failed' && { failure: outcome.failure.code }),
})

export const importEvent = ({
  import: ended,
  failure,
}: Omit<Payload<'import:ended'>, 'isToTell'>): LogEvent => ({
  event: 'import-ended',
  state: ended.state,
  imported: ended.counts.imported,
  failed: ended.counts.failed,
  ...(failure !== undefined && { failure: failure.code }),
})
