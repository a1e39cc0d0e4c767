import { describe, expect, it } from 'vitest'
import { blockText } from '../../../electron/core/body/text.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import type { ItemRead } from '../../../electron/core/model/import-item.ts'
import { emailReader } from '../../../electron/formats/email.ts'
import { readEpub } from '../../../electron/formats/epub.ts'
import type { FormatReader } from '../../../electron/formats/import-file.ts'
import { fileOnDisk } from '../../../electron/formats/import-file.ts'
import { readMarkdownNote } from '../../../electron/formats/markdown-note.ts'
import { readMhtml } from '../../../electron/formats/mhtml.ts'
import { readOdt } from '../../../electron/formats/odt.ts'
import { readItem } from '../../../electron/work/read-item.ts'
import { DOCUMENT_READERS, fixturePath, readBytes, readsOf } from '../../formats/golden-document.ts'
import { zipOfText } from '../../formats/zip-of-text.ts'

function blocksOf([read]: readonly ItemRead[]): Block[] {
  if (read?.ok !== true) throw new Error(JSON.stringify(read))
  const item = readItem(read.value, '2026-06-01T00:00:00.000Z')
  if (!item.ok) throw new Error(item.error.reason)
  return item.value.extraction.article.body.children
}

const wordsOf = (blocks: readonly Block[], tagName: 'table' | 'pre'): string[] =>
  blocks.filter(block => block.tagName === tagName).map(blockText)

const PROSE = 'The harbour was quiet on Tuesday, and nobody would say why it had been closed to ships.'
const TABLE =
  '<table><thead><tr><th>Month</th><th>Level</th></tr></thead><tbody><tr><td>June</td><td>44 %</td></tr></tbody></table>'
const PAGE = `<html><body><h1>Water levels fall</h1>${`<p>${PROSE}</p>`.repeat(4)}${TABLE}<pre><code>a\n  b</code></pre>${`<p>${PROSE}</p>`.replaceAll('harbour', 'airport').repeat(3)}</body></html>`
const WORDS = ['Month\tLevel\nJune\t44 %']

const readMail = emailReader(async function* () {})

const of = async (reader: FormatReader, name: string, text: string): Promise<Block[]> =>
  blocksOf(await readBytes(reader, name, new TextEncoder().encode(text)))

describe('a table in a document', () => {
  it.each([
    ['docx', 'libreoffice-en.docx'],
    ['docx', 'libreoffice-zh.docx'],
    ['odt', 'libreoffice-en.odt'],
    ['odt', 'libreoffice-zh.odt'],
    ['rtf', 'libreoffice-en.rtf'],
    ['rtf', 'libreoffice-zh.rtf'],
  ])('%s, as LibreOffice wrote it in %s, keeps its rows and columns', async (format, name) => {
    const reader = DOCUMENT_READERS[format]
    if (reader === undefined) throw new Error(format)
    const file = await fileOnDisk(fixturePath(`${format}/${name}`))
    const tables = wordsOf(blocksOf(await readsOf(reader, file)), 'table')
    expect(tables).toEqual([
      name.includes('-en')
        ? 'Month\tLevel\nJune\t44 %\nJuly\t37 %'
        : expect.stringMatching(/^[^\t\n]+\t[^\t\n]+\n.+\t.+\n.+\t.+$/u),
    ])
  })

  it('in OpenDocument has the head and the spans that it states', async () => {
    const cell = (words: string, reach = ''): string =>
      `<table:table-cell${reach}><text:p>${words}</text:p></table:table-cell>`
    const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
    const bytes = await zipOfText({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text><text:p>${PROSE}</text:p><table:table><table:table-header-rows>${row(cell('Day'), cell('Metres', ' table:number-columns-spanned="2"'), '<table:covered-table-cell/>')}</table:table-header-rows>${row(cell('Monday'), cell('1.2'), cell('1.4'))}</table:table></office:text></office:body></office:document-content>`,
    })
    const table = blocksOf(await readBytes(readOdt, 'a.odt', bytes)).find(
      ({ tagName }) => tagName === 'table',
    )
    expect(JSON.stringify(table)).toContain('{"scope":"colgroup","colSpan":2}')
  })

  it('in Markdown is that of GitHub, and fenced code stays as it is set', async () => {
    const blocks = await of(
      readMarkdownNote,
      'a.md',
      `# Water levels fall\n\n${PROSE}\n\n| Month | Level |\n| --- | ---: |\n| June | 44 % |\n\n\`\`\`\na\n  b\n\`\`\`\n`,
    )
    expect(wordsOf(blocks, 'table')).toEqual(WORDS)
    expect(wordsOf(blocks, 'pre').map(text => text.trimEnd())).toEqual(['a\n  b'])
  })

  it.each([
    [
      'a web archive',
      readMhtml,
      'a.mhtml',
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\nContent-Location: https://news.example/a\n\n',
    ],
    [
      'an email',
      readMail,
      'a.eml',
      'From: a@news.example\nSubject: Water levels fall\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\n\n',
    ],
  ])('in %s is that of its page', async (_, reader, name, head) => {
    const blocks = await of(reader, name, `${head}${PAGE}\n--x--\n`)
    expect(wordsOf(blocks, 'table')).toEqual(WORDS)
    expect(wordsOf(blocks, 'pre')).toEqual(['a\n  b'])
  })

  it('in a book is that of its chapter', async () => {
    const bytes = await zipOfText({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml':
        '<container><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      'a.opf':
        '<package><metadata><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Water levels fall</dc:title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
      'c.xhtml': PAGE,
    })
    const blocks = blocksOf(await readBytes(readEpub, 'a.epub', bytes))
    expect(wordsOf(blocks, 'table')).toEqual(WORDS)
    expect(wordsOf(blocks, 'pre')).toEqual(['a\n  b'])
  })
})
