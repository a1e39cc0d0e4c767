export const sample = {
  /** The name that the main process gives its collection. */
  collection: 'Sample: the Beiwan ferry',
  line: 'A sample: twelve invented articles in two languages.',
  chronology: 'See its chronology',
  remove: 'Remove the sample',
} as const
