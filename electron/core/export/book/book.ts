import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { hasMarginNotes, listsAtEnd } from '../../model/book-layout.ts'
import type { ReferenceList } from '../citation/reference-list.ts'
import type { ExportPlan } from '../plan.ts'
import { citationsList, sourcesIndex } from './back-pages.ts'
import type { ImageAddress } from './body.ts'
import { chronologyToBook } from './chronology.ts'
import { element } from './element.ts'
import { contentsOf, coverOf } from './front-pages.ts'
import type { MovedNotes } from './note-places.ts'
import { pageRulesOf } from './page-rules.ts'
import { sectionToBook } from './section.ts'

/** A book's own files; `html` links to `pages.css` beside it and to the common style sheet. */
export interface Book {
  readonly html: string
  readonly pageRules: string
}

export interface BookOptions {
  /**
   * The pages that the articles, and after them the lists at the end, start on, counted from 1; known only when the book
   * has been printed once.
   */
  readonly pages?: readonly number[] | undefined
  /** The articles as references, where the book's layout asks for them. */
  readonly references?: ReferenceList | undefined
  /** The notes in the margin that have no room there; known only when the book has been printed once. */
  readonly moved?: MovedNotes | undefined
  readonly image?: ImageAddress | undefined
}

/** Where `html` expects the common style sheet (`book.css` and its fonts). */
const BOOK_STYLE_SHEET = '/assets/book.css'

/** A plan as a book to be printed: cover, contents, one section an article, and lists. No script, no inline style. */
export function bookOf(plan: ExportPlan, { pages, image, references, moved }: BookOptions = {}): Book {
  const isAnnotated = hasMarginNotes(plan.book)
  const layout = plan.book?.columns === 2 ? 'two-columns' : isAnnotated ? 'annotated' : undefined
  const back = [
    ...(listsAtEnd(plan.book, plan.entries.length).includes('sources') ? [sourcesIndex(plan, pages)] : []),
    ...(references === undefined ? [] : [citationsList(plan, references)]),
  ]
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element(
        'html',
        { lang: plan.language, ...(layout !== undefined && { className: [layout] }) },
        element(
          'head',
          {},
          element('meta', { charSet: 'utf-8' }),
          element('title', {}, plan.title),
          element('link', { rel: ['stylesheet'], href: BOOK_STYLE_SHEET }),
          element('link', { rel: ['stylesheet'], href: 'pages.css' }),
        ),
        element(
          'body',
          {},
          ...(plan.isBare ? [] : [coverOf(plan)]),
          ...(plan.entries.length > 0 && !plan.isBare ? [contentsOf(plan, back, pages)] : []),
          ...(plan.chronology ? [chronologyToBook(plan.chronology, plan.language)] : []),
          ...plan.entries.map((entry, index) =>
            sectionToBook(entry, index, plan.language, { image, hasMarginNotes: isAnnotated, moved }),
          ),
          ...back.map(({ section }) => section),
        ),
      ),
    ],
  }
  return { html: toHtml(root), pageRules: pageRulesOf(plan) }
}
