import { EXCERPT_LENGTH, excerptOf } from '../body/excerpt.ts'
import { figuresOf } from '../body/figures.ts'
import { blockText, lengthOf } from '../body/text.ts'
import { datesInBody } from '../dates/dates-in-body.ts'
import type { Body } from '../model/body.ts'
import type { Clipping } from '../model/clipping.ts'
import type { Extraction } from '../model/extraction.ts'
import { EXTRACTOR_VERSION } from './extractor-version.ts'
import { reportedBy } from './reported-by.ts'

type Known = Pick<Clipping, 'title' | 'sources' | 'editors' | 'language' | 'published'>

/** The record of a body that is known as it is, and needs no reading: what derives from it is worked out anew. */
export function knownBody(body: Body, known: Known): Extraction {
  const running = body.children.filter(block => block.tagName !== 'figure').map(blockText)
  return {
    clipping: {
      ...known,
      bylines: [],
      reportedBy: reportedBy(running, known.language),
      excerpt: excerptOf(body, EXCERPT_LENGTH),
      length: lengthOf(body),
    },
    article: {
      body,
      figures: figuresOf(body),
      setAside: [],
      statements: {},
      datesInText: datesInBody(body, known.published, known.language),
      extractorVersion: EXTRACTOR_VERSION,
    },
  }
}
