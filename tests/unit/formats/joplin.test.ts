import { describe, expect, it } from 'vitest'
import { readJoplinArchive } from '../../../electron/formats/joplin.ts'
import {
  failuresOf,
  fixture,
  itemNamed,
  itemsOf,
  readFixture,
  readText,
  recognisedAs,
} from '../../formats/reading.ts'

const FILE = 'joplin/notes.jex'

describe('a Joplin archive', () => {
  it('is recognised as a tar archive of records', async () => {
    expect(await recognisedAs(FILE)).toBe('joplin')
  })

  it('accounts for each note', async () => {
    const reads = await readFixture(readJoplinArchive, FILE)
    expect(itemsOf(reads)).toHaveLength(2)
    expect(failuresOf(reads)).toMatchObject([{ key: `${'a'.repeat(31)}3.md`, reason: 'encrypted' }])
  })

  it('keeps author, address, time, tags and the notebook in its place', async () => {
    expect(
      itemNamed(await readFixture(readJoplinArchive, FILE), 'Harbour ferries return').stated,
    ).toMatchObject({
      url: 'https://news.example/ferries',
      bylines: ['Ann Reed'],
      savedAt: '2024-01-02T03:04:05.000Z',
      tags: ['transport', '冬季'],
      folders: [['Transport', '渡轮']],
      trashed: false,
    })
  })

  it('has the text of a note as HTML, with its pictures', async () => {
    const { content } = itemNamed(await readFixture(readJoplinArchive, FILE), 'Harbour ferries return')
    if (content.kind !== 'html') throw new Error(content.kind)
    expect(content.html).toContain('<strong>six</strong>')
    expect(content.html).toContain('<p>note: this line has a colon</p>')
    expect(content.html).toContain('<td>quay</td>')
    expect(content.resources).toMatchObject([{ mediaType: 'image/png' }])
    expect(content.html).toContain(`<img src="${content.resources[0]?.address}" alt="A boat">`)
  })

  it('reads notes in HTML, and those in the trash', async () => {
    const note = itemNamed(await readFixture(readJoplinArchive, FILE), '南湖水位连续三日下降')
    expect(note.stated.trashed).toBe(true)
    expect(note.content).toMatchObject({ html: expect.stringContaining('<b>十二厘米</b>'), resources: [{}] })
  })

  it('has the notes before the place where it is cut off, and says that it is', async () => {
    const whole = await fixture(FILE)
    const reads = await readText(readJoplinArchive, whole.subarray(0, whole.indexOf('南湖')))
    expect(itemsOf(reads)).toHaveLength(1)
    expect(failuresOf(reads)).toMatchObject([{ key: '', reason: 'damaged' }])
    expect(failuresOf(await readText(readJoplinArchive, ''))).toMatchObject([{ reason: 'empty' }])
  })
})
