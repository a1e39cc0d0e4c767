import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blockText } from '../../../electron/core/body/text.ts'
import type { ExportPlan } from '../../../electron/core/export/plan.ts'
import { cornerPlan } from './corner-plan.ts'
import { catalogOf, check, fontsOf, infoOf, isOnPages, outlineOf, pagesOf, rightmost } from './pdf-tools.ts'
import { type Printer, printAll } from './print.ts'
import { samplePlan } from './sample-plan.ts'
import { ROWS, tablePlan } from './table-plan.ts'

/** A running head, and what else may stand between the halves of a paragraph, in characters. */
const APART = 60

const plans = { thirty: samplePlan(30), english: samplePlan(3, 'en') }
/** After each step that a printing has, but the last. */
const CANCELLATIONS = [1, 2, 3, 4, 5] as const
/** Two columns on small paper, with an index of sources. */
const small: ExportPlan = {
  ...samplePlan(12, 'en'),
  paper: 'A5',
  book: { columns: 2, parts: ['chronology', 'sources'], notes: 'margin' },
}
let printer: Printer

beforeAll(async () => {
  printer = await printAll({
    thirty: { plan: plans.thirty },
    ...Object.fromEntries(
      CANCELLATIONS.map(step => [`cancelled-${step}`, { plan: plans.english, cancelAfter: step }]),
    ),
    corners: { plan: cornerPlan },
    tables: { plan: tablePlan },
    english: { plan: { ...plans.english, paper: 'Letter' } },
    small: { plan: small },
  })
})
afterAll(() => printer?.remove())

const pdfOf = (name: string): string => {
  const printed = printer.printed[name]
  expect(printed?.outcome).toBe('printed')
  return printed?.pdf ?? ''
}

/** Line ends, and the spaces that they and the spacing between scripts leave in extracted text, do not count. */
const squeezed = (text: string): string => text.replace(/\s+/gu, '')

const linesOf = (plan: ExportPlan): string[] =>
  plan.entries.flatMap(({ article }) =>
    article.body.children.map(blockText).flatMap(text => text.split('\n')),
  )

describe.each(['thirty', 'english'] as const)('the PDF book of %s', name => {
  const plan = plans[name]

  it('is sound', () => {
    expect(check(pdfOf(name))).toContain('No syntax or stream encoding errors found')
  })

  it('holds every paragraph, heading and caption as text, in order', () => {
    const text = squeezed(
      pagesOf(pdfOf(name))
        .map(page =>
          page
            .split('\n')
            .filter(line => !/^\s*\d+ ?\/ ?\d+\s*$/.test(line))
            .join('\n'),
        )
        .join('\n'),
    )
    const missing = linesOf(plan).filter(line => !isOnPages(text, squeezed(line), APART))
    expect(missing).toEqual([])
  })

  it('embeds every typeface as TrueType', () => {
    const fonts = fontsOf(pdfOf(name))
    expect(fonts.filter(font => font.type !== 'CID TrueType' || !font.embedded)).toEqual([])
    expect(fonts.some(font => font.name.includes('NotoSerifSC'))).toBe(true)
    expect(fonts.some(font => font.name.includes('SourceSerif'))).toBe(true)
  })

  it('states its title, its language and that it is tagged', () => {
    expect(infoOf(pdfOf(name))).toMatchObject({ Title: plan.title, Tagged: 'yes' })
    expect(catalogOf(pdfOf(name))['/Lang']).toBe(`u:${plan.language}`)
  })

  it('has an outline entry for each article, with its sub-headings below', () => {
    const outline = outlineOf(pdfOf(name))
    expect(outline.map(entry => entry.title)).toEqual(plan.entries.map(entry => entry.clipping.title))
    const headings = plan.entries.map(({ article }) =>
      article.body.children.filter(block => block.tagName === 'h2').map(blockText),
    )
    expect(outline.map(entry => entry.kids.map(kid => kid.title))).toEqual(headings)
  })

  it('gives in the contents the page on which each article starts', () => {
    const starts = outlineOf(pdfOf(name)).map(entry => entry.destpageposfrom1)
    const contents = pagesOf(pdfOf(name), 'layout').slice(1, (starts[0] ?? 0) - 1)
    const listed = contents
      .flatMap(page => page.split('\n'))
      .flatMap(line => {
        const [, title, page] = /^(.*\S) {3,}(\d+)$/.exec(line.trimEnd()) ?? []
        return title === undefined ? [] : [{ title: squeezed(title), page: Number(page) }]
      })
    expect(listed.map(entry => entry.page)).toEqual(starts)
    const pages = pagesOf(pdfOf(name))
    for (const [index, { clipping }] of plan.entries.entries()) {
      // A title of two lines has its number on the first.
      expect(squeezed(clipping.title)).toContain(listed[index]?.title)
      expect(squeezed(pages[(starts[index] ?? 0) - 1] ?? '')).toContain(squeezed(clipping.title))
    }
  })

  it('numbers its pages and heads each with the outlet and the day of its article', () => {
    const pages = pagesOf(pdfOf(name))
    const starts = outlineOf(pdfOf(name)).map(entry => entry.destpageposfrom1)
    for (const [index, { clipping }] of plan.entries.entries()) {
      const start = starts[index] ?? 0
      for (let page = start; page < (starts[index + 1] ?? pages.length + 1); page += 1) {
        const text = pages[page - 1] ?? ''
        expect(squeezed(text)).toContain(`${page}/${pages.length}`)
        if (clipping.source !== undefined) expect(text).toContain(clipping.source.name)
        if (typeof clipping.published !== 'string')
          expect(text).toContain(clipping.published.edtf.slice(0, 4))
      }
    }
  })
})

