import type { Element, ElementContent } from 'hast'
import { highlightsByBlock } from '../../model/block-highlights.ts'
import type { Highlight } from '../../model/highlight.ts'
import { articleName, languageOf } from '../article-title.ts'
import { hasNote, highlightsInOrder } from '../highlights.ts'
import type { ExportEntry } from '../plan.ts'
import { markedBody } from '../web/marked-body.ts'
import { type ExportLanguage, wordsOf } from '../words.ts'
import type { ImageAddress } from './body.ts'
import { element } from './element.ts'
import { type MovedNotes, noteName, referenceName } from './note-places.ts'

/** More lines than these are no note for a margin; of an em each, in the narrowest margin there is. */
const MOST_LINES = 28
const EMS_IN_LINE = 12

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/gu

/** How many lines a note has at about, in the margin. */
function linesOf(note: string): number {
  const emsOf = (line: string): number => {
    const wide = line.match(WIDE)?.length ?? 0
    return wide + (line.length - wide) / 2
  }
  return note
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(emsOf(line) / EMS_IN_LINE)), 0)
}

const MARGIN_NOTE = 'margin-note'

/** Characters of a line whose columns would not stand beside a margin on the smallest paper. */
const MOST_ALIGNED = 45

const HEADINGS: ReadonlySet<string> = new Set(['h2', 'h3', 'h4'])
/** Where a block can have no float: it would be taken for a part of the heading, the cell, the picture or the columns. */
const KEEPS_NOTES_OUT: ReadonlySet<string> = new Set([...HEADINGS, 'figure', 'table', 'pre'])

export interface MarginNotes {
  /** The body, with what is highlighted marked, and each note beside its passage. */
  readonly body: readonly Element[]
  /** What stands after the article: notes without room in the margin, and passages that are not in the text. */
  readonly after: readonly Element[]
}

/** An article's body with its notes in the margin. Every highlight is in the one or in the other. */
export function withMarginNotes(
  { clipping, article }: ExportEntry,
  index: number,
  language: ExportLanguage,
  { image, moved }: { readonly image?: ImageAddress | undefined; readonly moved?: MovedNotes | undefined },
): MarginNotes {
  const words = wordsOf(language)
  const highlights = highlightsInOrder(article)
  const noted = highlights.filter(hasNote)
  const shownNumber = (number: number): number => {
    const highlight = highlights[number - 1]
    return highlight === undefined ? number : noted.indexOf(highlight) + 1
  }
  const nameOf = (number: number): string => noteName(articleName(index), number)
  const inText = highlightsInText(article)
  const inMargin = new Set<Highlight>()
  const raised = new Set<Element>()
  const marked = markedBody(article, {
    words,
    image,
    headingShift: 0,
    noteName: nameOf,
    referenceName: number => referenceName(articleName(index), number),
    shownNumber,
    noteBehind: number => {
      const highlight = highlights[number - 1]
      if (highlight === undefined) return undefined
      if (linesOf(highlight.note ?? '') > MOST_LINES || moved?.after.includes(nameOf(number)))
        return undefined
      inMargin.add(highlight)
      const note = element(
        'span',
        {
          className: [MARGIN_NOTE, highlight.colour],
          id: nameOf(number),
          // What is in a paragraph cannot be an `aside`, which would end it; this is read as one all the same.
          role: 'complementary',
          ariaLabel: `${words.noteMark} ${shownNumber(number)}`,
          dir: 'auto',
          lang: language,
        },
        backTo(number),
        highlight.note ?? '',
      )
      if (moved?.raised.includes(nameOf(number))) raised.add(note)
      return note
    },
  })
  const references = new Set(marked.flatMap(block => [...idsIn(block)]))

  return {
    body: marked
      .flatMap(block => withNotesLifted(block, raised))
      .map(withNumbersKept)
      .map(withPlainOutline),
    after: notesAfter(),
  }

  function backTo(number: number): Element {
    const name = referenceName(articleName(index), number)
    return element(
      'a',
      { className: ['number'], href: `#${name}`, role: 'doc-backlink', ariaLabel: words.backToText },
      String(shownNumber(number)),
    )
  }

  function notesAfter(): Element[] {
    const left = highlights
      .map((highlight, at) => ({ highlight, number: at + 1 }))
      .filter(({ highlight }) => !inMargin.has(highlight) && (hasNote(highlight) || !inText.has(highlight)))
    if (left.length === 0) return []
    const items = left.flatMap(({ highlight, number }) => {
      const { quote, note = '', colour, position } = highlight
      const isReferred = references.has(referenceName(articleName(index), number))
      const shown = isReferred
        ? [backTo(number)]
        : [element('span', { className: ['number'] }, String(shownNumber(number)))]
      return [
        element(
          'blockquote',
          { className: [colour], dir: 'auto', lang: languageOf(clipping) },
          element('p', {}, quote.exact),
        ),
        ...(position === undefined
          ? [element('p', { className: ['not-stated'] }, `(${words.notInText})`)]
          : []),
        ...(hasNote(highlight)
          ? [
              element(
                'p',
                { className: ['remark'], dir: 'auto', ...(isReferred && { id: nameOf(number) }) },
                ...shown,
                note,
              ),
            ]
          : []),
      ]
    })
    return [
      element(
        'aside',
        { className: ['highlights'] },
        element('p', { className: ['label'] }, words.notesAfter),
        ...items,
      ),
    ]
  }
}

