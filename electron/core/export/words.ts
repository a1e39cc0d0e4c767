import type { ExportRequest } from '../model/export-request.ts'
import type { Origin } from '../model/stated.ts'

/** The language of an export's own words (Contents, Source …), not of the articles in it. */
export type ExportLanguage = ExportRequest['language']

/** The export's own words. */
export interface Words {
  readonly contents: string
  readonly sourcesIndex: string
  readonly references: string
  readonly untitled: string
  readonly title: string
  readonly author: string
  readonly source: string
  readonly editor: string
  readonly published: string
  readonly address: string
  readonly clipped: string
  readonly created: string
  readonly original: string
  readonly readFrom: string
  readonly note: string
  readonly highlights: string
  /** What stands after an article whose notes are in the margin. */
  readonly notesAfter: string
  readonly notStated: string
  readonly undated: string
  readonly noSource: string
  readonly assumedZone: string
  readonly to: string
  readonly provenance: string
  readonly colon: string
  readonly listComma: string
  readonly openQuote: string
  readonly closeQuote: string
  readonly articles: (count: number) => string
  readonly chronology: string
  readonly date: string
  readonly event: string
  readonly reportedBy: string
  readonly datesDiffer: string
  readonly ownDate: string
  readonly ownWords: string
  readonly byHand: string
  readonly openBracket: string
  readonly closeBracket: string
  readonly semicolon: string
  readonly events: (count: number) => string
  /** A date and how many independent sources report it. */
  readonly reportedDate: (date: string, sources: number) => string
  readonly picture: string
  /** Where a picture was in the page and is not in the export. */
  readonly pictureMissing: string
  /** Where a picture is in a kind of file that the format cannot show. */
  readonly pictureLeftOut: (kind: string) => string
  readonly notes: string
  readonly noteMark: string
  readonly backToText: string
  readonly notInText: string
  readonly timeline: string
  readonly search: string
  readonly found: (articles: string, all: number) => string
  readonly nothingFound: string
  readonly appearance: string
  readonly madeWith: string
  readonly cover: string
  readonly beginning: string
  /** Of a book, for those who read with other means than their eyes. */
  readonly accessibility: string
  readonly origin: Readonly<Record<Origin, string>>
}

const en: Words = {
  contents: 'Contents',
  sourcesIndex: 'Index of sources',
  references: 'References',
  untitled: 'Untitled',
  title: 'Title',
  author: 'Author',
  source: 'Source',
  editor: 'Editor',
  published: 'Published',
  address: 'Address',
  clipped: 'Clipped',
  created: 'Created',
  original: 'Original (SHA-256)',
  readFrom: 'Read from',
  note: 'Note',
  highlights: 'Highlights',
  notesAfter: 'Notes that are not in the margin',
  notStated: 'not stated',
  undated: 'date not stated',
  noSource: 'source not stated',
  assumedZone: 'assumed',
  to: ' to ',
  provenance: 'Provenance',
  colon: ': ',
  listComma: ', ',
  openQuote: '“',
  closeQuote: '”',
  articles: count => (count === 1 ? '1 article' : `${count} articles`),
  chronology: 'Chronology',
  date: 'Date',
  event: 'Event',
  reportedBy: 'Reported by',
  datesDiffer: 'Sources differ about the date',
  ownDate: 'date entered by hand',
  ownWords: 'words entered by hand',
  byHand: 'entered by hand, no source',
  openBracket: ' (',
  closeBracket: ')',
  semicolon: '; ',
  events: count => (count === 1 ? '1 event' : `${count} events`),
  reportedDate: (date, sources) => `${date} (${sources === 1 ? '1 source' : `${sources} sources`})`,
  picture: 'Picture',
  pictureMissing: 'picture not included',
  pictureLeftOut: kind => `picture left out: Word does not show ${kind}`,
  notes: 'Notes',
  noteMark: 'Note',
  backToText: 'Back to the text',
  notInText: 'not in the text any more',
  timeline: 'Timeline',
  search: 'Search these articles',
  found: (articles, all) => `${articles} of ${all}`,
  nothingFound: 'Nothing found',
  appearance: 'Light or dark',
  madeWith: 'Exported from Cuttings',
  cover: 'Cover',
  beginning: 'Beginning',
  accessibility:
    'Headings, lists and tables are marked as such; pictures have the captions and alternative texts of the pages that they were on.',
  origin: {
    jsonld: 'the page’s structured data',
    meta: 'the page’s metadata',
    microdata: 'the page’s microdata',
    url: 'the address',
    byline: 'the byline',
    text: 'the text',
    file: 'the file',
    clipboard: 'the clipboard',
    user: 'entered by hand',
    rule: 'as corrected before for this outlet',
  },
}

const zh: Words = {
  contents: '目录',
  sourcesIndex: '来源索引',
  references: '参考文献',
  untitled: '无标题',
  title: '标题',
  author: '作者',
  source: '来源',
  editor: '编辑',
  published: '发布时间',
  address: '网址',
  clipped: '剪存时间',
  created: '编成时间',
  original: '原件 SHA-256',
  readFrom: '依据',
  note: '备注',
  highlights: '划线',
  notesAfter: '未排在页边的批注',
  notStated: '未注明',
  undated: '日期未注明',
  noSource: '来源未注明',
  assumedZone: '推定',
  to: '至',
  provenance: '出处',
  colon: '：',
  listComma: '、',
  openQuote: '“',
  closeQuote: '”',
  articles: count => `${count} 篇文章`,
  chronology: '大事记',
  date: '日期',
  event: '事件',
  reportedBy: '报道来源',
  datesDiffer: '各方日期不一',
  ownDate: '日期为手工填写',
  ownWords: '文字为手工填写',
  byHand: '手工添加，无来源',
  openBracket: '（',
  closeBracket: '）',
  semicolon: '；',
  events: count => `${count} 件事`,
  reportedDate: (date, sources) => `${date}（${sources} 个来源）`,
  picture: '图片',
  pictureMissing: '未附图片',
  pictureLeftOut: kind => `图片没有放入：Word 不能显示 ${kind}`,
  notes: '批注',
  noteMark: '批注',
  backToText: '回到正文',
  notInText: '正文中已无此句',
  timeline: '时间线',
  search: '在这些文章中查找',
  found: (articles, all) => `${articles} / ${all} 篇`,
  nothingFound: '没有找到',
  appearance: '浅色或深色',
  madeWith: '由“剪报”导出',
  cover: '封面',
  beginning: '正文',
  accessibility: '标题、列表和表格均有标记；图片带有原页面的说明和替代文字。',
  origin: {
    jsonld: '页面结构化数据',
    meta: '页面元数据',
    microdata: '页面微数据',
    url: '网址',
    byline: '署名行',
    text: '正文',
    file: '文件',
    clipboard: '剪贴板',
    user: '手工填写',
    rule: '按此前对该媒体的更正',
  },
}

export const wordsOf = (language: ExportLanguage): Words => (language === 'zh-Hans' ? zh : en)
