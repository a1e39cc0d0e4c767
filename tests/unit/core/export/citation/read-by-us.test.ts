import { describe, expect, it } from 'vitest'
import { cslItemOf } from '../../../../../electron/core/export/citation/csl-item.ts'
import { nameInFull } from '../../../../../electron/core/export/citation/csl-name.ts'
import { ris } from '../../../../../electron/core/export/citation/ris.ts'
import { cslJsonPieces } from '../../../../../electron/core/export/citation/writers.ts'
import { fileInMemory } from '../../../../../electron/formats/import-file.ts'
import { recognise } from '../../../../../electron/formats/recognise.ts'
import { allOf, itemsOf } from '../../../../formats/reading.ts'
import { articleWith } from '../sample-clipping.ts'
import { sourceOf, textOf } from '../sample-source.ts'
import { MIXED_CLIPPINGS } from './mixed-clippings.ts'

/** An import takes what has an address to read it at. */
const LINKED = MIXED_CLIPPINGS.filter(({ url }) => url !== undefined)
const SOURCE = sourceOf(LINKED.map(clipping => ({ clipping, article: articleWith([]) })))

async function imported(name: string, text: string) {
  const file = fileInMemory(name, Buffer.from(text))
  const format = await recognise(file)
  if (!format.ok) throw new Error(format.error)
  return itemsOf(await allOf(format.value.read(file)))
}

describe.each([
  ['a.ris', ris(LINKED)],
  ['a.json', await textOf(cslJsonPieces(SOURCE))],
])('what is exported as %s', (name, text) => {
  it('comes back through our own import, title by title, with its days and addresses', async () => {
    const items = await imported(name, text)
    const csl = LINKED.map(cslItemOf)
    expect(items.map(({ stated }) => stated.title)).toEqual(csl.map(({ title }) => title))
    expect(items.map(({ stated }) => stated.url)).toEqual(csl.map(({ URL }) => URL))
    expect(items.map(({ stated }) => stated.published?.edtf)).toEqual([
      '2025-07-19',
      '2025-07-20',
      undefined,
      undefined,
    ])
    expect(items[1]?.stated.bylines?.[0]).toBe(csl[1]?.author?.[0] && nameInFull(csl[1].author[0]))
    expect(items[0]?.stated.bylines).toEqual(LINKED[0]?.bylines)
  })
})