/** The highlights of which something is marked: where two overlap, the second is marked from where the first ends. */
function highlightsInText(article: ExportEntry['article']): ReadonlySet<Highlight> {
  const shown = new Set<Highlight>()
  for (const { highlights, spans } of highlightsByBlock(article).values()) {
    let from = 0
    for (const { start, end, index } of spans) {
      const highlight = highlights[index]
      if (highlight !== undefined && Math.max(start, from) < end) shown.add(highlight)
      from = Math.max(from, end)
    }
  }
  return shown
}

/**
 * A block with those notes outside of it that cannot stand where their passages are: before it, or below it where it takes
 * the margin. With one that is raised, so are those of the block's earlier passages, or they would come after it.
 */
function withNotesLifted(block: Element, raised: ReadonlySet<Element>): Element[] {
  const notes = [...notesIn(block)]
  const lifted = KEEPS_NOTES_OUT.has(block.tagName)
    ? notes
    : notes.slice(0, notes.findLastIndex(note => raised.has(note)) + 1)
  const without = (node: Element): Element => ({
    ...node,
    children: node.children.flatMap((child): ElementContent[] =>
      child.type !== 'element' ? [child] : lifted.includes(child) ? [] : [without(child)],
    ),
  })
  const rest = lifted.length === 0 ? block : without(block)
  if (!isWide(rest)) return [...lifted, rest]
  return [{ ...rest, properties: { ...rest.properties, className: [...classesOf(rest), 'full'] } }, ...lifted]
}

/** Whether a block would not stand in the width that is left to the text. */
const isWide = (block: Element): boolean =>
  classesOf(block).some(name => name === 'wide' || name === 'wider') ||
  (classesOf(block).includes('aligned') &&
    wordsIn(block)
      .split('\n')
      .some(line => line.length > MOST_ALIGNED))

const wordsIn = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(wordsIn).join('') : ''

/** A heading whose numbers come from the style sheet: the outline of the PDF has a heading's own words and no others. */
function withPlainOutline(block: Element): Element {
  if (!HEADINGS.has(block.tagName)) return block
  const plain = (node: Element): Element => {
    if (classesOf(node).includes('noteref'))
      return { ...node, properties: { ...node.properties, dataNumber: wordsIn(node) }, children: [] }
    return {
      ...node,
      children: node.children.map(child => (child.type === 'element' ? plain(child) : child)),
    }
  }
  return plain(block)
}

/** Passages with their numbers, between which no line ends. */
function withNumbersKept(node: Element): Element {
  const children = node.children.flatMap((child, at): ElementContent[] => {
    const [before, after] = [node.children[at - 1], node.children[at + 1]]
    if (isNumber(child) && isMark(before)) return []
    if (!isMark(child) || !isNumber(after)) return [child.type === 'element' ? withNumbersKept(child) : child]
    const words = wordsIn(child)
    const last = LAST_CHARACTER.exec(words)?.[0] ?? ''
    const end = element(
      'span',
      { className: ['kept'] },
      { ...child, children: [{ type: 'text', value: last }] },
      after,
    )
    const start = words.slice(0, words.length - last.length)
    return start === '' ? [end] : [{ ...child, children: [{ type: 'text', value: start }] }, end]
  })
  return { ...node, children }
}

const LAST_CHARACTER = /\P{M}?\p{M}*$/u

const isMark = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && node.tagName === 'mark'

const isNumber = (node: ElementContent | undefined): node is Element => {
  const [reference] = node?.type === 'element' && node.tagName === 'sup' ? node.children : []
  return reference?.type === 'element' && classesOf(reference).includes('noteref')
}

function* notesIn(node: Element): Generator<Element> {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (isNote(child)) yield child
    else yield* notesIn(child)
  }
}

const classesOf = ({ properties }: Element): readonly string[] =>
  Array.isArray(properties['className']) ? properties['className'].map(String) : []

const isNote = (node: Element): boolean => classesOf(node).includes(MARGIN_NOTE)

function* idsIn(node: Element): Generator<string> {
  if (typeof node.properties['id'] === 'string') yield node.properties['id']
  for (const child of node.children) if (child.type === 'element') yield* idsIn(child)
}
