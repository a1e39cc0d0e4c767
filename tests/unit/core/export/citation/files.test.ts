import { describe, expect, it } from 'vitest'
import { bibtex } from '../../../../../electron/core/export/citation/bibtex.ts'
import { cslItemOf } from '../../../../../electron/core/export/citation/csl-item.ts'
import { nameInFull } from '../../../../../electron/core/export/citation/csl-name.ts'
import { ris } from '../../../../../electron/core/export/citation/ris.ts'
import { cslJsonPieces } from '../../../../../electron/core/export/citation/writers.ts'
import { articleWith, clippingWith } from '../sample-clipping.ts'
import { sourceOf, textOf } from '../sample-source.ts'
import { MIXED_CLIPPINGS } from './mixed-clippings.ts'
import { readByCitationJs } from './read-back.ts'

const ITEMS = MIXED_CLIPPINGS.map(cslItemOf)
const SOURCE = sourceOf(MIXED_CLIPPINGS.map(clipping => ({ clipping, article: articleWith([]) })))
const words = (text: string | undefined) => text?.replace(/[\s,]+/gu, ' ').trim()
const sorted = (name: string) => name.replaceAll(',', ' ').split(/\s+/u).sort().join(' ')

describe.each([
  ['BibTeX', bibtex(MIXED_CLIPPINGS)],
  ['RIS', ris(MIXED_CLIPPINGS)],
  ['CSL-JSON', await textOf(cslJsonPieces(SOURCE))],
])('%s as Citation.js reads it', (format, text) => {
  const read = readByCitationJs(text)

  it('has each clipping once, in order, under its key', () => {
    expect(read.map(item => item.id)).toEqual(ITEMS.map(item => item.id))
  })

  it('has titles, outlets and notes word for word, whatever signs they have', () => {
    expect(read.map(item => item.title)).toEqual(ITEMS.map(item => item.title))
    expect(read.map(item => item.outlet)).toEqual(ITEMS.map(item => item['container-title']))
    expect(read.map(item => item.note.split('Original SHA-256: ').at(-1))).toEqual(
      ITEMS.map(item => (item.note ?? '').split('Original SHA-256: ').at(-1)),
    )
  })

  it('has the authors in order, none of them cut in two', () => {
    expect(read.map(item => item.names.map(sorted))).toEqual(
      ITEMS.map(item => (item.author ?? []).map(name => sorted(nameInFull(name)))),
    )
  })

  it('has addresses', () => {
    const same = (url: string | undefined) => url?.replaceAll('%7B', '{').replaceAll('%7D', '}')
    expect(read.map(item => same(item.url))).toEqual(ITEMS.map(item => item.URL))
  })

  it('has no date that is not stated, and none more exact than it is', () => {
    for (const [index, item] of read.entries()) {
      const stated = ITEMS[index]?.issued?.['date-parts']?.map(part => [...part])
      // Citation.js takes the year of a newspaper's article in RIS, and an open end of BibTeX for null.
      if (format === 'RIS') expect(item.issued?.[0]?.[0]).toBe(stated?.[0]?.[0])
      else if (stated !== undefined) expect(item.issued).toEqual(stated)
      else expect(item.issued?.[1] ?? null).toBeNull()
    }
  })
})

describe('the files themselves', () => {
  it('is BibTeX with names in braces where they are whole, and every sign of TeX escaped', () => {
    const text = bibtex(MIXED_CLIPPINGS)
    expect(text).toContain('author = {{张三} and {李四} and {欧阳静} and {赵六} and {钱小七}},')
    expect(text).toContain(
      'author = {Doe, Jane and Roe, John F. and van der Poel, Pieter and {Gabriel García',
    )
    expect(text).toContain('  date = {2025-07},\n  year = {2025},\n  month = {7},')
    expect(text).toContain('  date = {2025-07-01/2025-07-10},\n  year = {2025},\n  urldate')
    expect(text).toContain(
      String.raw`100\% \$trange {\textbackslash}signs\_\& "quotes" {\textasciitilde} \#1`,
    )
    expect(words(text)?.match(/@\w+\{/gu)).toHaveLength(MIXED_CLIPPINGS.length)
  })

  it('is RIS in which no title makes a tag of its own', () => {
    const lines = ris(MIXED_CLIPPINGS).split('\r\n')
    expect(lines.filter(line => line.startsWith('ER  -'))).toHaveLength(MIXED_CLIPPINGS.length)
    expect(lines.filter(line => line.startsWith('TY  -'))).toHaveLength(MIXED_CLIPPINGS.length)
    expect(lines).toContain('DA  - 2025/07//')
    expect(lines).toContain('DA  - 2025/07/01/2025-07-01 to 2025-07-10')
    expect(lines).toContain('KW  - R&D, 100%')
    expect(lines.every(line => line === '' || /^[A-Z][A-Z0-9] {2}- /u.test(line))).toBe(true)
  })

  it('keeps the original in the note, and only what the document says elsewhere', () => {
    const bare = cslItemOf(
      clippingWith({
        title: '',
        bylines: [],
        source: undefined,
        sources: [],
        published: 'not-stated',
        tags: [],
        language: 'und',
      }),
    )
    expect(bare).toEqual({
      id: 'clipping-000000000001',
      type: 'document',
      accessed: { 'date-parts': [[2025, 11, 8]] },
      note: `Original SHA-256: ${'a'.repeat(64)}`,
    })
  })
})
