import { describe, expect, it } from 'vitest'
import { readCslJson } from '../../../electron/formats/zotero-csl.ts'
import { failuresOf, itemNamed, readFixture, readText, recognisedAs } from '../../formats/reading.ts'

const FILE = 'zotero/references.json'

describe('CSL-JSON', () => {
  it('is recognised by its keys', async () => {
    expect(await recognisedAs(FILE)).toBe('csl-json')
  })

  it('accounts for each reference', async () => {
    const reads = await readFixture(readCslJson, FILE)
    expect(reads).toHaveLength(4)
    expect(failuresOf(reads).map(({ key, reason }) => [key, reason])).toEqual([
      ['entry 3', 'no-text'],
      ['entry 4', 'damaged'],
    ])
  })

  it('keeps names, dates, publication, tags, note and abstract', async () => {
    const reads = await readFixture(readCslJson, FILE)
    expect(itemNamed(reads, 'Harbour ferries return')).toMatchObject({
      content: { kind: 'text', text: 'The first boat leaves at six.' },
      stated: {
        bylines: ['Ann Reed', 'The Harbour Desk'],
        source: 'The Harbour Post',
        published: { edtf: '2023-12-30' },
        savedAt: '2024-01-02T00:00:00.000Z',
        tags: ['transport', 'ferries'],
        note: 'Ask the harbour office',
      },
    })
    expect(itemNamed(reads, '南湖水位连续三日下降')).toMatchObject({
      content: { kind: 'link' },
      stated: { bylines: ['林晓'], published: { edtf: '2024-02' } },
    })
  })

  it('says where it is cut off', async () => {
    expect(failuresOf(await readText(readCslJson, '[{"type":"webpage","issued":{'))).toMatchObject([
      { key: 'entry 1', reason: 'damaged' },
    ])
  })
})
