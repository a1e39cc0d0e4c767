import { describe, expect, it } from 'vitest'
import { readEnex } from '../../../electron/formats/enex.ts'
import {
  failuresOf,
  fixture,
  itemNamed,
  itemsOf,
  originalOf,
  readFixture,
  readText,
  recognisedAs,
} from '../../formats/reading.ts'

const FILE = 'enex/Harbour desk.enex'
const PICTURE = 'cid:'

async function clipped(): Promise<Awaited<ReturnType<typeof itemNamed>>> {
  return itemNamed(await readFixture(readEnex, FILE), 'Harbour ferries & the winter timetable')
}

describe('an Evernote export', () => {
  it('is recognised by its root element', async () => {
    expect(await recognisedAs(FILE, 'notes.xml')).toBe('enex')
  })

  it('accounts for each note', async () => {
    const reads = await readFixture(readEnex, FILE)
    expect(itemsOf(reads).map(({ key }) => key)).toEqual(['note 1', 'note 2', 'note 4'])
    expect(failuresOf(reads).map(({ key, reason }) => [key, reason])).toEqual([
      ['note 3', 'damaged'],
      ['note 5', 'no-text'],
    ])
  })

  it('keeps author, address, time, tags and notebook', async () => {
    expect((await clipped()).stated).toMatchObject({
      url: 'https://news.example/ferries?a=1&b=2',
      bylines: ['Ann Reed'],
      savedAt: '2024-01-02T03:04:05.000Z',
      tags: ['transport', '冬季'],
      folders: [['Harbour desk']],
    })
  })

  it('has the text of a note as HTML, boxes and the names of files with it', async () => {
    const { content } = await clipped()
    if (content.kind !== 'html') throw new Error(content.kind)
    expect(content.html).toContain(
      '<h1>Ferries\u00a0return</h1><div></div><p>The first boat leaves at six &amp; the last at ten.</p>',
    )
    expect(content.html).toContain('☑ Ask the office<br>☐ Check')
    expect(content.html).toContain('<p>minutes.pdf</p>')
    expect(content.html).not.toContain('RU5DMI')
  })

  it('has pictures by the hash of their bytes', async () => {
    const { content } = await clipped()
    if (content.kind !== 'html') throw new Error(content.kind)
    expect(content.resources).toMatchObject([{ mediaType: 'image/png' }])
    const [picture] = content.resources
    expect(picture?.address.startsWith(PICTURE)).toBe(true)
    expect(content.html).toContain(`<img src="${picture?.address}" alt="A boat">`)
    expect(
      Buffer.from(picture?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  it('takes a note with an address and no text for a link', async () => {
    expect(itemNamed(await readFixture(readEnex, FILE), 'A link alone').content).toEqual({ kind: 'link' })
  })

  it('keeps each note as the file has it', async () => {
    const original = originalOf(await clipped())
    expect((await fixture(FILE)).toString()).toContain(original)
    expect(original).toMatch(/^<note>[\s\S]*<\/note>$/u)
  })

  it('has the notes before the place where the file is cut off', async () => {
    const whole = await fixture(FILE)
    const cut = whole.subarray(0, whole.indexOf('水位下降'))
    const reads = await readText(readEnex, cut)
    expect(itemsOf(reads)).toHaveLength(1)
    expect(failuresOf(reads)).toMatchObject([{ key: 'note 2', reason: 'damaged' }])
    expect(failuresOf(await readText(readEnex, ''))).toMatchObject([{ reason: 'empty' }])
  })

  it('expands no entity that the file defines', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
    ).join('')
    const reads = await readText(
      readEnex,
      `<?xml version="1.0"?><!DOCTYPE en-export [<!ENTITY l0 "ha">${laughs}]><en-export><note><title>&l9;</title><content><![CDATA[<en-note>&l9;</en-note>]]></content></note></en-export>`,
    )
    expect(itemsOf(reads)).toMatchObject([
      { content: { html: '<div>&amp;l9;</div>' }, stated: { title: '&l9;' } },
    ])
  })

  it('ends with its reason where notes lie in one another without end', async () => {
    const reads = await readText(readEnex, `<en-export>${'<note>'.repeat(100_000)}`)
    expect(failuresOf(reads)).toMatchObject([{ reason: 'unsafe' }])
  })
})
