import type { Element } from 'xast'
import type { ExportLanguage } from '../words.ts'
import { xml } from '../xml.ts'
import type { DocumentPage } from './page.ts'
import { NAMESPACES } from './parts.ts'

interface Style {
  readonly id: string
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly paragraph?: readonly Element[]
  readonly run?: readonly Element[]
}

const size = (halfPoints: number): Element[] => [
  xml('w:sz', { 'w:val': String(halfPoints) }),
  xml('w:szCs', { 'w:val': String(halfPoints) }),
]
const colour = (value: string): Element => xml('w:color', { 'w:val': value })
const bold = xml('w:b', {})
const spacing = (before: number, after: number, line?: number): Element =>
  xml('w:spacing', {
    'w:before': String(before),
    'w:after': String(after),
    ...(line !== undefined && { 'w:line': String(line), 'w:lineRule': 'auto' }),
  })
const sans = xml('w:rFonts', {
  'w:ascii': 'Calibri',
  'w:hAnsi': 'Calibri',
  'w:eastAsia': 'Microsoft YaHei',
  'w:cs': 'Calibri',
})
const keepNext = xml('w:keepNext', {})
const outline = (level: number): Element => xml('w:outlineLvl', { 'w:val': String(level) })
const QUIET = '575147'

/** By the names that Word has for them, so that its own contents, outline and styles find them. */
const stylesOn = ({ textWidth }: DocumentPage): readonly Style[] => [
  { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', paragraph: [spacing(0, 160, 312)] },
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'Subtitle',
    paragraph: [spacing(2400, 160)],
    run: [bold, ...size(52)],
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    paragraph: [spacing(0, 60)],
    run: [sans, colour(QUIET), ...size(21)],
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    basedOn: 'Normal',
    next: 'Details',
    paragraph: [keepNext, xml('w:pageBreakBefore', {}), spacing(0, 120), outline(0)],
    run: [bold, ...size(36)],
  },
  ...[2, 3, 4].map(
    (level): Style => ({
      id: `Heading${level}`,
      name: `heading ${level}`,
      basedOn: 'Normal',
      next: 'BodyText',
      paragraph: [keepNext, spacing(280, 100), outline(level - 1)],
      run: [bold, ...size(32 - level * 2)],
    }),
  ),
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    basedOn: 'Normal',
    paragraph: [keepNext, xml('w:pageBreakBefore', {}), spacing(0, 160)],
    run: [bold, ...size(30)],
  },
  {
    id: 'TOC1',
    name: 'toc 1',
    basedOn: 'Normal',
    paragraph: [
      xml('w:tabs', {}, xml('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': String(textWidth) })),
      spacing(0, 80),
    ],
  },
  {
    id: 'Details',
    name: 'Details',
    basedOn: 'Normal',
    paragraph: [spacing(0, 60)],
    run: [sans, colour(QUIET), ...size(19)],
  },
  {
    id: 'Label',
    name: 'Label',
    basedOn: 'Details',
    paragraph: [keepNext, spacing(240, 60)],
    run: [sans, bold, colour(QUIET), ...size(19)],
  },
  { id: 'Note', name: 'Note', basedOn: 'BodyText', paragraph: [spacing(0, 80, 288)] },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'BodyText',
    paragraph: [
      xml(
        'w:pBdr',
        {},
        xml('w:left', { 'w:val': 'single', 'w:sz': '18', 'w:space': '10', 'w:color': 'C9C1B0' }),
      ),
      spacing(0, 120, 312),
      xml('w:ind', { 'w:left': '420' }),
    ],
    run: [colour(QUIET)],
  },
  { id: 'ListBullet', name: 'List Bullet', basedOn: 'BodyText', paragraph: [spacing(0, 60, 312)] },
  { id: 'ListNumber', name: 'List Number', basedOn: 'BodyText', paragraph: [spacing(0, 60, 312)] },
  {
    id: 'Preformatted',
    name: 'HTML Preformatted',
    basedOn: 'Normal',
    paragraph: [xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F3F0E8' }), spacing(60, 160)],
    run: [xml('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Consolas' }), ...size(18)],
  },
  {
    id: 'Picture',
    name: 'Picture',
    basedOn: 'Normal',
    next: 'Caption',
    paragraph: [keepNext, spacing(160, 60), xml('w:jc', { 'w:val': 'center' })],
  },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    next: 'BodyText',
    paragraph: [spacing(40, 160)],
    run: [sans, colour(QUIET), ...size(19)],
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    paragraph: [spacing(40, 40)],
    run: [sans, ...size(19)],
  },
  { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', run: [bold] },
  { id: 'TableEnd', name: 'Table End', basedOn: 'Normal', paragraph: [spacing(0, 0)], run: size(12) },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    basedOn: 'Normal',
    paragraph: [spacing(0, 40)],
    run: size(18),
  },
]

