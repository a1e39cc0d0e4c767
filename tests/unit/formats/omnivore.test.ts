import { describe, expect, it } from 'vitest'
import { fileInMemory } from '../../../electron/formats/import-file.ts'
import { readOmnivore } from '../../../electron/formats/omnivore.ts'
import { recognise } from '../../../electron/formats/recognise.ts'
import { failuresOf, itemNamed, itemsOf, originalOf, readText, zipOfFixture } from '../../formats/reading.ts'

describe('the ZIP of an Omnivore export', () => {
  it('is recognised by the files in it', async () => {
    const zip = fileInMemory('export.bin', await zipOfFixture('omnivore'))
    expect(await recognise(zip)).toMatchObject({ ok: true, value: { read: readOmnivore } })
  })

  it('accounts for each entry, and for a page that none names', async () => {
    const reads = await readText(readOmnivore, await zipOfFixture('omnivore'))
    expect(itemsOf(reads)).toHaveLength(4)
    expect(failuresOf(reads)).toMatchObject([{ key: 'metadata_0_to_20.json entry 4', reason: 'damaged' }])
    expect(itemNamed(reads, 'orphan-18f').content).toMatchObject({ kind: 'html' })
  })

  it('keeps text, author, dates, labels, state, highlights and notes', async () => {
    const item = itemNamed(
      await readText(readOmnivore, await zipOfFixture('omnivore')),
      'Harbour ferries return',
    )
    expect(item.stated).toMatchObject({
      url: 'https://news.example/ferries',
      bylines: ['Ann Reed'],
      published: { edtf: '2023-12-30T00:00:00Z' },
      savedAt: '2023-12-31T10:00:00.000Z',
      tags: ['transport', 'harbour'],
      isRead: true,
      note: 'Compare with last winter.',
      highlights: [
        { text: 'The first boat leaves at six.', note: '#quote #check\n\nSix in the morning?' },
        { text: 'Fares stay\nthe same.', note: undefined },
      ],
    })
    expect(originalOf(item)).toContain('readability-page-1')
  })

  it('takes one that was read to its end for read, and one without text for a link', async () => {
    const reads = await readText(readOmnivore, await zipOfFixture('omnivore'))
    expect(itemNamed(reads, '南湖水位连续三日下降')).toMatchObject({
      content: { kind: 'html' },
      stated: { isRead: true },
    })
    expect(itemNamed(reads, 'Without text')).toMatchObject({
      content: { kind: 'link' },
      stated: { tags: ['later'] },
    })
  })

  it('ends with its reason where it is cut off or empty', async () => {
    const zip = await zipOfFixture('omnivore')
    expect(failuresOf(await readText(readOmnivore, zip.subarray(0, 200)))).toMatchObject([
      { reason: 'damaged' },
    ])
    expect(failuresOf(await readText(readOmnivore, ''))).toMatchObject([{ reason: 'empty' }])
  })
})
