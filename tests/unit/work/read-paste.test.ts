import { describe, expect, it } from 'vitest'
import { linesOf, textOf } from '../../../electron/core/body/text.ts'
import type { Inline } from '../../../electron/core/model/body.ts'
import { readPaste } from '../../../electron/work/read-paste.ts'

const NOW = '2026-03-20T08:00:00.000Z'
const LINES = Array.from(
  { length: 6 },
  (_, index) =>
    `On day ${index} the council said that the ferry sails later in the evening, for those who work late.`,
)
const TEXT = `The ferry sails later\n\n${LINES.join('\n\n')}\n`
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

const markup = (lines: readonly string[]): string =>
  `<html><body><!--StartFragment--><h1>The ferry sails later</h1>${lines
    .map(line => `<p>${line.replace('the council', '<a href="/council"><b>the council</b></a>')}</p>`)
    .join('')}<!--EndFragment--></body></html>`

const paste = (html: string | undefined, url?: string) => readPaste({ text: TEXT, html, url, clippedAt: NOW })

const hasLink = (nodes: readonly Inline[]): boolean =>
  nodes.some(node => node.type === 'element' && (node.tagName === 'a' || hasLink(node.children)))

describe('what was pasted', () => {
  it('is read from its markup where that has all of the text: with links and emphasis', () => {
    const { extraction } = paste(markup(LINES), 'https://news.example/2026/ferry')
    const { body } = extraction.article
    expect(linesOf(body)).toEqual(expect.arrayContaining(LINES))
    expect(body.children.some(block => block.tagName === 'p' && hasLink(block.children))).toBe(true)
    expect(JSON.stringify(body)).toContain('https://news.example/council')
    expect(extraction.clipping.title).toBe('The ferry sails later')
  })

  it('keeps a table among its paragraphs, as browsers give it in both flavours', () => {
    const figures = '<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>12</td></tr></table>'
    const [first = '', ...rest] = LINES
    const html = markup(LINES).replace('<p>On day 1', `${figures}<p>On day 1`)
    const plain = ['The ferry sails later', first, 'Day\tBoats\nMonday\t12', ...rest].join('\n\n')
    const { extraction } = readPaste({ text: plain, html, url: undefined, clippedAt: NOW })
    const table = extraction.article.body.children.find(({ tagName }) => tagName === 'table')
    expect(table && textOf(table)).toBe('Day\tBoats\nMonday\t12')
  })

  it('may be cells of a spreadsheet alone', () => {
    const row = (...cells: string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
    const html = `<html><body><!--StartFragment--><table>${row('', '2024', '2025')}${row('North', '41', '43')}${row('South', '12', '9')}</table><!--EndFragment--></body></html>`
    const plain = '\t2024\t2025\nNorth\t41\t43\nSouth\t12\t9\n'
    const { extraction } = readPaste({ text: plain, html, url: undefined, clippedAt: NOW })
    expect(extraction.article.body.children.map(block => [block.tagName, textOf(block)])).toEqual([
      ['table', '\t2024\t2025\nNorth\t41\t43\nSouth\t12\t9'],
    ])
  })

  it('keeps the pictures that are written into the markup', () => {
    const html = markup(LINES).replace('<p>', `<img alt="ferry" src="data:image/png;base64,${PIXEL}"><p>`)
    const { extraction, assets } = paste(html)
    expect(assets).toMatchObject([{ mediaType: 'image/png' }])
    expect(extraction.article.figures).toHaveLength(1)
  })

  it.each([
    ['has a part of it only', markup(LINES.slice(0, 2))],
    ['is of something else', markup(['A table of figures', '1, 2 and 3'])],
    ['is empty', ''],
  ])('is read from its text where the markup %s', (_, html) => {
    expect(paste(html)).toEqual(paste(undefined))
    expect(linesOf(paste(html).extraction.article.body)).toEqual(expect.arrayContaining(LINES))
  })
})
