import { describe, expect, it } from 'vitest'
import type { ItemRead } from '../../../electron/core/model/import-item.ts'
import { outlookReader } from '../../../electron/formats/outlook-message.ts'
import { readAny } from '../../../electron/work/read-any.ts'
import {
  fileTime,
  type MadeMessage,
  madeMessage,
  packedRtf,
} from '../../formats/outlook-message/made-message.ts'
import { failuresOf, fixture, itemsOf, readFixture, readText, recognisedAs } from '../../formats/reading.ts'

const [CLASS, SUBJECT, SUBMITTED, SENDER, BODY, RTF, HTML] = [0x1a, 0x37, 0x39, 0xc1a, 0x1000, 0x1009, 0x1013]
const [NATIVE_BODY, INTERNET_CODE_PAGE, CODE_PAGE, FILE_NAME, DATA] = [0x1016, 0x3fde, 0x3ffd, 0x3707, 0x3701]

const read = (message: MadeMessage): Promise<ItemRead[]> => readText(readAny, madeMessage(message))

async function bodyOf(properties: MadeMessage['properties']): Promise<string> {
  const [item] = itemsOf(await read({ properties }))
  if (item?.content.kind !== 'html') throw new Error('no body')
  return item.content.html
}

const PAGE = Buffer.from(
  '<!DOCTYPE html><html><head><title>Pier closed</title></head><body><p>The pier is closed.</p></body></html>',
)

