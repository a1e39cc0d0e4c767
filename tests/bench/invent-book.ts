import { createHash } from 'node:crypto'
import { Resvg } from '@resvg/resvg-js'
import { type ExportPlan, planExport } from '../../electron/core/export/plan.ts'
import type { Block } from '../../electron/core/model/body.ts'
import { articleWith, block, figure, table, td, text, th } from '../unit/core/export/sample-clipping.ts'
import { inventDocument, randomFrom } from './invent-documents.ts'

export interface InventedBook {
  readonly plan: ExportPlan
  /** PNG, by SHA-256; each stands in one article. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** A photograph's worth of a picture, which no other article has. */
function pictureOf(number: number, random: () => number): Uint8Array {
  const spots = Array.from({ length: 40 }, () => {
    const [x, y, r, hue] = [random() * 900, random() * 560, 20 + random() * 120, random() * 360]
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${hue} 40% 60%)" opacity=".6"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="560"><rect width="900" height="560" fill="#ddd"/>${spots.join('')}<text x="20" y="540">${number}</text></svg>`
  return new Resvg(svg).render().asPng()
}

const tableOf = (random: () => number): Block =>
  table({
    caption: [text('按年 Dues by year')],
    head: [['年 Year', '东 East', '西 West', '合计 Total'].map(name => th('col', [text(name)]))],
    body: Array.from({ length: 4 + Math.floor(random() * 24) }, (_, row) => [
      th('row', [text(String(1990 + row))]),
      ...Array.from({ length: 3 }, () => td([text((random() * 10_000).toFixed(1))])),
    ]),
  })

/** A book of so many articles, half Chinese and half English; every third has a picture, every fifth a table. */
export function inventBook(count: number): InventedBook {
  const pictures = new Map<string, Uint8Array>()
  const entries = Array.from({ length: count }, (_, number) => {
    const random = randomFrom(number + 1)
    const { clipping, text: words } = inventDocument(number)
    const blocks = words.split('\n').flatMap((line, at): Block[] => {
      const paragraph = block('p', text(line.trim()))
      return at > 0 && at % 4 === 0 ? [block('h2', text(line.slice(0, 14).trim())), paragraph] : [paragraph]
    })
    if (number % 5 === 0) blocks.splice(2, 0, tableOf(random))
    const isIllustrated = number % 3 === 0
    if (isIllustrated) {
      const bytes = pictureOf(number, random)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      pictures.set(sha256, bytes)
      blocks.splice(1, 0, figure({ caption: [text('码头 The quay.')], asset: sha256 }))
      const asset = { sha256, mediaType: 'image/png' as const, byteLength: bytes.length }
      return { clipping: { ...clipping, assets: [asset] }, article: articleWith(blocks) }
    }
    return { clipping, article: articleWith(blocks) }
  })
  const plan = planExport(
    { title: '剪报五百 Five hundred clippings', language: 'zh-Hans', paper: 'A4', order: 'oldest-first' },
    entries,
    '2025-11-08T01:14:00.000Z',
  )
  return { plan, pictures }
}
