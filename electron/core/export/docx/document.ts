import type { Element } from 'xast'
import { ASSET_TYPES, type Asset } from '../../model/asset.ts'
import { titleOf } from '../article-title.ts'
import { highlightsInOrder } from '../highlights.ts'
import type { ExportEntry } from '../plan.ts'
import { provenanceOf } from '../provenance.ts'
import { instantInWords, publishedInWords } from '../stated-date.ts'
import { markedBody, missingPicture } from '../web/marked-body.ts'
import { picturesOf } from '../web/pictures.ts'
import { wordsOf } from '../words.ts'
import type { ExportedFile, ExportSource } from '../writer.ts'
import { xml, xmlDocument, xmlPiece } from '../xml.ts'
import { blocksOf, type PlacedPicture, paragraph } from './blocks.ts'
import { type DocumentPage, documentPage } from './page.ts'
import {
  contentTypes,
  coreProperties,
  footnotes,
  NAMESPACES,
  numbering,
  packageRelationships,
  type Relationship,
  relationshipsOf,
  settings,
} from './parts.ts'
import { pictureSize } from './picture-size.ts'
import { textRun } from './runs.ts'
import { styles } from './styles.ts'

/** What Word shows without a converter. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/bmp'])

/** What those are called that it does not. */
const UNSHOWN: Readonly<Partial<Record<Asset['mediaType'], string>>> = {
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
}

/** EMU of a pixel at 96 to the inch. */
const PIXEL = 9525

/**
 * A collection as a document of Word (ECMA-376): title, a field for the contents, an article a section under a heading of
 * level 1, with Word's own styles; notes are footnotes. Its text is written as it is read; what it refers to comes behind
 * it in the archive, when it is known.
 */
export async function* wordDocument(source: ExportSource): AsyncGenerator<ExportedFile> {
  const writing = new Writing(source)
  yield { path: '[Content_Types].xml', content: xmlDocument(contentTypes()) }
  yield { path: '_rels/.rels', content: xmlDocument(packageRelationships()) }
  yield { path: 'docProps/core.xml', content: xmlDocument(coreProperties(source)) }
  yield { path: 'word/styles.xml', content: xmlDocument(styles(source.language, documentPage(source.paper))) }
  yield { path: 'word/settings.xml', content: xmlDocument(settings()) }
  yield { path: 'word/document.xml', content: writing.text() }
  yield* writing.pictures()
  yield { path: 'word/footnotes.xml', content: xmlDocument(footnotes(writing.notes)) }
  yield { path: 'word/numbering.xml', content: xmlDocument(numbering(writing.lists)) }
  yield { path: 'word/_rels/document.xml.rels', content: xmlDocument(relationshipsOf(writing.relationships)) }
}

/** A part of a line that would turn the others around. */
const isolated = (part: string): string =>
  /[\u202a-\u202e\u2066-\u2069\p{Script=Hebrew}\p{Script=Arabic}]/u.test(part) ? `\u2068${part}\u2069` : part

const nameOf = (index: number): string => `article_${index + 1}`

/** One document while it is written: its text, and what was met in it. */
class Writing {
  readonly notes: { id: number; paragraphs: Element[] }[] = []
  lists = 0
  readonly #links = new Map<string, string>()
  readonly #pictures = new Map<string, { relationship: string; number: number; target: string }>()
  #drawings = 0
  readonly #source: ExportSource
  readonly #page: DocumentPage

  constructor(source: ExportSource) {
    this.#source = source
    this.#page = documentPage(source.paper)
  }

