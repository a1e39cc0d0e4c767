import { cpus, loadavg } from 'node:os'
import { FamilyIndex } from '../../electron/core/similarity/family-index.ts'
import { sketchOf } from '../../electron/core/similarity/sketch.ts'
import { randomFrom } from './invent-documents.ts'
import { plantReprints } from './plant-reprints.ts'

const percentile = (times: readonly number[], part: number): string =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0).toFixed(2)

/** Adds the texts one by one, as an import does, and holds each answer against what was planted. */
export function measureSimilarity(count: number, seed: number) {
  const index = new FamilyIndex()
  const storyOf = new Map<string, number>()
  const begun = new Set<number>()
  const times: number[] = []
  let [right, wrong, missed] = [0, 0, 0]
  let number = 0
  for (const { text, story } of plantReprints(count, randomFrom(seed))) {
    const id = String(number++)
    const start = performance.now()
    const sketch = sketchOf(text)
    const found = sketch === undefined ? undefined : index.find(sketch, id)
    index.put({ id, revision: 1, family: found?.family ?? id, sketch })
    times.push(performance.now() - start)
    const isReprint = begun.has(story)
    if (found !== undefined && storyOf.get(found.nearest) === story) right += 1
    else {
      if (found !== undefined) wrong += 1
      if (isReprint) missed += 1
    }
    begun.add(story)
    storyOf.set(id, story)
  }
  return { recall: right / (right + missed), precision: right / (right + wrong), times }
}

/** Prints how well reprints are found among so many clippings, and what adding one takes. */
export default function run(...sizes: string[]): void {
  const counts = sizes.length > 0 ? sizes.map(Number) : [1_000, 10_000, 100_000]
  console.log('| clippings | recall | precision | ms a clipping, mean | p50 | p95 | memory |')
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const count of counts) {
    const { recall, precision, times } = measureSimilarity(count, 7)
    const buffers = Math.round(process.memoryUsage().arrayBuffers / 1024 / 1024)
    const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length
    const ms = [mean.toFixed(2), percentile(times, 0.5), percentile(times, 0.95)]
    console.log(`| ${[count, recall.toFixed(4), precision.toFixed(4), ...ms, `${buffers} MB`].join(' | ')} |`)
  }
  const [cpu] = cpus()
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpu?.model}, load average ${loadavg()[0]?.toFixed(1)}.`,
  )
}
