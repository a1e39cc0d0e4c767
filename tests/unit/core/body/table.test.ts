import { describe, expect, it } from 'vitest'
import { placesOf } from '../../../../electron/core/body/table.ts'
import { linesOf, textOf } from '../../../../electron/core/body/text.ts'
import { inline, pre, table, td, text, th } from '../export/sample-clipping.ts'

interface Cell {
  readonly name: string
  readonly colSpan?: number
  readonly rowSpan?: number
}

const drawn = (rows: Cell[][]): string[] =>
  placesOf(rows, cell => cell).map(row =>
    Array.from(row, place =>
      place === undefined ? '.' : place.isStart ? place.cell.name.toUpperCase() : place.cell.name,
    ).join(''),
  )

describe('the places of cells', () => {
  it('are the first that are free, with those that they span', () => {
    expect(
      drawn([
        [{ name: 'a', rowSpan: 2 }, { name: 'b', colSpan: 2 }, { name: 'c' }],
        [{ name: 'd' }, { name: 'e', rowSpan: 9 }],
        [{ name: 'f' }, { name: 'g' }, { name: 'h' }],
      ]),
    ).toEqual(['ABbC', 'aDE', 'FGeH'])
  })

  it('are never taken twice', () => {
    expect(drawn([[{ name: 'a' }, { name: 'b', rowSpan: 2 }], [{ name: 'c', colSpan: 3 }]])).toEqual([
      'AB',
      'Cb',
    ])
  })
})

describe('the words of a table', () => {
  const figures = table({
    caption: [text('Tons')],
    head: [[th('col', [text('Year')]), th('col', [text('North'), inline('br'), text('pier')])]],
    body: [
      [td([text('2024')]), td([])],
      [td([]), td([text('41')])],
    ],
  })

  it('are its caption and its rows, with tabs between the cells', () => {
    expect(textOf(figures)).toBe('Tons\nYear\tNorth pier\n2024\t\n\t41')
  })

  it('are read row by row, and preformatted text line by line', () => {
    const body = { type: 'root' as const, children: [figures, pre(text('  if\n\n\tso  '))] }
    expect(linesOf(body)).toEqual(['Tons', 'Year\tNorth pier', '2024', '41', 'if', 'so'])
  })
})
