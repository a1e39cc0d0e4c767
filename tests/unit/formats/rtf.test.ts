import { describe, expect, it } from 'vitest'
import { isRtf, readRtf } from '../../../electron/formats/rtf.ts'
import { readBytes } from '../../formats/golden-document.ts'

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

async function itemOf(text: string) {
  const [read] = await readBytes(readRtf, 'a.rtf', latin(text))
  if (read?.ok !== true || read.value.content.kind !== 'html') throw new Error(JSON.stringify(read))
  return { ...read.value, html: read.value.content.html, resources: read.value.content.resources }
}
const htmlOf = async (text: string): Promise<string> => (await itemOf(text)).html

const CHINESE = String.raw`{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fnil\fcharset136 Ming;}{\f2\fswiss\fcharset0 Arial;}}`

describe('readRtf', () => {
  it.each([
    ['a font in GBK', String.raw`{\rtf1\ansi\ansicpg1252${CHINESE}\f0 \'d6\'d0\'b9\'fa}`],
    ['a font in Big5', String.raw`{\rtf1\ansi\ansicpg936${CHINESE}\f1 \'a4\'a4\'b0\'ea}`],
    ['the code page of the document', String.raw`{\rtf1\ansi\ansicpg936${CHINESE}\f2 \'d6\'d0\'b9\'fa}`],
    ['bytes as they are', `{\\rtf1\\ansi\\ansicpg936 \xd6\xd0\xb9\xfa}`],
    ['Unicode', String.raw`{\rtf1\ansi\uc1 \u20013?\u22269?}`],
    [
      'Unicode with two bytes that stand for it',
      String.raw`{\rtf1\ansi\ansicpg936\uc2 \u20013\'d6\'d0\u22269\'b9\'fa}`,
    ],
    ['Unicode below zero, and nothing for it', String.raw`{\rtf1\uc0 \u20013\u22269}`],
  ])('decodes %s', async (_name, text) => {
    expect(await htmlOf(text)).toMatch(/^<p>中[国國]<\/p>$/u)
  })

  it('does not skip over the end of a group after Unicode', async () => {
    expect(await htmlOf(String.raw`{\rtf1\uc1 {\u8220}word\u8221?}`)).toBe('<p>“word”</p>')
  })

  it('decodes letters beyond ASCII by the code page of their font', async () => {
    const fonts = String.raw`{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset238 B;}}`
    expect(await htmlOf(String.raw`{\rtf1\ansi\ansicpg1252${fonts}\f0 \'cc\'e8\'f0 \f1 \'b3}`)).toBe(
      '<p>Мир ł</p>',
    )
  })

  it('leaves out what is no text of the document', async () => {
    const text = String.raw`{\rtf1{\header Head}{\*\unknown{\b secret}}{\colortbl;\red0;}\v hidden\v0 Seen{\footer 1}\par}`
    expect(await htmlOf(text)).toBe('<p>Seen</p>')
  })

  it('takes headings by their outline level and their style', async () => {
    const styles = String.raw`{\stylesheet{\s1\outlinelevel0 heading 1;}{\s7 Title;}}`
    const text = String.raw`{\rtf1${styles}\pard\s7 A\par\pard\s1 B\par\pard\outlinelevel1 C\par\pard D\par}`
    expect(await htmlOf(text)).toBe('<h1>A</h1>\n<h1>B</h1>\n<h2>C</h2>\n<p>D</p>')
  })

  it('keeps web links and drops others', async () => {
    const link = (href: string) => String.raw`{\field{\*\fldinst HYPERLINK "${href}"}{\fldrslt here}}`
    expect(await htmlOf(`{\\rtf1 ${link('https://example.org/a?b=1&c')} ${link('file:///c:/x')}}`)).toBe(
      '<p><a href="https://example.org/a?b=1&amp;c">here</a> here</p>',
    )
  })

  it('keeps pictures, and the words that describe them', async () => {
    const png = '89504e470d0a1a0a0000'
    const { html, resources } = await itemOf(
      String.raw`{\rtf1 {\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv A <dam>}}}\pngblip ${png}}}{\nonshppict{\pict\wmetafile8 00}}}`,
    )
    expect(html).toBe('<p><img src="picture-1" alt="A &lt;dam&gt;"></p>')
    expect(resources).toMatchObject([{ address: 'picture-1', mediaType: 'image/png' }])
  })

  it('puts notes after the text', async () => {
    expect(await htmlOf(String.raw`{\rtf1 One{\super\chftn}{\footnote\chftn  Note.} two.\par}`)).toBe(
      '<p>One<sup>1</sup> two.</p>\n<p><sup>1</sup> Note.</p>',
    )
  })

  it('states title and author of the information group', async () => {
    const { stated } = await itemOf(
      String.raw`{\rtf1{\info{\title Water}{\author Miriam Osei}{\creatim\yr2025\mo8\dy14\hr9\min5}}x}`,
    )
    expect(stated).toMatchObject({
      title: 'Water',
      madeBy: 'Miriam Osei',
    })
  })

  it.each([
    ['its first half', String.raw`{\rtf1 some words {\b bold`, 'damaged'],
    ['something else', 'no rich text', 'damaged'],
    ['no text', String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}\par}`, 'no-text'],
    ['more groups than a book has', `{\\rtf1 ${'{\\b a}'.repeat(1_100_000)}}`, 'too-large'],
    ['groups without end', `{\\rtf1 ${'{'.repeat(100_000)}`, 'unsafe'],
  ])('refuses %s with its reason', async (_name, text, reason) => {
    const [read] = await readBytes(readRtf, 'a.rtf', latin(text))
    expect(read).toMatchObject({ ok: false, error: { key: '', reason } })
  })

  it('recognises itself by its first bytes', () => {
    expect(isRtf(latin('{\\rtf1'))).toBe(true)
    expect(isRtf(latin('Some {\\rtf1'))).toBe(false)
  })
})
