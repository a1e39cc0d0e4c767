const kept = 'Your library is unchanged.'

/** Each failure in words: what happened, that nothing was lost, what to do. */
export const failure = {
  'invalid-input': {
    what: 'That was not carried out: something in it is not valid',
    kept,
    todo: 'Check what you entered and try again.',
  },
  'unknown-sender': {
    what: 'A request did not come from the Cuttings window and was refused',
    kept,
    todo: 'Close the window and open it again.',
  },
  internal: {
    what: 'Cuttings met a problem it did not expect',
    kept: 'Everything saved is still there.',
    todo: 'Try again; if it comes back, restart Cuttings.',
  },
  'nothing-to-clip': {
    what: 'There is no text on the clipboard to clip',
    kept,
    todo: 'Select a page in your browser, copy it, then paste here.',
  },
  'too-large': {
    what: 'That is too large to clip',
    kept,
    todo: 'Paste it in parts, or save it as a file and open that.',
  },
  'too-long-for-chronology': {
    what: 'Those clippings are too many for one chronology',
    kept,
    todo: 'Narrow it down, or collect fewer clippings, and try again.',
  },
  'unsupported-file': {
    what: 'This kind of file cannot be opened yet',
    kept: 'The file is unchanged.',
    todo: 'Copy its text and paste it, or save it as plain text.',
  },
  'unreadable-file': {
    what: 'The file could not be read',
    kept: 'The file is unchanged.',
    todo: 'Check that it is whole and that you may read it.',
  },
  'not-found': {
    what: 'This is no longer here; it may have been deleted elsewhere',
    kept: 'What was deleted can be brought back.',
    todo: 'Undo, or choose again from the list.',
  },
  'name-taken': { what: 'That name is already in use', kept, todo: 'Choose another name.' },
  'invalid-name': {
    what: 'That name cannot be used',
    kept,
    todo: 'A name has at least one character and at most 200.',
  },
  'invalid-date': {
    what: 'That date could not be read, so it was not saved',
    kept,
    todo: 'Write it like 2025-07-19, 2025-07 or 2025.',
  },
  'invalid-query': {
    what: 'Cuttings cannot read this search, so it was not saved',
    kept,
    todo: 'Mend what the line under the search field points at, then save it.',
  },
  'nothing-to-undo': { what: 'There is nothing to undo or redo', kept, todo: '' },
  'disk-full': {
    what: 'The disk is full, so this was not saved',
    kept: 'Everything saved before is still there.',
    todo: 'Free some space and try again.',
  },
  'read-only': {
    what: 'The library is read-only now, so this was not saved',
    kept: 'Everything saved can be read and exported.',
    todo: 'Check the disk, then restart Cuttings.',
  },
  'write-failed': {
    what: 'The disk did not take the change, so this was not saved',
    kept: 'Everything saved before is still there.',
    todo: 'Check the disk, then restart Cuttings.',
  },
  'read-failed': {
    what: 'The disk did not give a file of this library',
    kept: 'Nothing was changed.',
    todo: 'Check that the disk is connected and that you may read the folder, then try again.',
  },
  'library-locked': {
    what: 'Another program is using this library',
    kept,
    todo: 'Close the other Cuttings window and try again.',
  },
  'library-newer': {
    what: 'This library was written by a newer version of Cuttings',
    kept,
    todo: 'Update Cuttings, then open it.',
  },
  'library-damaged': {
    what: 'A file of this library is damaged, so it was not opened',
    kept: 'No file was changed; the originals are still in its folder.',
    todo: 'Repair it: what is replaced is kept beside it. Or open one of its backups.',
  },
  'library-missing': {
    what: 'There is no library at this place now',
    kept: 'Nothing was changed, and no new library was made in its place.',
    todo: 'Connect the disk that it is on and try again, or open another library.',
  },
  'library-busy': {
    what: 'The library is being moved, repaired or opened',
    kept: 'Everything saved is still there.',
    todo: 'Wait until that is done, then try again.',
  },
  'not-a-library': {
    what: 'This folder is not a Cuttings library',
    kept: 'Nothing in it was changed.',
    todo: 'Choose the folder that has the file library.json in it.',
  },
  'folder-not-empty': {
    what: 'This folder has something in it already',
    kept: 'Nothing in it was changed.',
    todo: 'Choose another name or another folder.',
  },
  cancelled: { what: 'Cancelled', kept, todo: '' },
  'too-many-windows': {
    what: 'There are twenty windows already',
    kept: 'Everything in them stays as it is.',
    todo: 'Close one that you do not need, then open another.',
  },
  'export-failed': { what: 'The export did not finish', kept, todo: 'Try another place or format.' },
  'out-of-memory': {
    what: 'That needed more memory than one task may have, so it was stopped',
    kept: 'Everything saved is still there.',
    todo: 'Try it with less at once: fewer clippings, or a smaller document.',
  },
  'timed-out': {
    what: 'That did not come to an end, so it was stopped',
    kept: 'Everything saved is still there.',
    todo: 'Try again; if it stops again, try it with fewer clippings or a smaller document.',
  },
  'nothing-to-export': {
    what: 'There is nothing to export',
    kept,
    todo: 'Select some clippings, or choose another collection or tag.',
  },
  'template-failed': {
    what: 'The template could not be filled in',
    kept,
    todo: 'Open the template, or choose another.',
  },
  'export-edited': {
    what: 'Some files were changed by hand since they were exported',
    kept: 'Nothing in the folder was changed.',
    todo: 'Export again, and say what becomes of them.',
  },
} as const
