export const sourceChain = {
  menu: 'Sources that the text names',
  title: 'Sources that the text names',
  is: 'Source: {{source}}',
  cites: '{{by}}, citing {{source}}',
  citedBy: 'cited by {{by}}',
  unnamed: 'a source that is not named',
  unnamedTitle: 'Not named',
  none: 'The text names no source',
  noneDetail:
    'Sentences such as “according to …” or “first reported by …” are marked in the text and listed here.',
} as const
