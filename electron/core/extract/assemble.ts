import { bodyOf } from '../body/build.ts'
import { EXCERPT_LENGTH, excerptOf } from '../body/excerpt.ts'
import { figuresOf } from '../body/figures.ts'
import { blockText, lengthOf } from '../body/text.ts'
import { datesInBody } from '../dates/dates-in-body.ts'
import { type Article, FIELDS, type Field, type SetAside } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Statement } from '../model/stated.ts'
import type { Draft } from './draft.ts'
import { EXTRACTOR_VERSION } from './extractor-version.ts'
import { reportedBy } from './reported-by.ts'

/** A field read from the running text is less sure than one in a line of its own. */
const IN_TEXT = 0.2

const CONFIDENCE: Readonly<Record<Field, number>> = {
  title: 0.9,
  bylines: 0.8,
  published: 0.9,
  sources: 0.9,
  editors: 0.95,
  language: 0.9,
}

function statementsOf(draft: Draft): Article['statements'] {
  const statements: Partial<Record<Field, Statement>> = {}
  for (const { fate, raw } of draft.lines) {
    if (fate?.kind !== 'field') continue
    for (const field of fate.fields) {
      const before = statements[field]
      const evidence = before === undefined ? raw : `${before.evidence}\n${raw}`
      statements[field] = {
        origin: field === 'bylines' ? 'byline' : 'text',
        evidence,
        confidence: CONFIDENCE[field],
      }
    }
  }
  for (const field of FIELDS) {
    const evidence = draft.evidence[field]
    if (evidence !== undefined && statements[field] === undefined)
      statements[field] = { origin: 'text', evidence, confidence: CONFIDENCE[field] - IN_TEXT }
  }
  return statements
}

/** The record of a draft whose lines are all decided. */
export function assemble(draft: Draft): Extraction {
  const body = bodyOf(draft.lines.flatMap(({ fate }) => (fate?.kind === 'block' ? [fate.block] : [])))
  const setAside = draft.lines.flatMap(({ fate, order }): SetAside[] =>
    fate?.kind === 'aside' ? [{ id: `line-${order}`, ...fate.aside }] : [],
  )
  const [source] = draft.sources
  const running = body.children.filter(block => block.tagName !== 'figure').map(blockText)
  return {
    clipping: {
      title: draft.title,
      bylines: [...draft.bylines],
      ...(source === undefined ? {} : { source: { name: source } }),
      sources: draft.sources.map(name => ({ name })),
      reportedBy: reportedBy(running, draft.language),
      editors: [...draft.editors],
      language: draft.language,
      published: draft.published,
      excerpt: excerptOf(body, EXCERPT_LENGTH),
      length: lengthOf(body),
    },
    article: {
      body,
      figures: figuresOf(body),
      setAside,
      statements: statementsOf(draft),
      datesInText: datesInBody(body, draft.published, draft.language),
      extractorVersion: EXTRACTOR_VERSION,
    },
  }
}
