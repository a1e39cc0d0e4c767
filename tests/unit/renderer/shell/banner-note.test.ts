import { describe, expect, it } from 'vitest'
import type { LibraryState } from '../../../../electron/ipc/contract.ts'
import { gravestNote, isDismissible, noteKey } from '../../../../renderer/shell/banner-note.ts'

const SOUND: LibraryState = {
  path: '/library',
  name: 'library',
  state: 'open',
  place: { kind: 'local' },
  conflictCopies: [],
  clippings: 3,
}
const EVERYTHING: LibraryState = {
  ...SOUND,
  readOnly: { code: 'disk-full', message: '' },
  conflictCopies: [{ path: 'library (conflict).json', of: 'library.json' }],
  backupFailure: { code: 'disk-full', message: '' },
  place: { kind: 'cloud', service: 'OneDrive' },
}

const none: ReadonlySet<string> = new Set()
const kindOf = (library: LibraryState, isDamaged = false, dismissed = none) =>
  gravestNote(library, isDamaged, dismissed)?.kind

describe('the one thing that the banner says', () => {
  it('is nothing on a normal day', () => {
    expect(kindOf(SOUND)).toBeUndefined()
    expect(kindOf({ ...SOUND, place: { kind: 'removable' } })).toBeUndefined()
  })

  it('is the gravest: each way on only when the one before is out of the world', () => {
    const { readOnly, ...writable } = EVERYTHING
    expect(readOnly).toBeDefined()
    expect(kindOf(EVERYTHING, true)).toBe('read-only')
    expect(kindOf(writable, true)).toBe('damaged')
    expect(kindOf(writable)).toBe('conflicts')
    expect(kindOf({ ...writable, conflictCopies: [] })).toBe('backup-failed')
    expect(kindOf({ ...SOUND, place: EVERYTHING.place })).toBe('cloud')
  })

  it('is the next where one was dismissed, and the reason why nothing can be written cannot be', () => {
    const { readOnly, ...writable } = EVERYTHING
    const dismissed = new Set<string>()
    const seen: string[] = []
    for (;;) {
      const note = gravestNote(writable, true, dismissed)
      if (!note) break
      seen.push(note.kind)
      dismissed.add(noteKey(note, writable.path))
    }
    expect(seen).toEqual(['damaged', 'conflicts', 'backup-failed', 'cloud'])
    expect(isDismissible({ kind: 'read-only', failure: { code: 'disk-full', message: '' } })).toBe(false)
    dismissed.add('read-only /library')
    expect(kindOf({ ...writable, ...(readOnly && { readOnly }) }, true, dismissed)).toBe('read-only')
  })

  it('comes back where there is something new, or for another library', () => {
    const cloud = { ...SOUND, place: EVERYTHING.place }
    const dismissed = new Set([noteKey({ kind: 'cloud', service: 'OneDrive' }, '/library')])
    expect(kindOf(cloud, false, dismissed)).toBeUndefined()
    expect(kindOf({ ...cloud, path: '/other' }, false, dismissed)).toBe('cloud')
    const one = { ...SOUND, conflictCopies: EVERYTHING.conflictCopies }
    const seen = new Set([noteKey({ kind: 'conflicts', copies: one.conflictCopies }, '/library')])
    expect(kindOf(one, false, seen)).toBeUndefined()
    const two = { ...one, conflictCopies: [...one.conflictCopies, { path: 'b', of: 'library.json' }] }
    expect(kindOf(two, false, seen)).toBe('conflicts')
  })
})