  get relationships(): Relationship[] {
    return [
      { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
      { id: 'rIdNumbering', type: 'numbering', target: 'numbering.xml' },
      { id: 'rIdFootnotes', type: 'footnotes', target: 'footnotes.xml' },
      { id: 'rIdSettings', type: 'settings', target: 'settings.xml' },
      ...[...this.#links].map(
        ([target, id]): Relationship => ({ id, type: 'hyperlink', target, isExternal: true }),
      ),
      ...[...this.#pictures.values()].map(
        ({ relationship: id, target }): Relationship => ({ id, type: 'image', target }),
      ),
    ]
  }

  async *text(): AsyncGenerator<string> {
    const attributes = Object.entries(NAMESPACES).map(([name, value]) => ` ${name}="${value}"`)
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document${attributes.join('')}><w:body>`
    yield this.#front().map(xmlPiece).join('')
    let index = 0
    for await (const entry of this.#source.entries())
      yield (await this.#article(entry, index++)).map(xmlPiece).join('')
    const { width, height, margin } = this.#page
    yield xmlPiece(
      xml(
        'w:sectPr',
        {},
        xml('w:pgSz', { 'w:w': String(width), 'w:h': String(height) }),
        xml('w:pgMar', {
          'w:top': String(margin),
          'w:right': String(margin),
          'w:bottom': String(margin),
          'w:left': String(margin),
          'w:header': '708',
          'w:footer': '708',
          'w:gutter': '0',
        }),
      ),
    )
    yield '</w:body></w:document>'
  }

  /** The pictures that the text refers to, each once. */
  async *pictures(): AsyncGenerator<ExportedFile> {
    for (const [sha256, { target }] of this.#pictures) {
      const picture = await this.#source.picture(sha256)
      if (picture !== undefined) yield { path: `word/${target}`, content: picture.bytes }
    }
  }

  #front(): Element[] {
    const { language, title, articles, createdAt, clippings } = this.#source
    const words = wordsOf(language)
    const line = (style: string, text: string) => paragraph(style, [textRun(text, language)])
    const field = (type: string) => xml('w:r', {}, xml('w:fldChar', { 'w:fldCharType': type }))
    const entries = clippings.map((clipping, index) =>
      xml(
        'w:hyperlink',
        { 'w:anchor': nameOf(index) },
        textRun(titleOf(clipping, language).text, clipping.language),
      ),
    )
    const [first, ...others] = entries
    // The field has its entries already; Word counts their pages when it is asked to.
    const begin = [
      field('begin'),
      xml('w:r', {}, xml('w:instrText', { 'xml:space': 'preserve' }, ' TOC \\o "1-1" \\h \\z \\u ')),
      field('separate'),
    ]
    return [
      line('Title', title),
      line('Subtitle', words.articles(articles)),
      line('Subtitle', `${words.created}${words.colon}${instantInWords(createdAt, language)}`),
      line('TOCHeading', words.contents),
      paragraph('TOC1', [...begin, ...(first === undefined ? [] : [first])]),
      ...others.map(entry => paragraph('TOC1', [entry])),
      paragraph('TableEnd', [field('end')]),
    ]
  }

  async #article({ clipping, article }: ExportEntry, index: number): Promise<Element[]> {
    const { language } = this.#source
    const words = wordsOf(language)
    const own = (style: string, text: string) => paragraph(style, [textRun(text, language)])
    const placed = new Map<string, PlacedPicture>()
    const unshown = new Map<string, string>()
    for await (const { sha256, mediaType, bytes } of picturesOf(article, this.#source)) {
      const size = SHOWN.has(mediaType) ? pictureSize(bytes, mediaType) : undefined
      if (size !== undefined)
        placed.set(sha256, this.#place(sha256, `${sha256}.${ASSET_TYPES[mediaType]}`, size))
      const kind = UNSHOWN[mediaType]
      if (kind === undefined) continue
      unshown.set(sha256, kind)
      this.#source.onLeftOut?.()
    }
    const highlights = highlightsInOrder(article)
    const lang = clipping.language
    const title = titleOf(clipping, language)
    const body = markedBody(article, {
      words,
      image: sha256 => (placed.has(sha256) || unshown.has(sha256) ? sha256 : undefined),
      headingShift: 0,
      missing: missingPicture(words),
      noteName: number => `note-${number}`,
      referenceName: number => `ref-${number}`,
    })
    const context = {
      language: lang,
      link: (href: string) => this.#link(href),
      footnote: (number: number) => this.#footnote(highlights[number - 1]?.note),
      textWidth: this.#page.textWidth,
      picture: (src: string) => placed.get(src),
      unshown: (src: string) => {
        const kind = unshown.get(src)
        return kind && `[${words.pictureLeftOut(kind)}]`
      },
      numberedList: () => ++this.lists + 1,
    }
    const bookmark = { 'w:id': String(index + 1), 'w:name': nameOf(index) }
    const details = [
      clipping.source?.name ?? words.noSource,
      clipping.bylines.join(words.listComma),
      publishedInWords(clipping.published, language),
    ]
    return [
      paragraph('Heading1', [
        xml('w:bookmarkStart', bookmark),
        textRun(title.text, title.lang),
        xml('w:bookmarkEnd', { 'w:id': bookmark['w:id'] }),
      ]),
      own(
        'Details',
        details
          .filter(part => part !== '')
          .map(isolated)
          .join(' · '),
      ),
      ...(clipping.tags.length > 0 ? [own('Details', clipping.tags.map(tag => `#${tag}`).join('  '))] : []),
      ...body.flatMap(block => blocksOf(block, context)),
      ...(clipping.note === undefined
        ? []
        : [own('Label', words.note), ...this.#lines('Note', clipping.note)]),
      ...this.#detached(highlights),
      own('Label', words.provenance),
      ...provenanceOf(clipping, language).map(row =>
        own(
          'Details',
          `${row.label}${words.colon}${row.values.length === 0 ? words.notStated : row.values.join(words.listComma)}${
            row.readFrom === undefined
              ? ''
              : `${words.openBracket}${words.readFrom}${words.colon}${row.readFrom.origin}${row.readFrom.evidence === '' ? '' : `${words.listComma}${words.openQuote}${row.readFrom.evidence}${words.closeQuote}`}${words.closeBracket}`
          }`,
        ),
      ),
    ]
  }

  /** Highlights whose words are not in the text any more, which no footnote can stand at. */
  #detached(highlights: ReturnType<typeof highlightsInOrder>): Element[] {
    const { language } = this.#source
    const words = wordsOf(language)
    const detached = highlights.filter(({ position }) => position === undefined)
    if (detached.length === 0) return []
    return [
      paragraph('Label', [
        textRun(`${words.highlights}${words.openBracket}${words.notInText}${words.closeBracket}`, language),
      ]),
      ...detached.flatMap(({ quote, note }) => [
        ...this.#lines('Quote', quote.exact),
        ...this.#lines('Note', note ?? ''),
      ]),
    ]
  }

  #lines(style: string, text: string): Element[] {
    return text
      .split(/\r\n|[\n\r]/u)
      .filter(line => line.trim() !== '')
      .map(line => paragraph(style, [textRun(line, 'und')]))
  }

