import { describe, expect, it } from 'vitest'
import { blockText } from '../../../../../electron/core/body/text.ts'
import { extractHtml } from '../../../../../electron/core/extract/html/pipeline.ts'
import type { Block, TableBlock } from '../../../../../electron/core/model/body.ts'
import { htmlTools } from '../../../../../electron/formats/html-tools.ts'

const read = (html: string, extent: 'page' | 'article' = 'article') =>
  extractHtml({ html, extent }, { clippedAt: '2026-01-01T00:00:00.000Z', tools: htmlTools }).article

const blocksOf = (html: string): Block[] => read(html).body.children
const kindsOf = (html: string): string[] => blocksOf(html).map(({ tagName }) => tagName)

function tableIn(html: string): TableBlock {
  const table = blocksOf(html).find(block => block.tagName === 'table')
  if (table === undefined) throw new Error('no table was read')
  return table
}

/** Each part of a table, and of each row its cells: `th:col "Words" 2x1` with the columns and rows that it spans. */
const shapeOf = (table: TableBlock): string[] =>
  table.children.flatMap(part =>
    part.tagName === 'caption'
      ? [`caption ${JSON.stringify(part.children)}`]
      : part.children.map(
          row =>
            `${part.tagName} ${row.children
              .map(cell => {
                const { colSpan = 1, rowSpan = 1 } = cell.properties
                const words = blockText({
                  type: 'element',
                  tagName: 'p',
                  properties: { dataOrder: 0 },
                  children: cell.children,
                })
                const scope = cell.tagName === 'th' ? `${cell.properties.scope}:` : ''
                const reach = colSpan * rowSpan > 1 ? ` ${colSpan}x${rowSpan}` : ''
                return `${scope}${words.replaceAll('\n', '/')}${reach}`
              })
              .join(' | ')}`,
        ),
  )

const PROSE = '<p>The harbour was quiet on Tuesday, and nobody would say why it had been closed to ships.</p>'

describe('a table of data in a page', () => {
  it('keeps its caption, the names of its columns and rows, and what spans them', () => {
    const table = tableIn(`${PROSE}
      <table><caption>Water <b>levels</b></caption>
        <thead><tr><th rowspan=2>Day</th><th colspan=2>Metres</th></tr><tr><th>North</th><th>South</th></tr></thead>
        <tbody><tr><th scope=row>Monday</th><td>1.2</td><td>1.4</td></tr>
        <tr><th>Tuesday</th><td colspan=2>not measured</td></tr></tbody></table>${PROSE}`)
    expect(shapeOf(table)).toEqual([
      expect.stringContaining('Water'),
      'thead col:Day 1x2 | colgroup:Metres 2x1',
      'thead col:North | col:South',
      'tbody row:Monday | 1.2 | 1.4',
      'tbody row:Tuesday | not measured 2x1',
    ])
    expect(blockText(table)).toBe(
      'Water levels\nDay\tMetres\nNorth\tSouth\nMonday\t1.2\t1.4\nTuesday\tnot measured',
    )
    expect(table.properties.dataOrder).toBe(1)
  })

  it('keeps the links, the emphasis and the lines of its cells', () => {
    const { children } = tableIn(
      '<table><tr><th>Ship</th><th>Port</th></tr><tr><td><a href="https://a.example/">Ann</a></td><td><p>Rotterdam</p><p><em>late</em></p></td></tr></table>',
    )
    expect(JSON.stringify(children)).toContain(
      '{"type":"element","tagName":"a","properties":{"href":"https://a.example/"},"children":[{"type":"text","value":"Ann"}]}',
    )
    expect(JSON.stringify(children)).toContain('"br"')
    expect(JSON.stringify(children)).toContain('"em"')
  })

  it('takes a first row that is all bold for its head', () => {
    const table = tableIn(
      '<table border=1><tr><td><b>年份</b></td><td><b>产量</b></td></tr><tr><td>2023</td><td>41万</td></tr><tr><td>2024</td><td>43万</td></tr></table>',
    )
    expect(shapeOf(table)).toEqual(['thead col:年份 | col:产量', 'tbody 2023 | 41万', 'tbody 2024 | 43万'])
  })

  it('leaves out rows and columns without words, and counts spans in those that are left', () => {
    const table = tableIn(
      `<table><tr><th colspan=3>Results</th><th> </th></tr><tr><td></td><td></td><td></td><td></td></tr>
       <tr><td>North</td><td></td><td>41</td><td></td></tr><tr><td>South</td><td></td><td rowspan=99>43</td></tr></table>`,
    )
    expect(shapeOf(table)).toEqual(['thead colgroup:Results 2x1', 'tbody North | 41', 'tbody South | 43'])
  })

  it('has the words below it in its figure for a caption', () => {
    const html = `${PROSE}<figure class="wp-block-table"><table><tr><td>2023</td><td>41</td></tr><tr><td>2024</td><td>43</td></tr></table><figcaption>Tons a year. Photo: Ann Lee</figcaption></figure>`
    expect(kindsOf(html)).toEqual(['p', 'table'])
    expect(blockText(tableIn(html))).toBe('Tons a year. Photo: Ann Lee\n2023\t41\n2024\t43')
  })

  it('stays whole where a cell reads like a button, a byline or a notice', () => {
    const article = read(
      `<h1>Bridge repairs start next month</h1>${PROSE.repeat(4)}<table><tr><th>Party</th><th>Share</th></tr><tr><td>By Ann Lee</td><td>41</td></tr><tr><td>Advertisement</td><td>43</td></tr></table>${PROSE}`,
      'page',
    )
    const table = article.body.children.find(({ tagName }) => tagName === 'table')
    expect(table && blockText(table)).toBe('Party\tShare\nBy Ann Lee\t41\nAdvertisement\t43')
  })

  it('is kept at the end of the text, where nothing follows it', () => {
    const row = (at: number): string => `<tr><td>District ${at}</td><td>${at * 100}</td></tr>`
    const article = read(
      `<h1>Bridge repairs start next month</h1><div>${PROSE.repeat(5)}<table><tr><th>Where</th><th>Votes</th></tr>${[1, 2, 3].map(row).join('')}</table></div>`,
      'page',
    )
    expect(article.body.children.at(-1)?.tagName).toBe('table')
  })

  it('has dates of single cells, and none across two', () => {
    const { datesInText } = read(
      `${PROSE.repeat(3)}<table><tr><th>Month</th><th>Year</th></tr><tr><td>5 June</td><td>2024</td></tr><tr><td>3 May 2023</td><td>12</td></tr></table>`,
    )
    const table = datesInText.filter(({ order }) => order > 0)
    expect(table.map(({ phrase }) => phrase)).not.toContain('5 June\t2024')
    expect(table).toContainEqual(
      expect.objectContaining({ phrase: '3 May 2023', start: 23, edtf: '2023-05-03' }),
    )
  })
})

