import { hasMarginNotes } from '../../model/book-layout.ts'
import { articleName } from '../article-title.ts'
import type { ExportPlan } from '../plan.ts'
import { calendarPart, dateInWords } from '../stated-date.ts'
import { wordsOf } from '../words.ts'

/** How wide the column of notes is, and how far from the text, where notes stand in the margin. */
const MARGIN_COLUMN = {
  A4: ':root { --note-column: 40mm; --note-distance: 6mm }',
  Letter: ':root { --note-column: 43mm; --note-distance: 6mm }',
  A5: ':root { --note-column: 34mm; --note-distance: 4mm }',
} as const satisfies Record<ExportPlan['paper'], string>

/**
 * The style sheet of one book beside the common one: its paper, and a named page for each article, whose
 * margin boxes hold the running header (outlet on the left, published day on the right). The book's own lists have theirs: the
 * book's title, and what the list is.
 */
export function pageRulesOf(plan: ExportPlan): string {
  const rules = plan.entries.map(({ clipping }, index) => {
    const name = articleName(index)
    const date =
      typeof clipping.published === 'string'
        ? wordsOf(plan.language).undated
        : dateInWords(calendarPart(clipping.published.edtf).replace('--', '/'), plan.language)
    const outlet = shortened(clipping.source?.name ?? wordsOf(plan.language).noSource)
    return `@page ${name} { @top-left { content: ${cssString(outlet)} } @top-right { content: ${cssString(date)} } }
#${name} { page: ${name} }`
  })
  const words = wordsOf(plan.language)
  const lists = [
    ['contents', words.contents],
    ['chronology', words.chronology],
    ['sources', words.sourcesIndex],
    ['citations', words.references],
  ].map(
    ([name = '', title = '']) =>
      `@page ${name} { @top-left { content: ${cssString(shortened(plan.title))} } @top-right { content: ${cssString(title)} } }
.${name} { page: ${name} }`,
  )
  const isAnnotated = hasMarginNotes(plan.book)
  const margin =
    plan.paper !== 'A5' ? '' : `; margin: ${isAnnotated ? '18mm 10mm 17mm 14mm' : '18mm 15mm 17mm'}`
  const column = isAnnotated ? [MARGIN_COLUMN[plan.paper]] : []
  return [`@page { size: ${plan.paper}${margin} }`, ...column, ...lists, ...rules, ''].join('\n')
}

/** A header has one line. */
const shortened = (text: string): string => {
  const characters = [...text]
  return characters.length <= 40 ? text : `${characters.slice(0, 39).join('')}…`
}

/** A CSS string; all but letters, digits and spaces as escapes, so that no text can end it. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, character => `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `)}"`