describe('a message of Outlook', () => {
  it.each(['tuta-en.msg', 'tuta-zh.msg'])('%s is recognised without its name', async name => {
    expect(await recognisedAs(`outlook-message/${name}`)).toBe('outlook-message')
  })

  it('has its subject, sender, date, picture, and the page that is attached', async () => {
    const [mail, page] = itemsOf(await readFixture(readAny, 'outlook-message/tuta-en.msg'))
    expect(mail?.stated).toMatchObject({
      title: 'Island ferry to sail every day this winter',
      bylines: ['Ines Halloran'],
      published: { edtf: '2025-11-07T08:15:00Z', evidence: 'ClientSubmitTime: 2025-11-07T08:15:00Z' },
    })
    expect(mail?.content).toMatchObject({
      resources: [{ address: 'cid:ferry@harbour-post', mediaType: 'image/png' }],
    })
    expect(mail?.original.bytes).toEqual(await fixture('outlook-message/tuta-en.msg'))
    expect(page).toMatchObject({ key: 'message/attachment 2/page', original: { mediaType: 'text/html' } })
  })

  it('states the date of the header that it came with, which has its zone', async () => {
    const [mail] = itemsOf(await readFixture(readAny, 'outlook-message/tuta-zh.msg'))
    expect(mail?.stated.published).toEqual({
      edtf: '2025-03-18T09:30:00+08:00',
      evidence: 'Tue, 18 Mar 2025 09:30:00 +0800',
    })
    expect(mail?.stated.bylines).toEqual(['周小满'])
  })

  it('states no date and no sender where it has none', async () => {
    const [mail] = itemsOf(await read({ properties: { [BODY]: 'Words', [SUBMITTED]: 0n } }))
    expect(mail?.stated).toMatchObject({ published: undefined })
    expect(mail?.stated.bylines).toBeUndefined()
  })

  it('has text in the code page that it states', async () => {
    const gbk = Buffer.from('d4c6cfaab4bab2e8', 'hex')
    const properties = { [SUBJECT]: { narrow: gbk }, [BODY]: { narrow: gbk }, [CODE_PAGE]: 936 }
    const [mail] = itemsOf(await read({ properties }))
    expect(mail?.stated.title).toBe('云溪春茶')
    expect(mail?.content).toMatchObject({ html: '<p>云溪春茶</p>' })
  })

  it('has HTML in the code page that it states', async () => {
    const html = Buffer.concat([
      Buffer.from('<p>'),
      Buffer.from('d4c6cfaab4bab2e8', 'hex'),
      Buffer.from('</p>'),
    ])
    expect(await bodyOf({ [HTML]: html, [INTERNET_CODE_PAGE]: 936 })).toBe('<p>云溪春茶</p>')
  })

  it('is read in the form that it was written in', async () => {
    const properties = { [BODY]: 'As text', [HTML]: Buffer.from('<p>As HTML</p>'), [SENDER]: 'Ines' }
    expect(await bodyOf(properties)).toBe('<p>As HTML</p>')
    expect(await bodyOf({ ...properties, [NATIVE_BODY]: 1 })).toBe('<p>As text</p>')
  })

  it('has the HTML that its Rich Text was made from', async () => {
    const rtf =
      '{\\rtf1\\ansi\\ansicpg936\\fromhtml1 {\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fnil\\fcharset134 SimSun;}}\r\n' +
      "{\\*\\htmltag19 <html>}{\\*\\htmltag64 <p>}\\htmlrtf {\\f1\\htmlrtf0 \\'d4\\'c6\\'cf\\'aa{\\*\\htmltag84 &nbsp;}\\htmlrtf \\'a0\\htmlrtf0 " +
      '{\\*\\htmltag84 <img src="cid:a">}\\u33590\\\'3f \\{1 < 2\\}\\htmlrtf\\par}\\htmlrtf0\r\n{\\*\\mhtmltag64 <x>}{\\*\\htmltag72 </p>}}'
    expect(await bodyOf({ [RTF]: packedRtf(rtf) })).toBe(
      '<html><p>云溪&nbsp;<img src="cid:a">茶 {1 &lt; 2}</p>',
    )
  })

  it('has its Rich Text where it was written so, and the text that Rich Text was made from', async () => {
    const rich = '{\\rtf1\\ansi The {\\b ferry} sails.\\par Twice a day.\\par}'
    expect(await bodyOf({ [RTF]: packedRtf(rich) })).toBe(
      '<p>The <strong>ferry</strong> sails.</p>\n<p>Twice a day.</p>',
    )
    const made = '{\\rtf1\\ansi\\fromtext The ferry sails.\\par}'
    expect(await bodyOf({ [RTF]: packedRtf(made), [BODY]: 'The ferry sails.' })).toBe(
      '<p>The ferry sails.</p>',
    )
  })

  it('that is attached to another is an item with a file of its own', async () => {
    const inner = {
      properties: {
        [SUBJECT]: 'Pier closed',
        [BODY]: 'The pier is closed.',
        [SUBMITTED]: fileTime('2025-11-06T10:00:00Z'),
      },
      attachments: [{ properties: { [FILE_NAME]: 'C:\\pier.html', [DATA]: PAGE } }],
    }
    const reads = await read({
      properties: { [SUBJECT]: 'Fwd', [BODY]: 'See below.' },
      attachments: [{ name: 'Pier closed', message: inner }],
    })
    const [outer, message, page] = itemsOf(reads)
    expect([outer, message, page].map(item => item?.key)).toEqual([
      'message',
      'message/attachment 1',
      'message/attachment 1/attachment 1/page',
    ])
    expect(message?.original.bytes).not.toEqual(outer?.original.bytes)
    const [alone, attached] = itemsOf(await readText(readAny, message?.original.bytes ?? ''))
    expect(alone).toMatchObject({ key: 'message', stated: message?.stated })
    expect(attached?.original.bytes).toEqual(page?.original.bytes)
  })

  it('that was signed is read from what was signed, and one that is sealed is protected', async () => {
    const signed =
      'Content-Type: multipart/signed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nWords\r\n--x--\r\n'
    const reads = await read({
      properties: { [CLASS]: 'IPM.Note.SMIME.MultipartSigned' },
      attachments: [{ properties: { [FILE_NAME]: 'smime.p7m', [DATA]: Buffer.from(signed) } }],
    })
    expect(itemsOf(reads)).toMatchObject([{ content: { html: '<p>Words</p>' } }])
    const sealed = await read({
      properties: { [CLASS]: 'IPM.Note.SMIME' },
      attachments: [{ properties: { [FILE_NAME]: 'smime.p7m', [DATA]: Buffer.from('0') } }],
    })
    expect(failuresOf(sealed)).toMatchObject([{ reason: 'encrypted' }])
  })

  it('in messages without end says so, and has those above', async () => {
    let message: MadeMessage = { properties: { [BODY]: 'The last' } }
    for (let depth = 0; depth < 40; depth += 1)
      message = { properties: { [BODY]: `At ${depth}` }, attachments: [{ name: 'a', message }] }
    const reads = await read(message)
    expect(itemsOf(reads)).toHaveLength(17)
    expect(failuresOf(reads)).toMatchObject([{ reason: 'unsafe' }])
  })

  it('that is another document of Office, or none, is told', async () => {
    const bytes = madeMessage({ properties: {} })
    expect(failuresOf(await readText(readAny, bytes))).toMatchObject([{ reason: 'no-text' }])
    const reader = outlookReader(async function* () {})
    expect(failuresOf(await readText(reader, bytes.slice(0, 700)))).toMatchObject([{ reason: 'damaged' }])
    expect(failuresOf(await readText(reader, ''))).toMatchObject([{ reason: 'empty' }])
  })
})
