import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { blockText } from '../../electron/core/body/text.ts'
import { extractPasted } from '../../electron/core/extract/pipeline.ts'

/** Prints what is read from one pasted text (plain or gzipped): fields, blocks, and what was set aside. */
export default function run(file = '', clippedAt = '2026-01-01T00:00:00.000Z'): void {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const { clipping, article } = extractPasted(text, { clippedAt })
  const { reportedBy, excerpt, ...fields } = clipping
  console.log(JSON.stringify(fields, null, 1), JSON.stringify(reportedBy), excerpt)
  for (const block of article.body.children)
    console.log(`${block.properties.dataOrder} ${block.tagName}: ${blockText(block).slice(0, 110)}`)
  for (const { order, step, reason, list, item, text: words } of article.setAside)
    console.log(
      `  -${order} ${step}/${reason}${list === undefined ? '' : ` [${list}]`}: ${JSON.stringify(words.slice(0, 90))} ${item === undefined ? '' : JSON.stringify(item).slice(0, 160)}`,
    )
  for (const date of article.datesInText)
    console.log(`  @${date.order} ${date.phrase} ${date.edtf} ${date.precision} ${date.confidence}`)
}
