import { expect, it } from 'vitest'
import type { ExportEntry } from '../../electron/core/export/plan.ts'
import { EXPORT_WRITERS } from '../../electron/core/export/writers.ts'
import { extractHtml } from '../../electron/core/extract/html/pipeline.ts'
import { type Body, bodySchema } from '../../electron/core/model/body.ts'
import { safePage } from '../../electron/core/original-page/safe-page.ts'
import { htmlTools } from '../../electron/formats/html-tools.ts'
import { activeContentOf, elementsOf } from '../hostile/active-content.ts'
import { VECTORS } from '../hostile/vectors.ts'
import { HOSTILE_ENTRIES, SAMPLE_ENTRIES } from '../unit/core/export/sample-collection.ts'
import { filesOf, sourceOf, textOf } from '../unit/core/export/sample-source.ts'

/** An export of all at once would be one of tens of megabytes. */
const AT_ONCE = 200
const NOTHING = { picture: () => undefined, font: () => undefined, style: () => undefined }

/** Of what is read as an article and exported one in three; `npm run vectors` takes all of them through the app. */
const ONE_IN = 3

const marked = VECTORS.map(({ markup }) => markup.replaceAll('URL', 'http://beacon.example/x'))
const pageOf = (markup: string): string =>
  `<html><head><title>Harbour votes</title></head><body><article><h1>Harbour votes</h1>
<p>The harbour board voted on Thursday to raise pilot fees by four percent, the first change in six years.</p>
<div>${markup}</div>
<p>Shipping companies said that they would appeal against the decision within a month.</p></article></body></html>`

const some = marked.filter((_, at) => at % ONE_IN === 0)

/** What each page was read as, once for all that is asked of it. */
const bodies = new Map<string, Body>()

function bodyOf(markup: string): Body {
  const known = bodies.get(markup)
  if (known !== undefined) return known
  const read = extractHtml(
    { html: pageOf(markup) },
    { clippedAt: '2025-07-20T00:00:00.000Z', tools: htmlTools },
  )
  bodies.set(markup, read.article.body)
  return read.article.body
}

/** A clipping that states the vector wherever a clipping states anything, with what its page was read as for a body. */
function entryOf(markup: string): ExportEntry {
  const [like] = SAMPLE_ENTRIES
  if (like === undefined) throw new Error('no sample')
  return {
    ...like,
    clipping: {
      ...like.clipping,
      title: markup,
      bylines: [markup],
      source: { name: markup },
      sources: [{ name: markup }],
      url: 'https://quay.example/',
      tags: [markup.replaceAll('/', '-')],
      note: markup,
    },
    article: { ...like.article, body: bodyOf(markup) },
  }
}

/** The elements of pages, and the attributes of each. */
const kindsOf = (pages: readonly string[]): Set<string> =>
  new Set(
    pages
      .flatMap(elementsOf)
      .flatMap(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => `${tagName} ${name}`)]),
  )

const ADDRESS = /^(?:https?:\/\/|#|[\w./-]+\.(?:xhtml|css)(?:#|$))/u

const hrefs = (html: string): string[] =>
  elementsOf(html).flatMap(({ attrs }) =>
    attrs.filter(({ name }) => name === 'href').map(({ value }) => value),
  )

it('is an article of nothing but what an article may be', () => {
  for (const markup of some) expect(bodySchema.safeParse(bodyOf(markup)).error, markup).toBeUndefined()
})

it('is an original page in which nothing runs, loads or leads away', () => {
  for (const markup of marked)
    expect(activeContentOf(safePage(pageOf(markup), NOTHING).html), markup).toEqual([])
})

it.each(['html', 'epub', 'citations'] as const)('adds nothing to the markup of %s', async format => {
  const writer = await EXPORT_WRITERS[format]()
  const write = async (entries: readonly ExportEntry[]) => {
    const source = sourceOf(entries)
    if (!('files' in writer)) return [await textOf(writer.pieces(source))]
    const files = await filesOf(writer.files(source))
    return files.filter(({ path }) => path.endsWith('html')).map(({ text }) => text)
  }
  const harmless = kindsOf(await write([...SAMPLE_ENTRIES, ...HOSTILE_ENTRIES]))
  for (let from = 0; from < some.length; from += AT_ONCE) {
    const pages = await write(some.slice(from, from + AT_ONCE).map(entryOf))
    expect([...kindsOf(pages)].filter(kind => !harmless.has(kind))).toEqual([])
    expect(pages.flatMap(hrefs).filter(href => !ADDRESS.test(href))).toEqual([])
  }
})
