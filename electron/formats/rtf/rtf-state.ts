/** Where the words of a group go. */
export type Destination =
  | 'text'
  | 'skip'
  | 'fonts'
  | 'styles'
  | 'info'
  | 'title'
  | 'author'
  | 'picture'
  | 'picture-properties'
  | 'property-name'
  | 'property-value'
  | 'field-code'
  | 'list-text'

/** What a group inherits from the one around it and gives back at its end. */
export interface GroupState {
  readonly destination: Destination
  readonly isIgnorable: boolean
  readonly font: number
  readonly eastFont: number
  readonly isEast: boolean
  readonly bold: boolean
  readonly italic: boolean
  readonly raised: 'sup' | 'sub' | undefined
  readonly hidden: boolean
  /** Characters that stand after a `\u` for programs without Unicode. */
  readonly fallback: number
  readonly href: string | undefined
  readonly isNote: boolean
}

export const FIRST_STATE: GroupState = {
  destination: 'text',
  isIgnorable: false,
  font: -1,
  eastFont: -1,
  isEast: false,
  bold: false,
  italic: false,
  raised: undefined,
  hidden: false,
  fallback: 1,
  href: undefined,
  isNote: false,
}

/** Groups that begin with the word and hold no text of the document. */
export const SKIPPED = new Set([
  ...[
    'colortbl',
    'listtable',
    'listoverridetable',
    'revtbl',
    'rsidtbl',
    'generator',
    'themedata',
    'datastore',
  ],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'nonshppict'],
  ...[
    'latentstyles',
    'colorschememapping',
    'xmlnstbl',
    'objdata',
    'pnseclvl',
    'annotation',
    'atnid',
    'atnauthor',
  ],
  ...[
    'tc',
    'tcn',
    'xe',
    'rxe',
    'bkmkstart',
    'bkmkend',
    'falt',
    'panose',
    'upr',
    'subject',
    'doccomm',
    'operator',
  ],
  ...[
    'creatim',
    'keywords',
    'company',
    'comment',
    'category',
    'manager',
    'filetbl',
    'fontemb',
    'fontfile',
    'mmath',
  ],
])

/** Groups that begin with the word, and where their words go. */
export const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  info: 'info',
  title: 'title',
  author: 'author',
  pict: 'picture',
  picprop: 'picture-properties',
  sn: 'property-name',
  sv: 'property-value',
  fldinst: 'field-code',
  listtext: 'list-text',
  pntext: 'list-text',
}

/** Groups marked to be left out by those who do not know them, which are known here. */
export const KNOWN = new Set(['shppict', 'footnote', 'ud', 'shpinst', 'shptxt', ...Object.keys(DESTINATIONS)])

/** Controls that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: ' ',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
}
