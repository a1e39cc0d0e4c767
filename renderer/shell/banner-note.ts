import type { Failure, LibraryState } from '../../electron/ipc/contract.ts'

/** What the banner over the window may say, the gravest first. */
export type BannerNote =
  | { readonly kind: 'read-only'; readonly failure: Failure }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'conflicts'; readonly copies: LibraryState['conflictCopies'] }
  | { readonly kind: 'backup-failed'; readonly failure: Failure }
  | { readonly kind: 'cloud'; readonly service: LibraryState['place']['service'] }

/** What a note is dismissed by: it comes back when there is something new to say. */
export function noteKey(note: BannerNote, path: string): string {
  switch (note.kind) {
    case 'conflicts':
      return `conflicts ${note.copies.map(copy => copy.path).join(' ')} ${path}`
    case 'backup-failed':
      return `backup-failed ${note.failure.code} ${path}`
    default:
      return `${note.kind} ${path}`
  }
}

/** Whether the note may be dismissed: one that says why nothing can be written stays until something can. */
export const isDismissible = (note: BannerNote): boolean => note.kind !== 'read-only'

/** The gravest thing to say about a library, of what was not dismissed. `isDamaged` is what verifying found. */
export function gravestNote(
  library: LibraryState,
  isDamaged: boolean,
  dismissed: ReadonlySet<string>,
): BannerNote | undefined {
  const { readOnly, conflictCopies, backupFailure, place } = library
  const notes: BannerNote[] = []
  if (readOnly) notes.push({ kind: 'read-only', failure: readOnly })
  if (isDamaged) notes.push({ kind: 'damaged' })
  if (conflictCopies.length > 0) notes.push({ kind: 'conflicts', copies: conflictCopies })
  if (backupFailure) notes.push({ kind: 'backup-failed', failure: backupFailure })
  if (place.kind === 'cloud') notes.push({ kind: 'cloud', service: place.service })
  return notes.find(note => !isDismissible(note) || !dismissed.has(noteKey(note, library.path)))
}