const styleOf = ({ id, name, basedOn, next, paragraph = [], run = [] }: Style): Element =>
  xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    xml('w:name', { 'w:val': name }),
    ...(basedOn === undefined ? [] : [xml('w:basedOn', { 'w:val': basedOn })]),
    ...(next === undefined ? [] : [xml('w:next', { 'w:val': next })]),
    xml('w:qFormat', {}),
    xml('w:pPr', {}, ...paragraph),
    xml('w:rPr', {}, ...run),
  )

const character = (id: string, name: string, ...run: readonly Element[]): Element =>
  xml(
    'w:style',
    { 'w:type': 'character', 'w:styleId': id },
    xml('w:name', { 'w:val': name }),
    xml('w:rPr', {}, ...run),
  )

const border = (side: string): Element =>
  xml(`w:${side}`, { 'w:val': 'single', 'w:sz': '4', 'w:space': '0', 'w:color': 'C9C1B0' })

/** The styles of every document; what the text's own words are in is said run by run. */
export const styles = (language: ExportLanguage, page: DocumentPage): Element =>
  xml(
    'w:styles',
    { 'xmlns:w': NAMESPACES['xmlns:w'] },
    xml(
      'w:docDefaults',
      {},
      xml(
        'w:rPrDefault',
        {},
        xml(
          'w:rPr',
          {},
          xml('w:rFonts', {
            'w:ascii': 'Cambria',
            'w:hAnsi': 'Cambria',
            'w:eastAsia': 'SimSun',
            'w:cs': 'Times New Roman',
          }),
          ...size(22),
          xml('w:lang', { 'w:val': 'en-GB', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
        ),
      ),
      xml('w:pPrDefault', {}, xml('w:pPr', {})),
    ),
    xml(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal' },
      xml('w:name', { 'w:val': 'Normal' }),
      xml('w:qFormat', {}),
      xml('w:rPr', {}, ...(language === 'zh-Hans' ? [xml('w:rFonts', { 'w:hint': 'eastAsia' })] : [])),
    ),
    ...stylesOn(page).map(styleOf),
    character('Hyperlink', 'Hyperlink', colour('8F1D15'), xml('w:u', { 'w:val': 'single' })),
    character('FootnoteReference', 'footnote reference', xml('w:vertAlign', { 'w:val': 'superscript' })),
    xml(
      'w:style',
      { 'w:type': 'table', 'w:default': '1', 'w:styleId': 'TableNormal' },
      xml('w:name', { 'w:val': 'Normal Table' }),
      xml(
        'w:tblPr',
        {},
        xml('w:tblInd', { 'w:w': '0', 'w:type': 'dxa' }),
        xml(
          'w:tblCellMar',
          {},
          xml('w:left', { 'w:w': '108', 'w:type': 'dxa' }),
          xml('w:right', { 'w:w': '108', 'w:type': 'dxa' }),
        ),
      ),
    ),
    xml(
      'w:style',
      { 'w:type': 'table', 'w:styleId': 'TableGrid' },
      xml('w:name', { 'w:val': 'Table Grid' }),
      xml('w:basedOn', { 'w:val': 'TableNormal' }),
      xml(
        'w:tblPr',
        {},
        xml('w:tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border)),
      ),
    ),
  )
