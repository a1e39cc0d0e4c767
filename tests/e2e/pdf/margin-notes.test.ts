import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blockText } from '../../../electron/core/body/text.ts'
import { annotatedPlan } from './annotated-plan.ts'
import {
  check,
  fontsOf,
  isOnPages,
  outlineOf,
  type PlacedWord,
  placesOf,
  structureOf,
  wordsOf,
} from './pdf-tools.ts'
import { type Printer, printAll } from './print.ts'

/** A running head, and what else may stand between the halves of a paragraph, in characters. */
const APART = 400

/** In points: where the column of notes begins and ends, and the text of the page. */
const BOOKS = {
  a4: { ...annotatedPlan('A4', 'zh-Hans'), column: [416.7, 530.1], foot: [70.8, 774], share: 0.5 },
  letter: { ...annotatedPlan('Letter', 'en'), column: [424.9, 546.9], foot: [70.8, 724], share: 0.5 },
  a5: { ...annotatedPlan('A5', 'zh-Hans'), column: [294.8, 391.2], foot: [51, 547.1], share: 0.4 },
} as const
type Name = keyof typeof BOOKS
const NAMES = Object.keys(BOOKS) as Name[]

let printer: Printer
beforeAll(async () => {
  printer = await printAll(Object.fromEntries(NAMES.map(name => [name, { plan: BOOKS[name].plan }])), {
    patienceMs: 120_000,
  })
}, 300_000)
afterAll(() => printer?.remove())

const pdfOf = (name: Name): string => {
  expect(printer.printed[name]?.outcome).toBe('printed')
  return printer.printed[name]?.pdf ?? ''
}

/** Numbers stand behind passages in the text, so they do not count; nor do line ends and hyphens. */
const squeezed = (text: string): string => text.replace(/[\s\d\u00ad-]+/gu, '')

interface NoteBox {
  readonly page: number
  readonly top: number
  readonly bottom: number
  readonly isInMargin: boolean
}

function boxesOf(name: Name, words: readonly PlacedWord[]): NoteBox[] {
  const [left] = BOOKS[name].column
  return BOOKS[name].notes.map(({ first, last }) => {
    const [begins, ends] = [first, last].map(each => words.filter(({ text }) => text.includes(each)))
    expect([first, begins?.length, ends?.length]).toEqual([first, 1, 1])
    const [begin, end] = [begins?.[0], ends?.[0]]
    if (begin === undefined || end === undefined) throw new Error('no such note')
    expect([first, end.page - begin.page]).toEqual([first, begin.left < left ? expect.any(Number) : 0])
    return { page: begin.page, top: begin.top, bottom: end.bottom, isInMargin: begin.left >= left }
  })
}

describe.each(NAMES)('notes in the margin, on %s', name => {
  const { plan, notes, column, foot, share } = BOOKS[name]

  it('are all there, each once, in a book that is sound', () => {
    const pdf = pdfOf(name)
    expect(check(pdf)).toContain('No syntax or stream encoding errors found')
    expect(fontsOf(pdf).filter(font => font.type !== 'CID TrueType' || !font.embedded)).toEqual([])
    const boxes = boxesOf(name, wordsOf(pdf))
    // What is long, or has too many beside it, stands after the article.
    const short = boxes.filter((_box, at) => notes[at]?.isLong !== true)
    expect(boxes.filter((box, at) => box.isInMargin && notes[at]?.isLong === true)).toEqual([])
    expect(short.filter(box => box.isInMargin).length / short.length).toBeGreaterThan(share)
  })

  it('lie neither over one another nor over the edge of their column', () => {
    const words = wordsOf(pdfOf(name))
    const inMargin = boxesOf(name, words).filter(box => box.isInMargin)
    const over = inMargin.filter(a =>
      inMargin.some(b => a !== b && a.page === b.page && a.top < b.bottom && b.top < a.bottom),
    )
    expect(over).toEqual([])
    const [left, right] = column
    const [head, bottom] = foot
    const outline = outlineOf(pdfOf(name)).map(entry => entry.destpageposfrom1)
    const [first = 0, back = 0] = [outline[0], outline.at(-1)]
    const ofText = words.filter(
      word => word.page >= first && word.page < back && word.top > head - 1 && word.top < bottom,
    )
    // A box of a word may end half a point behind its glyphs.
    expect(ofText.filter(word => word.right > right + 0.6 || word.bottom > bottom + 0.6)).toEqual([])
    // Nothing of the text reaches into the column, but what is wider than the text.
    const across = ofText.filter(word => word.left < left - 1 && word.right > left)
    expect(across.map(({ text }) => text).filter(text => !/^(?:quay|\d)$/u.test(text))).toEqual([])
  })

  it('stand on the page of their passage, at the height of it or a little below', () => {
    const places = placesOf(pdfOf(name))
    const words = wordsOf(pdfOf(name))
    const boxes = boxesOf(name, words).filter(box => box.isInMargin)
    const found = [...places].flatMap(([note, place]) => {
      const passage = places.get(note.replace('-note-', '-ref-'))
      return /-note-/u.test(note) && passage !== undefined ? [{ note, place, passage }] : []
    })
    expect(found.length).toBeGreaterThanOrEqual(boxes.length)
    const beside = found.filter(
      ({ place, passage }) => place.page === passage.page && passage.top - place.top < 132,
    )
    expect(beside.length).toBeGreaterThanOrEqual(boxes.length)
  })

  it('leave the text whole, its outline as it is, and are read where they belong', () => {
    const pdf = pdfOf(name)
    const [left] = column
    const text = squeezed(
      wordsOf(pdf)
        .filter(word => word.left < left)
        .map(word => word.text)
        .join(''),
    )
    const lines = plan.entries.flatMap(({ article }) =>
      article.body.children
        // Words that stand in columns come in another order.
        .filter(({ tagName }) => tagName !== 'table' && tagName !== 'pre')
        .flatMap(each => blockText(each).split('\n')),
    )
    expect(lines.filter(line => !isOnPages(text, squeezed(line), APART))).toEqual([])
    const outline = outlineOf(pdf)
    expect(outline.slice(0, plan.entries.length).map(({ title }) => title)).toEqual(
      plan.entries.map(({ clipping }) => clipping.title),
    )
    const headings = plan.entries.map(({ article }) =>
      article.body.children.filter(({ tagName }) => tagName === 'h2').map(blockText),
    )
    expect(outline.slice(0, plan.entries.length).map(({ kids }) => kids.map(({ title }) => title))).toEqual(
      headings,
    )
    const inMargin = boxesOf(name, wordsOf(pdf)).filter(box => box.isInMargin).length
    expect(structureOf(pdf).filter(type => type === '/Aside').length).toBeGreaterThanOrEqual(inMargin)
  })
})
