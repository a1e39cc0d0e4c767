import type { Extraction } from '../model/extraction.ts'
import type { Instant } from '../model/identifiers.ts'
import { assemble } from './assemble.ts'
import { byline } from './byline.ts'
import { closingCredits, headerCredits } from './credits.ts'
import { dateline } from './dateline.ts'
import type { Draft, Step } from './draft.ts'
import { ending } from './ending.ts'
import { figures } from './figures.ts'
import { followingLists } from './following-lists.ts'
import { interruptions } from './interruptions.ts'
import { detectLanguage } from './language.ts'
import { linesIn } from './lines.ts'
import { mainText } from './main-text.ts'
import { paragraphs } from './paragraphs.ts'
import { published } from './published.ts'
import { strayLines } from './stray-lines.ts'
import { subHeadings } from './sub-headings.ts'
import { surroundings } from './surroundings.ts'
import { title } from './title.ts'

/** The order in which a pasted text is read. Each step decides some lines and leaves the others to those below. */
const STEPS: readonly Step[] = [
  mainText,
  title,
  published,
  headerCredits,
  byline,
  followingLists,
  closingCredits,
  dateline,
  figures,
  ending,
  interruptions,
  surroundings,
  subHeadings,
  strayLines,
  paragraphs,
]

export interface PasteContext {
  /** When the text was clipped; nothing is published later. */
  readonly clippedAt: Instant
}

/**
 * Reads a news page from its plain text as a reader copies it. Nothing is lost: each non-blank line is in the
 * body, backs a field (`statements`) or is set aside, verbatim. Nothing is invented: what the text does not
 * say is absent or `not-stated`. Total: any text yields an extraction.
 */
export function extractPasted(text: string, { clippedAt }: PasteContext): Extraction {
  const draft: Draft = {
    lines: linesIn(text),
    clippedAtMs: Date.parse(clippedAt),
    language: detectLanguage(text),
    main: { first: -1, last: -1 },
    title: '',
    titleAt: -1,
    bylines: [],
    sources: [],
    editors: [],
    published: 'not-stated',
    evidence: {},
  }
  return assemble(STEPS.reduce((current, step) => step.run(current), draft))
}
