import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readWacz } from '../../../electron/formats/wacz.ts'
import { failuresOf, fixture, itemsOf, readFixture, readText, recognisedAs } from '../../formats/reading.ts'
import { zipOf } from '../../formats/zip-of.ts'

const FILE = 'wacz/harbour.wacz'
const archive = async (): Promise<{ path: string; bytes: Uint8Array }> => ({
  path: 'archive/data.warc.gz',
  bytes: await fixture('warc/harbour.warc.gz'),
})

describe('a packed web archive', () => {
  it('is recognised without its name', async () => {
    expect(await recognisedAs(FILE)).toBe('wacz')
  })

  it('has the pages that its list names, called as the list does', async () => {
    expect(itemsOf(await readFixture(readWacz, FILE)).map(({ name }) => name)).toEqual([
      'Island ferry to run through the winter',
      '云溪春茶开采',
    ])
  })

  it('without a list, or with one of other pages, has every page', async () => {
    const other = {
      path: 'pages/pages.jsonl',
      bytes: Buffer.from('{"url":"http://other.example/"}\nnot json\n'),
    }
    expect(itemsOf(await readText(readWacz, await zipOf([await archive()])))).toHaveLength(3)
    expect(itemsOf(await readText(readWacz, await zipOf([await archive(), other])))).toHaveLength(3)
  })

  it('with one archive that is damaged has the pages of the others', async () => {
    const broken = { path: 'archive/broken.warc.gz', bytes: gzipSync('words') }
    const reads = await readText(readWacz, await zipOf([broken, await archive()]))
    expect(itemsOf(reads)).toHaveLength(3)
    expect(failuresOf(reads)).toMatchObject([{ key: 'archive/broken.warc.gz', reason: 'damaged' }])
  })

  it('without an archive, or cut off, is damaged', async () => {
    const empty = await zipOf([{ path: 'datapackage.json', bytes: Buffer.from('{}') }])
    expect(failuresOf(await readText(readWacz, empty))).toMatchObject([{ key: '', reason: 'damaged' }])
    const whole = await fixture(FILE)
    expect(failuresOf(await readText(readWacz, whole.subarray(0, 9000)))).toMatchObject([
      { key: '', reason: 'damaged' },
    ])
  })
})
