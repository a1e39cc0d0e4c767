import { bodyOf } from '../../body/build.ts'
import { EXCERPT_LENGTH, excerptOf } from '../../body/excerpt.ts'
import { figuresOf } from '../../body/figures.ts'
import { blockText, lengthOf } from '../../body/text.ts'
import { datesInBody } from '../../dates/dates-in-body.ts'
import { clippingSchema } from '../../model/clipping.ts'
import type { Extraction } from '../../model/extraction.ts'
import { EXTRACTOR_VERSION } from '../extractor-version.ts'
import { reportedBy } from '../reported-by.ts'
import { blocksOf } from './blocks.ts'
import type { HtmlDraft } from './draft.ts'
import type { Resolve } from './inlines.ts'
import { setAsideOf } from './set-aside.ts'

const isWebAddress = (url: string | undefined): url is string =>
  clippingSchema.shape.url.safeParse(url).success && url !== undefined

/** The record of a page whose lines are all decided. */
export function assembleHtml(draft: HtmlDraft, resolve: Resolve): Extraction {
  const { language, published } = draft
  const body = bodyOf(blocksOf(draft, resolve))
  const running = body.children.filter(block => block.tagName !== 'figure').map(blockText)
  const [source] = draft.sources
  return {
    clipping: {
      title: draft.title,
      ...(isWebAddress(draft.url) && { url: draft.url }),
      bylines: [...draft.bylines],
      ...(source === undefined ? {} : { source: { name: source } }),
      sources: draft.sources.map(name => ({ name })),
      reportedBy: reportedBy(running, language),
      editors: [...draft.editors],
      language,
      published,
      excerpt: excerptOf(body, EXCERPT_LENGTH),
      length: lengthOf(body),
    },
    article: {
      body,
      figures: figuresOf(body),
      setAside: setAsideOf(draft),
      statements: { ...draft.statements },
      datesInText: datesInBody(body, published, language),
      extractorVersion: EXTRACTOR_VERSION,
    },
  }
}