  #link(href: string): string {
    const known = this.#links.get(href) ?? `rIdLink${this.#links.size + 1}`
    this.#links.set(href, known)
    return known
  }

  #footnote(note: string | undefined): number | undefined {
    if (note === undefined) return undefined
    const id = this.notes.length + 1
    const [first = paragraph('FootnoteText', []), ...others] = this.#lines('FootnoteText', note)
    const reference = xml(
      'w:r',
      {},
      xml('w:rPr', {}, xml('w:rStyle', { 'w:val': 'FootnoteReference' })),
      xml('w:footnoteRef', {}),
    )
    const [properties, ...runs] = first.children
    const begun = {
      ...first,
      children: [...(properties ? [properties] : []), reference, textRun(' ', 'und'), ...runs],
    }
    this.notes.push({ id, paragraphs: [begun, ...others] })
    return id
  }

  #place(sha256: string, name: string, { width, height }: { width: number; height: number }): PlacedPicture {
    const number = this.#pictures.size + 1
    const known = this.#pictures.get(sha256) ?? {
      relationship: `rIdPicture${number}`,
      number,
      target: `media/${name}`,
    }
    this.#pictures.set(sha256, known)
    const { widest, highest } = this.#page
    const scale = Math.min(1, widest / (width * PIXEL), highest / (height * PIXEL))
    this.#drawings += 1
    return {
      relationship: known.relationship,
      number: this.#drawings,
      width: Math.max(1, Math.round(width * PIXEL * scale)),
      height: Math.max(1, Math.round(height * PIXEL * scale)),
    }
  }
}
