import { describe, expect, it } from 'vitest'
import { isDocx, readDocx } from '../../../electron/formats/docx.ts'
import { readBytes } from '../../formats/golden-document.ts'
import { zipOfText } from '../../formats/zip-of-text.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

const docx = (body: string, others: Record<string, string> = {}, doctype = '') =>
  zipOfText({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': `<?xml version="1.0"?>${doctype}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...others,
  })
const paragraph = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
const core = (properties: string): Record<string, string> => ({
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="a" xmlns:dc="b" xmlns:dcterms="c">${properties}</cp:coreProperties>`,
})

async function itemOf(bytes: Uint8Array) {
  const [read] = await readBytes(readDocx, 'a.docx', bytes)
  if (read?.ok !== true) throw new Error(JSON.stringify(read))
  return read.value
}

describe('readDocx', () => {
  it('states title and maker of the properties', async () => {
    const { stated } = await itemOf(
      await docx(
        paragraph('水位下降。'),
        core(
          '<dc:title>水库</dc:title><dc:creator>周敏</dc:creator><dcterms:created>2025-08-14T09:30:00Z</dcterms:created>',
        ),
      ),
    )
    expect(stated).toMatchObject({ title: '水库', madeBy: '周敏' })
  })

  it('states no name of a program or an account', async () => {
    const properties = core(
      '<dc:title>Microsoft Word - x.doc</dc:title><dc:creator>Windows 用户</dc:creator>',
    )
    const { stated } = await itemOf(await docx(paragraph('x'), properties))
    expect(stated).toEqual({ tags: [], folders: [], highlights: [] })
  })

  it('keeps its bytes as they are', async () => {
    const bytes = await docx(paragraph('x'))
    expect(Buffer.from((await itemOf(bytes)).original.bytes).equals(bytes)).toBe(true)
  })

  it.each([
    ['nesting without end', () => docx(`${'<w:sdt><w:sdtContent>'.repeat(40_000)}x`), ['unsafe', 'damaged']],
    [
      'nesting that ends',
      () =>
        docx(
          `${'<w:sdt><w:sdtContent>'.repeat(30_000)}${paragraph('x')}${'</w:sdtContent></w:sdt>'.repeat(30_000)}`,
        ),
      ['unsafe'],
    ],
    ['no text', () => docx(''), ['no-text']],
    ['an empty archive', () => zipOfText({ 'word/document.xml': '' }), ['damaged']],
    [
      'entities that multiply',
      () => docx(paragraph('&a;'), {}, '<!DOCTYPE x [<!ENTITY b "ha"><!ENTITY a "&b;&b;">]>'),
      ['damaged', 'no-text', undefined],
    ],
    ['text larger than a document', () => docx(paragraph('x'.repeat(13 * 1024 * 1024))), ['too-large']],
  ])('ends %s with its reason', async (_name, bytes, reasons) => {
    const [read] = await readBytes(readDocx, 'a.docx', await bytes())
    expect(reasons).toContain(read?.ok === false ? read.error.reason : undefined)
  })

  it('says that a document with a password is encrypted', async () => {
    const bytes = new Uint8Array([
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      ...Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(isDocx(bytes, 'a.docx', [])).toBe(true)
    expect(await readBytes(readDocx, 'a.docx', bytes)).toMatchObject([
      { ok: false, error: { reason: 'encrypted' } },
    ])
  })
})
