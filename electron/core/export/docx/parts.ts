import type { Element } from 'xast'
import type { ExportHead } from '../plan.ts'
import { xml } from '../xml.ts'

/** The parts of a document of Word beside its text (ECMA-376): what they hold is the same in every export but for lists. */

export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export interface Relationship {
  readonly id: string
  readonly type: 'styles' | 'numbering' | 'footnotes' | 'settings' | 'hyperlink' | 'image' | 'officeDocument'
  readonly target: string
  readonly isExternal?: boolean
}

export const relationshipsOf = (
  relationships: readonly Relationship[],
  ...others: readonly Element[]
): Element =>
  xml(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    ...relationships.map(({ id, type, target, isExternal }) =>
      xml('Relationship', {
        Id: id,
        Type: `${RELATIONSHIPS}/${type}`,
        Target: target,
        ...(isExternal === true && { TargetMode: 'External' }),
      }),
    ),
    ...others,
  )

export const packageRelationships = (): Element =>
  relationshipsOf(
    [{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }],
    xml('Relationship', {
      Id: 'rId2',
      Type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      Target: 'docProps/core.xml',
    }),
  )

export const contentTypes = (): Element => {
  const part = (name: string, type: string) => xml('Override', { PartName: name, ContentType: type })
  const ending = (name: string, type: string) => xml('Default', { Extension: name, ContentType: type })
  return xml(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    ending('rels', 'application/vnd.openxmlformats-package.relationships+xml'),
    ending('xml', 'application/xml'),
    ending('png', 'image/png'),
    ending('jpg', 'image/jpeg'),
    ending('gif', 'image/gif'),
    ending('bmp', 'image/bmp'),
    part('/word/document.xml', `${WORD}.document.main+xml`),
    ...['styles', 'numbering', 'footnotes', 'settings'].map(name =>
      part(`/word/${name}.xml`, `${WORD}.${name}+xml`),
    ),
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  )
}

export const coreProperties = ({ title, createdAt, language }: ExportHead): Element => {
  const at = createdAt.replace(/\.\d+Z$/u, 'Z')
  return xml(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    xml('dc:title', {}, title),
    xml('dc:language', {}, language === 'zh-Hans' ? 'zh-CN' : 'en-GB'),
    xml('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, at),
    xml('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, at),
  )
}

export const settings = (): Element =>
  xml(
    'w:settings',
    { 'xmlns:w': NAMESPACES['xmlns:w'] },
    xml('w:defaultTabStop', { 'w:val': '420' }),
    xml('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
    xml('w:footnotePr', {}, xml('w:footnote', { 'w:id': '-1' }), xml('w:footnote', { 'w:id': '0' })),
    xml(
      'w:compat',
      {},
      xml('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': '15',
      }),
    ),
  )

/** Bullets are list 1; each numbered list after it has a number of its own, so that it begins at 1. */
export const numbering = (lists: number): Element => {
  const level = (format: string, text: string, ...fonts: readonly Element[]) =>
    xml(
      'w:lvl',
      { 'w:ilvl': '0' },
      xml('w:start', { 'w:val': '1' }),
      xml('w:numFmt', { 'w:val': format }),
      xml('w:lvlText', { 'w:val': text }),
      xml('w:lvlJc', { 'w:val': 'left' }),
      xml('w:pPr', {}, xml('w:ind', { 'w:left': '420', 'w:hanging': '420' })),
      ...fonts,
    )
  const kind = (id: string, of: Element) =>
    xml('w:abstractNum', { 'w:abstractNumId': id }, xml('w:multiLevelType', { 'w:val': 'singleLevel' }), of)
  const restart = xml('w:lvlOverride', { 'w:ilvl': '0' }, xml('w:startOverride', { 'w:val': '1' }))
  return xml(
    'w:numbering',
    { 'xmlns:w': NAMESPACES['xmlns:w'] },
    kind('1', level('bullet', '•')),
    kind('2', level('decimal', '%1.')),
    xml('w:num', { 'w:numId': '1' }, xml('w:abstractNumId', { 'w:val': '1' })),
    ...Array.from({ length: lists }, (_, index) =>
      xml('w:num', { 'w:numId': String(index + 2) }, xml('w:abstractNumId', { 'w:val': '2' }), restart),
    ),
  )
}

/** The footnotes, behind the two lines that Word wants of every document. */
export const footnotes = (
  notes: readonly { readonly id: number; readonly paragraphs: readonly Element[] }[],
): Element => {
  const line = (id: string, type: string, mark: string) =>
    xml('w:footnote', { 'w:type': type, 'w:id': id }, xml('w:p', {}, xml('w:r', {}, xml(mark, {}))))
  return xml(
    'w:footnotes',
    NAMESPACES,
    line('-1', 'separator', 'w:separator'),
    line('0', 'continuationSeparator', 'w:continuationSeparator'),
    ...notes.map(({ id, paragraphs }) => xml('w:footnote', { 'w:id': String(id) }, ...paragraphs)),
  )
}
