import type { Field, ListedItem, SetAside } from '../model/article.ts'
import type { Block } from '../model/body.ts'
import type { Published } from '../model/stated.ts'
import type { Measure } from './measure.ts'

/** What became of a line. A line without a fate is still to be decided. */
export type Fate =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'field'; readonly fields: readonly Field[] }
  | { readonly kind: 'aside'; readonly aside: Omit<SetAside, 'id'> }
  /** Its words are in the block or the set-aside entry of a line before it. */
  | { readonly kind: 'joined' }

/** One non-blank line of the source. */
export interface Line {
  /** 0-based number of the source line. */
  readonly order: number
  /** The words as they stand, without white space at the ends. */
  readonly raw: string
  /** The words for reading: plain spaces, no invisible characters. */
  readonly text: string
  /** A blank line stands before it. */
  readonly gap: boolean
  readonly measure: Measure
  readonly fate?: Fate
}

/** What is known of the document so far; each step returns a new one. */
export interface Draft {
  readonly lines: readonly Line[]
  /** When the text was clipped: no publication date can be later. Milliseconds since the epoch. */
  readonly clippedAtMs: number
  readonly language: string
  /** Indexes in `lines` of the first and last line of running text; -1 where there is none. */
  readonly main: { readonly first: number; readonly last: number }
  readonly title: string
  /** Index of the title's line; -1 where none is stated. */
  readonly titleAt: number
  readonly bylines: readonly string[]
  readonly sources: readonly string[]
  readonly editors: readonly string[]
  readonly published: Published
  /** Words of the running text that back a field: they stay in the body as well. */
  readonly evidence: Readonly<Partial<Record<Field, string>>>
}

/** A step reads the draft and returns it with some lines decided; it never changes a line's words. */
export interface Step {
  readonly name: string
  readonly run: (draft: Draft) => Draft
}

/** Gives fates to lines by index; a line that has one keeps it. */
export function decide(draft: Draft, fates: ReadonlyMap<number, Fate>): Draft {
  if (fates.size === 0) return draft
  return {
    ...draft,
    lines: draft.lines.map((line, index) => {
      const fate = line.fate === undefined ? fates.get(index) : undefined
      return fate === undefined ? line : { ...line, fate }
    }),
  }
}

export interface AsideDetail {
  readonly list?: string | undefined
  readonly item?: ListedItem
  /** Words of further lines that belong to the same entry. */
  readonly further?: readonly string[]
}

/** The fate of a line that is left out of the body. */
export function aside(
  line: Line,
  step: string,
  reason: SetAside['reason'],
  { list, item, further = [] }: AsideDetail = {},
): Fate {
  return {
    kind: 'aside',
    aside: {
      step,
      reason,
      text: [line.raw, ...further].join('\n'),
      ...(list === undefined ? {} : { list }),
      ...(item === undefined ? {} : { item }),
      order: line.order,
    },
  }
}

/** Adds fields to a line that backs them; a line that is already in the body or set aside keeps its fate. */
export function backs(draft: Draft, index: number, fields: readonly Field[]): Draft {
  return {
    ...draft,
    lines: draft.lines.map((line, at) => {
      if (at !== index) return line
      if (line.fate === undefined) return { ...line, fate: { kind: 'field', fields } }
      if (line.fate.kind !== 'field') return line
      return { ...line, fate: { kind: 'field', fields: [...new Set([...line.fate.fields, ...fields])] } }
    }),
  }
}