describe('printing a PDF book', () => {
  it('takes two passes for thirty articles', () => {
    expect(printer.printed['thirty']?.steps).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('follows the paper', () => {
    expect(infoOf(pdfOf('thirty'))['Page size']).toContain('A4')
    expect(infoOf(pdfOf('english'))['Page size']).toContain('letter')
  })

  it('sets two columns on small paper, and gives in the index the pages of the articles of each source', () => {
    const pdf = pdfOf('small')
    expect(check(pdf)).toContain('No syntax or stream encoding errors found')
    expect(infoOf(pdf)['Page size']).toContain('A5')
    // In columns words are hyphenated.
    const joined = (words: string) => squeezed(words).replaceAll('-', '')
    const text = joined(pagesOf(pdf, 'written').join(''))
    expect(linesOf(small).filter(line => !isOnPages(text, joined(line), APART))).toEqual([])

    const outline = outlineOf(pdf)
    expect(outline.map(({ title }) => title)).toEqual([
      ...small.entries.map(({ clipping }) => clipping.title),
      'Index of sources',
    ])
    const starts = outline.map(entry => entry.destpageposfrom1)
    const contents = pagesOf(pdf, 'layout').slice(1, (starts[0] ?? 0) - 1)
    expect(contents.join('\n')).toMatch(new RegExp(`Index of sources +${starts.at(-1)}$`, 'm'))
    const index = (pagesOf(pdf, 'written')[(starts.at(-1) ?? 0) - 1] ?? '').replace(/\s+/gu, ' ')
    const ofGazette = small.entries.flatMap(({ clipping }, at) =>
      clipping.source?.name === 'The Harbour Gazette' ? [starts[at]] : [],
    )
    expect(ofGazette.length).toBeGreaterThan(3)
    expect(index).toContain(`The Harbour Gazette ${ofGazette.join(', ')}`)
  })

  it.each(CANCELLATIONS)('ends when it is cancelled after step %i, with nothing written', step => {
    const cancelled = printer.printed[`cancelled-${step}`]
    expect(cancelled).toMatchObject({ outcome: 'cancelled', steps: CANCELLATIONS.slice(0, step) })
    expect(existsSync(cancelled?.pdf ?? '')).toBe(false)
  })

  it('sets long words, long names, scripts from right to left and articles without anything', () => {
    const pdf = pdfOf('corners')
    expect(check(pdf)).toContain('No syntax or stream encoding errors found')
    const [long, arabic, chinese, bare] = outlineOf(pdf)
    const titles = cornerPlan.entries.map(entry => entry.clipping.title)
    expect([long?.title, chinese?.title, bare?.title]).toEqual([titles[0], titles[2], 'Untitled'])
    // Chromium lists the words of a line from right to left as they stand from left to right.
    expect(arabic?.title.split(' ').sort()).toEqual(titles[1]?.split(' ').sort())
    expect([long, arabic, chinese, bare].map(entry => entry?.destpageposfrom1)).toEqual([3, 4, 5, 6])
    const text = squeezed(pagesOf(pdf).join('\n'))
    for (const words of [
      'bauunterbeamtengesellschaft',
      '</p>"%d"',
      '「引號」與《書名號》',
      'TheVeryLongNamedMorningChroniclea…',
    ]) {
      expect(text).toContain(words)
    }
  })
})

describe('tables and text that is set, in a PDF book', () => {
  /** A4 is 595.3 points wide, and its right margin 65.2; a box of a word may end half a point behind its glyphs. */
  const RIGHT = 595.3 - 65.2 + 0.5

  it('keep their columns, name them anew on each page, and stay on it', () => {
    const pdf = pdfOf('tables')
    expect(check(pdf)).toContain('No syntax or stream encoding errors found')
    const pages = pagesOf(pdf, 'layout')
    const withRows = pages.filter(page => /Quay \d/u.test(page))
    expect(withRows.length).toBeGreaterThan(1)
    for (const page of withRows) expect(page).toMatch(/Quayname +Taken/u)
    const text = pages.join('\n')
    for (let row = 0; row < ROWS; row += 1)
      expect(text).toMatch(new RegExp(`Quay ${row} +${row * 7}\\.5 `, 'u'))
    expect(text).toMatch(/ 12000 +13000/u)
    expect(text).toMatch(/Town hall {2,}9\.10/u)
    expect(squeezed(text)).toContain('床前明月光疑是地上霜')
    expect(rightmost(pdf)).toBeLessThanOrEqual(RIGHT)
    expect(fontsOf(pdf).filter(font => font.type !== 'CID TrueType' || !font.embedded)).toEqual([])
  })
})
