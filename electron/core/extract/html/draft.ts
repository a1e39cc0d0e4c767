import type { Field } from '../../model/article.ts'
import type { Published, Statement } from '../../model/stated.ts'
import type { Claims } from '../metadata/claims.ts'
import type { AsideReason } from './aside.ts'
import type { DataTables } from './data-tables.ts'
import type { Head } from './page/head.ts'
import type { Page } from './page/page.ts'
import type { LineSet } from './tools.ts'

/** What became of a line: set aside by a step, or backing fields. A line without a fate is in the body if `body` has it. */
export type LineFate =
  | { readonly kind: 'aside'; readonly step: string; readonly reason: AsideReason; readonly list?: string }
  | { readonly kind: 'field'; readonly fields: readonly Field[] }

/** What is known of a page so far; each step returns a new one. */
export interface HtmlDraft {
  readonly page: Page
  readonly head: Head
  readonly claims: Claims
  /** Where the page was read, as it was saved or states itself. */
  readonly url: string | undefined
  readonly clippedAtMs: number
  readonly language: string
  /** Elements that are not part of the article as the page itself calls them. */
  readonly aside: ReadonlySet<number>
  /** Lines of the article. */
  readonly body: LineSet
  /** Its tables of data, which stay whole: what a cell says may look like a button, a byline or a notice. */
  readonly tables: DataTables
  /** Index of the first line of running text; -1 where there is none. */
  readonly start: number
  /** Lines of the article that are words of a picture; lines of one figure have the same number. */
  readonly captions: ReadonlyMap<number, number>
  readonly fates: ReadonlyMap<number, LineFate>
  readonly title: string
  /** Index of the line that shows the title; -1 where none does. */
  readonly titleAt: number
  readonly bylines: readonly string[]
  readonly sources: readonly string[]
  readonly editors: readonly string[]
  readonly published: Published
  readonly statements: Readonly<Partial<Record<Field, Statement>>>
}

export interface HtmlStep {
  readonly name: string
  readonly run: (draft: HtmlDraft) => HtmlDraft
}

/** The last of the lines; -1 where there is none. There may be more than a call takes arguments. */
export function lastLineOf(lines: LineSet): number {
  let last = -1
  for (const index of lines) last = Math.max(last, index)
  return last
}

/** Whether a line leaves the body with others: a line of a table only where all of the table does. */
const leaves = ({ tables, body }: HtmlDraft, index: number, others: ReadonlyMap<number, unknown>): boolean =>
  tables.get(index)?.lines.every(line => !body.has(line) || others.has(line)) !== false

/**
 * Takes lines out of the body, or gives those outside of it their reason; a line that has a fate keeps it, and one of a
 * table stays unless the whole table goes.
 */
export function setAside(
  draft: HtmlDraft,
  step: string,
  lines: ReadonlyMap<number, { readonly reason: AsideReason; readonly list?: string }>,
): HtmlDraft {
  if (lines.size === 0) return draft
  const fates = new Map(draft.fates)
  const body = new Set(draft.body)
  for (const [index, detail] of lines) {
    if (!leaves(draft, index, lines)) continue
    body.delete(index)
    if (!fates.has(index)) fates.set(index, { kind: 'aside', step, ...detail })
  }
  return { ...draft, body, fates }
}

/** Lines that state fields leave the body, but for those of its tables; a line that was set aside keeps its fate. */
export function backing(draft: HtmlDraft, lines: readonly number[], fields: readonly Field[]): HtmlDraft {
  const fates = new Map(draft.fates)
  const body = new Set(draft.body)
  for (const index of lines) {
    const fate = fates.get(index)
    if (fate?.kind === 'aside' || draft.tables.has(index)) continue
    body.delete(index)
    fates.set(index, { kind: 'field', fields: [...new Set([...(fate?.fields ?? []), ...fields])] })
  }
  return { ...draft, body, fates }
}
