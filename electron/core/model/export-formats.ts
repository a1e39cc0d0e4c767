/** What the window groups formats by: to read, to compute with, to prove something with. */
export const EXPORT_SECTIONS = ['read', 'data', 'proof'] as const
export type ExportSection = (typeof EXPORT_SECTIONS)[number]

/** Choices of an export that only some formats have. */
export type FormatChoice = 'paper' | 'book' | 'citation-style' | 'markdown' | 'template'

/** What is known of a format without writing it. */
export interface FormatFacts {
  readonly section: ExportSection
  /** Whether it becomes one file, or a folder of its own. */
  readonly target: 'file' | 'folder'
  /** Of a file: what its name ends in, and what the dialog calls its kind, which is a name in every language. */
  readonly ending?: string
  readonly kind?: string
  readonly choices: readonly FormatChoice[]
  /** Of a folder: whether a later export brings it up to date. */
  readonly updates?: true
  /** What is shown before it is written: the beginning of its text, or what it will contain. */
  readonly preview: 'text' | 'contents'
  /** `writer` has a writer in core/export/writers.ts; `printer` needs a browser. */
  readonly madeBy: 'writer' | 'printer'
}

/**
 * Every format of an export, in the order in which the window offers them. One more is: an entry here, its words in
 * renderer/i18n (`exporting.formats` and `formatDetails`), and its writer in core/export/writers.ts.
 */
export const EXPORT_FORMATS = {
  'markdown-file': {
    section: 'read',
    target: 'file',
    ending: 'md',
    kind: 'Markdown',
    choices: ['markdown'],
    preview: 'text',
    madeBy: 'writer',
  },
  'markdown-folder': {
    section: 'read',
    target: 'folder',
    updates: true,
    choices: ['markdown'],
    preview: 'text',
    madeBy: 'writer',
  },
  pdf: {
    section: 'read',
    target: 'file',
    ending: 'pdf',
    kind: 'PDF',
    choices: ['paper', 'book'],
    preview: 'contents',
    madeBy: 'printer',
  },
  html: {
    section: 'read',
    target: 'file',
    ending: 'html',
    kind: 'HTML',
    choices: [],
    preview: 'contents',
    madeBy: 'writer',
  },
  epub: {
    section: 'read',
    target: 'file',
    ending: 'epub',
    kind: 'EPUB',
    choices: [],
    preview: 'contents',
    madeBy: 'writer',
  },
  docx: {
    section: 'read',
    target: 'file',
    ending: 'docx',
    kind: 'Word',
    choices: ['paper'],
    preview: 'contents',
    madeBy: 'writer',
  },
  text: {
    section: 'read',
    target: 'file',
    ending: 'txt',
    kind: 'Text',
    choices: [],
    preview: 'text',
    madeBy: 'writer',
  },
  template: {
    section: 'read',
    target: 'file',
    ending: 'md',
    kind: 'Markdown',
    choices: ['template'],
    preview: 'text',
    madeBy: 'writer',
  },
  citations: {
    section: 'data',
    target: 'file',
    ending: 'html',
    kind: 'HTML',
    choices: ['citation-style'],
    preview: 'contents',
    madeBy: 'writer',
  },
  'citations-text': {
    section: 'data',
    target: 'file',
    ending: 'txt',
    kind: 'Text',
    choices: ['citation-style'],
    preview: 'text',
    madeBy: 'writer',
  },
  bibtex: {
    section: 'data',
    target: 'file',
    ending: 'bib',
    kind: 'BibTeX',
    choices: [],
    preview: 'text',
    madeBy: 'writer',
  },
  ris: {
    section: 'data',
    target: 'file',
    ending: 'ris',
    kind: 'RIS',
    choices: [],
    preview: 'text',
    madeBy: 'writer',
  },
  'csl-json': {
    section: 'data',
    target: 'file',
    ending: 'json',
    kind: 'CSL JSON',
    choices: [],
    preview: 'text',
    madeBy: 'writer',
  },
  csv: {
    section: 'data',
    target: 'file',
    ending: 'csv',
    kind: 'CSV',
    choices: [],
    preview: 'text',
    madeBy: 'writer',
  },
  xlsx: {
    section: 'data',
    target: 'file',
    ending: 'xlsx',
    kind: 'Excel',
    choices: [],
    preview: 'contents',
    madeBy: 'writer',
  },
  json: { section: 'data', target: 'folder', choices: [], preview: 'text', madeBy: 'writer' },
  evidence: { section: 'proof', target: 'folder', choices: [], preview: 'contents', madeBy: 'writer' },
  'evidence-archive': {
    section: 'proof',
    target: 'file',
    ending: 'zip',
    kind: 'ZIP',
    choices: [],
    preview: 'contents',
    madeBy: 'writer',
  },
} as const satisfies Readonly<Record<string, FormatFacts>>

export type ExportFormat = keyof typeof EXPORT_FORMATS

/** The formats that need no browser. */
export type WrittenFormat = {
  [F in ExportFormat]: (typeof EXPORT_FORMATS)[F]['madeBy'] extends 'writer' ? F : never
}[ExportFormat]

export const EXPORT_FORMAT_IDS = Object.keys(EXPORT_FORMATS) as [ExportFormat, ...ExportFormat[]]

export const formatFacts = (format: ExportFormat): FormatFacts => EXPORT_FORMATS[format]

export const isWritten = (format: ExportFormat): format is WrittenFormat =>
  formatFacts(format).madeBy === 'writer'

export const WRITTEN_FORMAT_IDS = EXPORT_FORMAT_IDS.filter(isWritten)
