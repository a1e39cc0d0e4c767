import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import type { Result } from '../../electron/core/result.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { runImport } from '../../electron/work/import-run.ts'
import { READING_LIMITS, threadReader } from '../../electron/work/import-thread.ts'
import { beginImport, NOTHING_BEHIND } from '../../electron/work/import-write.ts'
import { buildProgram } from '../torture/build-program.ts'
import { randomFrom, sentence } from './invent-documents.ts'

const ports = { clock: systemClock, identifiers: uuidIdentifiers }
const MB = 1024 * 1024

function got<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

type Language = 'zh' | 'en'

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('\n')

/** A page of an invented paper: an article of about 40 paragraphs between menus, lists of other articles and scripts. */
function inventPage(number: number): string {
  const random = randomFrom(number)
  const language: Language = number % 2 === 0 ? 'en' : 'zh'
  const words = () => sentence(language, random)
  const title = words()
  const links = (count: number, of: string) =>
    `<ul class="${of}">${times(count, index => `<li class="${of}-item"><a href="/${of}/${number}/${index}">${words().slice(0, 60)}</a></li>`)}</ul>`
  const paragraph = () =>
    `<p class="text">${times(4, words)} <a href="/topic/${number}">${words().slice(0, 20)}</a></p>`
  const json = JSON.stringify({
    '@type': 'NewsArticle',
    headline: title,
    datePublished: '2026-03-12T07:40:00+08:00',
    author: [{ '@type': 'Person', name: 'Ada Reporter' }],
  })
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title} - The Bench</title>
<link rel="canonical" href="https://bench.example/${number}"><script type="application/ld+json">${json}</script>
<style>${times(200, index => `.rule-${index} { margin: ${index}px; color: #123456 }`)}</style></head>
<body><header><nav>${links(40, 'menu')}</nav></header><main><article><h1>${title}</h1>
${times(20, paragraph)}<aside>${links(12, 'related')}</aside>${times(20, paragraph)}</article></main>
<section>${links(60, 'more')}</section><footer>${links(40, 'foot')}</footer>
<script>${times(300, index => `window.state.push({ id: ${index}, seen: false })`)}</script></body></html>`
}

async function measure(folder: string, pages: string, entry: URL, workers: number) {
  const directory = join(folder, `library-${workers}-${Date.now()}`)
  const library = got(await openLibrary(directory, ports))
  const id = uuidIdentifiers.next(systemClock.now())
  const at = new Date().toISOString()
  const head = {
    line: 'begun' as const,
    id,
    at,
    kind: 'chosen' as const,
    paths: [pages],
    options: { tags: [] },
  }
  const target = got(await beginImport({ library, ...ports }, head))
  const readers = Array.from({ length: workers }, () => threadReader(entry, READING_LIMITS))
  const delays = monitorEventLoopDelay({ resolution: 2 })
  delays.enable()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const { summary } = await runImport({
    ...ports,
    library,
    readers,
    paths: [pages],
    target,
    behind: NOTHING_BEHIND,
    signal: new AbortController().signal,
    progress: () => undefined,
  })
  const seconds = (performance.now() - start) / 1000
  delays.disable()
  const spent = process.cpuUsage(cpu)
  await Promise.all(readers.map(reader => reader.close()))
  await library.close()
  await rm(directory, { recursive: true, force: true })
  const cores = (spent.user + spent.system) / 1e6 / seconds
  return { items: summary.counts.imported, seconds, cores, longest: delays.max / 1e6 }
}

/** Imports a folder of saved pages with one worker and with two, in turns: `npm run bench:import [PAGES] [ROUNDS]`. */
export default async function run(count = '1000', rounds = '2'): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-bench-import-'))
  try {
    const pages = join(folder, 'saved')
    await mkdir(pages)
    let bytes = 0
    for (let number = 0; number < Number(count); number += 1) {
      const page = inventPage(number)
      bytes += Buffer.byteLength(page)
      await writeFile(join(pages, `${number}.html`), page)
    }
    console.log(`${count} saved pages of ${(bytes / Number(count) / 1024).toFixed(0)} KB`)
    const entry = pathToFileURL(await buildProgram('import-worker', folder, import.meta.dirname))
    const best = new Map<number, number>()
    for (let round = 0; round < Number(rounds); round += 1)
      for (const workers of [1, 2]) {
        const { items, seconds, cores, longest } = await measure(folder, pages, entry, workers)
        best.set(workers, Math.min(best.get(workers) ?? Number.POSITIVE_INFINITY, seconds))
        const rss = process.memoryUsage.rss() / MB
        console.log(
          `${workers} worker${workers === 1 ? ' ' : 's'}: ${items} imported in ${seconds.toFixed(1)} s, ${(items / seconds).toFixed(0)} pages/s, ${cores.toFixed(2)} cores, longest pause ${longest.toFixed(0)} ms, ${rss.toFixed(0)} MB`,
        )
      }
    console.log(`two workers: ${((best.get(1) ?? 0) / (best.get(2) ?? 1)).toFixed(2)} times as fast as one`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
