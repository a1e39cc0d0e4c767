import { createStore } from '../state/store.ts'
import { type BannerNote, noteKey } from './banner-note.ts'

const REMEMBERED = 'cuttings.notes-understood'

function remembered(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(REMEMBERED) ?? '[]')
    return Array.isArray(kept) ? kept.filter(each => typeof each === 'string') : []
  } catch {
    return []
  }
}

/** The notes of the banner that were dismissed. */
export const dismissedNotes = createStore<ReadonlySet<string>>(new Set(remembered()))

/** Takes a note off the window: for good where it is advice, until the next start where something is wrong. */
export function dismissNote(note: BannerNote, path: string): void {
  const key = noteKey(note, path)
  dismissedNotes.set(new Set([...dismissedNotes.get(), key]))
  if (note.kind === 'cloud')
    window.localStorage.setItem(REMEMBERED, JSON.stringify([...new Set([...remembered(), key])]))
}
