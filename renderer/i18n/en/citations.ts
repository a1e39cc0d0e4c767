export const citations = {
  style: 'Citation style',
  styles: {
    'gb-t-7714': 'GB/T 7714-2015',
    apa: 'APA, 7th edition',
    chicago: 'Chicago, 17th edition',
    mla: 'MLA, 9th edition',
  },
  menu: 'Copy citation',
  copied_one: 'Citation copied: {{style}}',
  copied_other: '{{count, number}} citations copied: {{style}}',
  copyFailed: 'The citation could not be copied',
  copyFailedDetail: 'Nothing was changed. Try it again with the key or the menu.',
  tooMany: 'At most {{count, number}} citations are copied at once',
  tooManyDetail: 'Export them as a list of citations instead.',
  credit:
    'Citations by CSL (citeproc-js). Styles of the Citation Style Language project (citationstyles.org), CC BY-SA 3.0.',
} as const
