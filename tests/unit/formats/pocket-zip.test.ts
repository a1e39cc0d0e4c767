import { describe, expect, it } from 'vitest'
import { fileInMemory } from '../../../electron/formats/import-file.ts'
import { readPocketZip } from '../../../electron/formats/pocket-zip.ts'
import { recognise } from '../../../electron/formats/recognise.ts'
import { failuresOf, itemNamed, itemsOf, readText, zipOfFixture } from '../../formats/reading.ts'

describe('the ZIP of a Pocket export', () => {
  it('is recognised by the files in it', async () => {
    const zip = fileInMemory('export.bin', await zipOfFixture('pocket'))
    expect(await recognise(zip)).toMatchObject({ ok: true, value: { read: readPocketZip } })
  })

  it('accounts for the rows of all its parts, and names the part of each', async () => {
    const reads = await readText(readPocketZip, await zipOfFixture('pocket'))
    expect(itemsOf(reads)).toHaveLength(5 + 1 + 1)
    expect(failuresOf(reads)).toHaveLength(2)
    expect(itemNamed(reads, 'Later').key).toBe('part_000001.csv line 2')
  })

  it('gives highlights to the article that they are of', async () => {
    const reads = await readText(readPocketZip, await zipOfFixture('pocket'))
    expect(itemNamed(reads, 'Council says "no" to the tram, again').stated.highlights).toEqual([
      { text: 'The vote was nine to four.', note: undefined, madeAt: '2023-07-06T07:11:40.000Z' },
      { text: '“Not before 2030.”', note: undefined, madeAt: '2023-07-06T07:13:20.000Z' },
    ])
  })

  it('keeps highlights of a page that is no longer in the list', async () => {
    const reads = await readText(readPocketZip, await zipOfFixture('pocket'))
    expect(itemNamed(reads, '已从列表中移除').stated).toMatchObject({
      url: 'https://xinwen.example/gone',
      highlights: [{ text: '水位下降了十二厘米。' }],
    })
  })

  it('ends with its reason where it is cut off', async () => {
    const zip = await zipOfFixture('pocket')
    const reads = await readText(readPocketZip, zip.subarray(0, zip.length - 40))
    expect(failuresOf(reads)).toMatchObject([{ key: '', reason: 'damaged' }])
  })
})
