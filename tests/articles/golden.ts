import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { headOf } from '../../electron/core/body/table.ts'
import { blockText, captionText } from '../../electron/core/body/text.ts'
import { extractHtml } from '../../electron/core/extract/html/pipeline.ts'
import { extractPasted } from '../../electron/core/extract/pipeline.ts'
import type { Block } from '../../electron/core/model/body.ts'
import type { Extraction } from '../../electron/core/model/extraction.ts'
import { readHtml } from '../../electron/formats/html.ts'
import { htmlTools } from '../../electron/formats/html-tools.ts'

const ROOT = fileURLToPath(new URL('.', import.meta.url))

/** When every golden page is clipped: after all of them. */
export const CLIPPED_AT = '2026-01-01T00:00:00.000Z'

/** Its expected.json is written in the page's own terms and compared by reference.test.ts beside it. */
const OWN_TEST = 'h20-approval'

/** Folders of pages whose expected.json is a golden. */
export const goldenPages = (): string[] =>
  readdirSync(ROOT, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== OWN_TEST)
    .map(entry => entry.name)

export const goldenPath = (page: string): string => join(ROOT, page, 'expected.json')

function readableBlock(block: Block): object {
  const order = block.properties.dataOrder
  if (block.tagName === 'table')
    return { order, type: 'table', head: headOf(block).length, rows: blockText(block).split('\n') }
  if (block.tagName !== 'figure') return { order, type: block.tagName, text: blockText(block) }
  const { caption, credit } = captionText(block)
  return { order, type: 'figure', caption, credit }
}

/** The file of a page: a saved web page, or text as a reader pastes it. */
export function sourceOf(page: string): string {
  const html = join(ROOT, page, 'source.html')
  return existsSync(html) ? html : join(ROOT, page, 'source.txt')
}

/** What extraction reads of a page. */
export function extractPage(page: string): Extraction {
  const bytes = readFileSync(sourceOf(page))
  if (sourceOf(page).endsWith('.txt')) return extractPasted(bytes.toString('utf8'), { clippedAt: CLIPPED_AT })
  const file = readHtml(new Uint8Array(bytes))
  if (!file.ok) throw new Error(`${page}: ${file.error}`)
  return extractHtml(file.value, { clippedAt: CLIPPED_AT, tools: htmlTools })
}

/** What extraction makes of a page, as a person reviews it: fields, blocks, what was set aside, dates. */
export function goldenOf(page: string): string {
  const { clipping, article } = extractPage(page)
  const evidence = Object.fromEntries(
    Object.entries(article.statements).map(([field, statement]) => [field, statement.evidence]),
  )
  const golden = {
    clipping,
    evidence,
    blocks: article.body.children.map(readableBlock),
    figures: article.figures,
    setAside: article.setAside.map(({ id: _, ...aside }) => aside),
    datesInText: article.datesInText.map(({ order, phrase, edtf, precision }) => ({ order, phrase, edtf, precision })),
  }
  return `${JSON.stringify(golden, null, 2)}\n`
}
