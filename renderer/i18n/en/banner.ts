export const banner = {
  label: 'State of the library',
  readOnly: {
    'disk-full': {
      what: 'The disk is full: the library can be read and exported, not changed.',
      todo: 'Free some space on its disk, then try again.',
    },
    'library-missing': {
      what: 'The disk of the library is gone: what is on show can be read, nothing can be changed.',
      todo: 'Connect the disk again, then try again.',
    },
    'read-only': {
      what: 'This place cannot be written to: the library can be read and exported, not changed.',
      todo: 'Check that its folder may be changed, or move the library.',
    },
    'write-failed': {
      what: 'The disk refused a write: the library can be read and exported, not changed.',
      todo: 'Everything shown as saved is there. Check the disk, then try again.',
    },
    'library-newer': {
      what: 'A newer version of Cuttings wrote this library: it can be read and exported, not changed.',
      todo: 'What only that version knows is not shown. Update Cuttings to see and change everything.',
    },
    'library-damaged': {
      what: 'A file of this library is damaged: it can be read and exported, not changed.',
      todo: 'Verify it to see what it is, and what can be mended.',
    },
    'library-locked': {
      what: 'Another computer took this library over: nothing can be changed here.',
      todo: 'Close Cuttings there, then try again.',
    },
  },
  leftOut_one: '{{count, number}} entry is written in a way that this version cannot read.',
  leftOut_other: '{{count, number}} entries are written in a way that this version cannot read.',
  lockedBy: 'Open on {{host}} since {{when}}.',
  damaged: 'Something in this library is damaged.',
  damagedTodo: 'The report says what it is, what it means, and what can be mended.',
  conflicts_one: 'Two computers changed the same file of the library, and a copy of one was left beside it.',
  conflicts_other:
    'Two computers changed the same files of the library, and {{count, number}} copies were left beside them.',
  conflictsTodo: 'Nothing of them is merged by itself.',
  conflictsShow: 'See them…',
  conflictsTitle: 'Conflict copies',
  conflictsDetail:
    'A syncing program kept these beside the library’s own files. Cuttings uses its own files and leaves the copies alone: compare them, then remove what you do not need.',
  conflictOf: 'beside {{of}}',
  cloud: 'This library is in a folder that {{service}} keeps in step.',
  cloudUnnamed: 'a syncing program',
  cloudTodo:
    'Open it on one computer at a time, and let it finish before you open it on another. Copies from conflicts are shown here.',
  backupFailed: 'The last backup failed.',
  retry: 'Try again',
  verify: 'Verify…',
  toBackups: 'See backups',
  understood: 'Understood',
  dismiss: 'Dismiss this note',
} as const
