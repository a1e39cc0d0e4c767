export const trash = {
  retention: 'Keep for',
  keep_one: '{{count, number}} day',
  keep_other: '{{count, number}} days',
  keepForEver: 'Until I empty it',
  retentionDetail:
    'What has been in the trash longer goes by itself, looked after once a day. Originals and texts stay in the library’s history and in backups.',
  now: 'In the trash',
  empty: 'Empty the trash…',
  nothing: 'The trash is empty.',
  holds_one: '{{count, number}} clipping',
  holds_other: '{{count, number}} clippings',
  show: 'Show the trash',
  line_one: 'What is here goes after {{count, number}} day.',
  line_other: 'What is here goes after {{count, number}} days.',
  lineNever: 'What is here stays until you empty the trash.',
  question_one: 'Remove {{count, number}} clipping from the trash?',
  question_other: 'Remove {{count, number}} clippings from the trash?',
  questionDetail:
    'You can undo this at any time, also after a restart: Undo goes back one change after the other. Backups have what was in the library when they were taken.',
  confirm_one: 'Remove {{count, number}} clipping',
  confirm_other: 'Remove {{count, number}} clippings',
} as const
