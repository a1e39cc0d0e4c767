import { describe, expect, test } from 'vitest'
import { extractHtml } from '../../../../../electron/core/extract/html/pipeline.ts'
import { htmlTools } from '../../../../../electron/formats/html-tools.ts'

const TEXT =
  `<p>${'The ferry company said on Tuesday that the last boat will leave an hour earlier, because the crews are short of hands. '.repeat(3)}</p>`.repeat(
    4,
  )

interface Stated {
  readonly og?: string
  readonly card?: string
  readonly jsonLd?: string
  readonly window?: string
  readonly shown?: string
}

const meta = (property: string, content: string | undefined): string =>
  content === undefined ? '' : `<meta property="${property}" content="${content}">`

const titleOf = ({ og, card, jsonLd, window = '', shown }: Stated): string =>
  extractHtml(
    {
      html: `<html lang="en"><head><title>${window}</title>${meta('og:title', og)}${meta('twitter:title', card)}${
        jsonLd === undefined
          ? ''
          : `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: jsonLd })}</script>`
      }</head><body><article>${shown ?? ''}${TEXT}</article></body></html>`,
    },
    { clippedAt: '2026-01-01T00:00:00.000Z', tools: htmlTools },
  ).clipping.title

const EARLIER = 'Last ferry leaves an hour earlier'
const SHORT = 'Ferry crews are short of hands'

describe('the title of a page whose statements differ', () => {
  test('is the one for sharing, where it alone has other words', () => {
    expect(titleOf({ og: SHORT, jsonLd: EARLIER, window: EARLIER, shown: `<h1>${EARLIER}</h1>` })).toBe(SHORT)
  })

  test('is the shown one, where the one for sharing is that of every network and JSON-LD has the shown one', () => {
    const networks = { og: SHORT, card: SHORT, jsonLd: EARLIER, shown: `<h2>${EARLIER}</h2>` }
    expect(titleOf({ ...networks, window: EARLIER })).toBe(EARLIER)
    expect(titleOf({ ...networks, window: SHORT })).toBe(EARLIER)
  })

  test('is the first heading, where three statements have three wordings', () => {
    const shown = 'Last ferry leaves an hour earlier from now on'
    const jsonLd = 'From now on the last ferry leaves earlier: crews short'
    expect(titleOf({ og: SHORT, jsonLd, window: jsonLd, card: jsonLd, shown: `<h1>${shown}</h1>` })).toBe(
      shown,
    )
  })

  test('is what they agree on behind kickers that differ', () => {
    const shown = `<h1>On the river - “${EARLIER}”</h1>`
    expect(titleOf({ og: `Ferry company: “${EARLIER}”`, shown })).toBe(`“${EARLIER}”`)
    expect(titleOf({ og: `On the river: “${EARLIER}”`, shown })).toBe(`On the river: “${EARLIER}”`)
  })
})
