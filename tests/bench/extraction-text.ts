import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { textOf } from '../../electron/core/body/text.ts'
import { undoDoubleEncoding } from '../../electron/core/extract/double-encoding.ts'
import { extractPasted } from '../../electron/core/extract/pipeline.ts'
import { daySpanOf } from '../../electron/core/model/edtf.ts'
import { f1Of, folded, mean, type Overlap, overlapOf, quantile } from './extraction-metric.ts'
import type { Truth } from './extraction-score.ts'

const share = (values: readonly boolean[]): string =>
  values.length === 0 ? '-' : `${mean(values.map(Number)).toFixed(3)} of ${values.length}`

/** Reads every page of one set from its visible text and compares it with `truth.jsonl`. */
export default function runText(folder: string, set: string, show: string): void {
  const rows = readFileSync(join(folder, set, 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map((line): Truth => JSON.parse(line))
  const [precision, recall, times]: number[][] = [[], [], []]
  const running: Overlap[] = []
  const [title, date, authors]: boolean[][] = [[], [], []]
  for (const row of rows) {
    const path = join(folder, set, row.file.replace('.html.gz', '.txt.gz'))
    if (!existsSync(path)) continue
    const stored = gunzipSync(readFileSync(path)).toString('utf8')
    const text = undoDoubleEncoding(stored) ?? stored
    const start = process.cpuUsage()
    const { clipping, article } = extractPasted(text, { clippedAt: '2026-11-23T00:00:00.000Z' })
    const used = process.cpuUsage(start)
    times?.push((used.user + used.system) / 1000)
    const notes: string[] = []
    if (row.body) {
      const scores = overlapOf(textOf(article.body), row.body)
      precision?.push(scores.precision)
      recall?.push(scores.recall)
      const blocks = article.body.children.filter(({ tagName }) => tagName !== 'figure')
      running.push(overlapOf(textOf({ ...article.body, children: blocks }), row.body))
      notes.push(`P ${scores.precision.toFixed(2)} R ${scores.recall.toFixed(2)}`)
    }
    if (row.title) {
      const isRight = folded(clipping.title) === folded(row.title)
      title?.push(isRight)
      if (!isRight)
        notes.push(`title ${JSON.stringify(clipping.title.slice(0, 80))} for ${JSON.stringify(row.title)}`)
    }
    const stated = row.date ?? row.date_approx
    if (stated) {
      const tolerance = row.date ? 1 : 2
      const found =
        typeof clipping.published === 'string' ? undefined : daySpanOf(clipping.published.edtf).from
      const wanted = daySpanOf(stated.slice(0, 10)).from
      const isRight = found !== undefined && Math.abs(found - wanted) <= tolerance
      date?.push(isRight)
      if (!isRight)
        notes.push(
          `date ${typeof clipping.published === 'string' ? '-' : clipping.published.edtf} for ${stated}`,
        )
    }
    if (row.authors && row.authors.length > 0) {
      const isRight =
        [...clipping.bylines].map(folded).toSorted().join() === row.authors.map(folded).toSorted().join()
      authors?.push(isRight)
      if (!isRight) notes.push(`authors ${clipping.bylines.join()} for ${row.authors.join()}`)
    }
    if (show === set) console.log(row.file.slice(0, 3), notes.join(' · '))
  }
  const [p, r] = [mean(precision ?? []), mean(recall ?? [])]
  console.log(
    `${set}: body F1 ${((2 * p * r) / Math.max(1e-9, p + r)).toFixed(3)} (P ${p.toFixed(3)} R ${r.toFixed(3)}), without captions ${f1Of(running).toFixed(3)} · title ${share(title ?? [])} · date ${share(date ?? [])} · authors ${share(authors ?? [])} · CPU ms median ${quantile(times ?? [], 0.5).toFixed(1)}`,
  )
}
