export const sample = {
  line: 'A sample: twelve invented articles in two languages.',
  chronology: 'See its chronology',
  remove: 'Remove the sample',
} as const