describe('a table for layout', () => {
  it.each([
    ['of one cell', '<table><tr><td>All of the text stands here.</td></tr></table>'],
    ['of one column', '<table><tr><th>One</th></tr><tr><td>Two</td></tr><tr><td>Three</td></tr></table>'],
    ['of one row', '<table border=1><tr><td>Left</td><td>Right</td></tr></table>'],
    [
      'that says so',
      '<table role=presentation><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
    ],
    [
      'with headings',
      '<table><tr><td><h2>News</h2></td><td>1</td></tr><tr><td>2</td><td>3</td></tr></table>',
    ],
    [
      'with long texts side by side',
      `<table><tr><td>${PROSE.repeat(9)}</td><td>1</td></tr><tr><td>2</td><td>${PROSE.repeat(9)}</td></tr></table>`,
    ],
    [
      'of bullets',
      '<table><tr><td>·</td><td>A headline</td></tr><tr><td>·</td><td>Another</td></tr><tr><td>·</td><td>A third</td></tr></table>',
    ],
    [
      'of links',
      `<table>${'<tr><td><a href="/a">One</a></td><td><a href="/b">Two</a></td></tr>'.repeat(4)}</table>`,
    ],
    [
      'of pictures',
      `<table border=1>${'<tr><td><img src=a.jpg>One</td><td><img src=b.jpg>Two</td></tr>'.repeat(4)}</table>`,
    ],
  ])('%s is paragraphs', (_, html) => {
    expect(kindsOf(html)).not.toContain('table')
    expect(kindsOf(html).length).toBeGreaterThan(0)
  })

  it('may hold a table of data', () => {
    expect(
      kindsOf(
        `<table><tr><td>Menu</td><td>${PROSE}<table><tr><th>In</th><th>Out</th></tr><tr><td>4</td><td>5</td></tr></table></td></tr></table>`,
      ),
    ).toEqual(['p', 'p', 'table'])
  })

  it('takes no more places than are worth it, whatever its cells say that they span', () => {
    const cell = '<td colspan=1000 rowspan=60000>x</td>'
    const html = `<table border=1>${`<tr>${cell.repeat(20)}</tr>`.repeat(200)}</table>`
    expect(kindsOf(html)).not.toContain('table')
  })
})

describe('preformatted text of a page', () => {
  const preIn = (html: string): string =>
    blocksOf(html)
      .filter(({ tagName }) => tagName === 'pre')
      .map(blockText)
      .join('¶')

  it('keeps its lines and indents where it is code', () => {
    expect(preIn('<pre><code>  if (open) {\n    sail()<br>  }\n</code></pre>')).toBe(
      '  if (open) {\n    sail()\n  }',
    )
    expect(JSON.stringify(blocksOf('<pre><code>sail()</code></pre>'))).not.toContain('"code"')
  })

  it('keeps columns, verse and lines in elements of their own', () => {
    expect(preIn('<pre>Line    Hours\n1       6 to 22</pre>')).toBe('Line    Hours\n1       6 to 22')
    expect(preIn('<pre>床前明月光\n疑是地上霜\n\n举头望明月</pre>')).toBe(
      '床前明月光\n疑是地上霜\n\n举头望明月',
    )
    expect(preIn('<pre><div>row one</div><div>  row two</div></pre>')).toBe('row one\n  row two')
  })

  it('is a paragraph where it is prose', () => {
    const line = 'The harbour was quiet on Tuesday, and nobody would say why it had been'
    expect(kindsOf(`<pre>${`${line}\n`.repeat(6)}</pre>`)).toEqual(['p'])
    expect(kindsOf(`<pre>${`${line} `.repeat(6)}</pre>`)).toEqual(['p'])
  })
})
