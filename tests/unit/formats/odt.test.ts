import { describe, expect, it } from 'vitest'
import { isOdt, readOdt } from '../../../electron/formats/odt.ts'
import { readBytes } from '../../formats/golden-document.ts'
import { zipOfText } from '../../formats/zip-of-text.ts'

const NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'

const odt = (text: string, others: Record<string, string> = {}, doctype = '') =>
  zipOfText({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?>${doctype}<office:document-content ${NAMES}><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ...others,
  })

async function htmlOf(bytes: Uint8Array): Promise<string> {
  const [read] = await readBytes(readOdt, 'a.odt', bytes)
  if (read?.ok !== true || read.value.content.kind !== 'html') throw new Error(JSON.stringify(read))
  return read.value.content.html
}

describe('readOdt', () => {
  it('writes what stands in a frame of a paragraph after the paragraph', async () => {
    const frame = '<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame>'
    expect(await htmlOf(await odt(`<text:p>Before ${frame} and after</text:p>`))).toBe(
      '<p>Before  and after</p>\n<p>In a box</p>',
    )
  })

  it('leaves out remarks and changes that were refused', async () => {
    const remark = '<office:annotation><text:p>check this</text:p></office:annotation>'
    const change = '<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>'
    expect(await htmlOf(await odt(`${change}<text:p>Kept${remark}.</text:p>`))).toBe('<p>Kept.</p>')
  })

  it('writes words as words, whatever they look like', async () => {
    expect(await htmlOf(await odt('<text:p>1 &lt; 2 &amp; &quot;3&quot;</text:p>'))).toBe(
      '<p>1 &lt; 2 &amp; &quot;3&quot;</p>',
    )
  })

  it('does not expand entities that a document defines', async () => {
    const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};">`)
    const doctype = `<!DOCTYPE x [<!ENTITY e0 "ha">${entities.join('')}]>`
    const [read] = await readBytes(readOdt, 'a.odt', await odt('<text:p>a &e30; b</text:p>', {}, doctype))
    expect(JSON.stringify(read).length).toBeLessThan(10_000)
  })

  it.each([
    ['nesting without end', () => odt('<text:section>'.repeat(100_000)), 'unsafe'],
    [
      'a password',
      () => odt('x', { 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>' }),
      'encrypted',
    ],
    ['no text', () => odt('<text:p/>'), 'no-text'],
    ['no content', () => zipOfText({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'damaged'],
    ['what is no archive', async () => new TextEncoder().encode('PK\u0003\u0004 no'), 'damaged'],
  ])('refuses %s with its reason', async (_name, bytes, reason) => {
    const [read] = await readBytes(readOdt, 'a.odt', await bytes())
    expect(read).toMatchObject({ ok: false, error: { key: '', reason } })
  })

  it('recognises its archive by its type and its text', async () => {
    const bytes = await odt('<text:p>x</text:p>')
    expect(isOdt(bytes, 'a.bin', ['mimetype', 'content.xml'])).toBe(true)
    expect(isOdt(bytes, 'a.odt', [])).toBe(false)
  })
})
