export const diagnostics = {
  title: 'Diagnostics',
  note: 'This is all that is copied, and it goes nowhere by itself. It says which versions these are, how much there is of what, and what went wrong lately; no title, text, tag, note, name or path is in it.',
  copy: 'Copy diagnostics',
  copied: 'Diagnostics copied',
  notCopied: 'The diagnostics could not be copied; select the text and copy it',
} as const
