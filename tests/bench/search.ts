import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { fold } from '../../electron/core/search/fold.ts'
import { matchesQuery } from '../../electron/core/search/matches-query.ts'
import { parseQuery } from '../../electron/core/search/parse-query.ts'
import { readingsOf } from '../../electron/core/search/pinyin.ts'
import type { Query } from '../../electron/core/search/query.ts'
import { snippetOf } from '../../electron/core/search/snippet.ts'
import { isUnspaced, unitsOf } from '../../electron/core/search/units.ts'
import { createIndex, openIndex } from '../../electron/index/open-index.ts'
import type { SearchIndex } from '../../electron/index/search-index.ts'
import { inventDocument, randomFrom, wordOf } from './invent-documents.ts'

const BATCH = 500
const QUERIES = 40
const MINISEARCH_QUERIES = 10
const SCREEN = 30
/** What the scan of documents in memory is measured on; its time for more is in proportion. */
const SCANNED = 10_000
const TODAY = '2026-01-01'

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
const memory = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().rss
}
const folderSize = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)

function percentile(times: readonly number[], part: number): string {
  const sorted = times.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2)
}

function timed<T>(run: () => T): { value: T; ms: number } {
  const start = performance.now()
  const value = run()
  return { value, ms: performance.now() - start }
}

/** Queries of each kind, with words as frequent as those of the library. */
function queriesOf(random: () => number): Readonly<Record<string, readonly string[]>> {
  const several = (make: () => string): string[] => Array.from({ length: QUERIES }, make)
  const zh = (length: number): string => {
    let words = ''
    while ([...words].length < length) words += wordOf('zh', random)
    return [...words].slice(0, length).join('')
  }
  const en = (): string => wordOf('en', random)
  const month = (): string => `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}`
  return {
    '1 character': several(() => zh(1)),
    '2 characters': several(() => wordOf('zh', random).slice(0, 2)),
    '4 characters': several(() => `${wordOf('zh', random)}${wordOf('zh', random)}`.slice(0, 4)),
    'English word': several(en),
    prefix: several(() => `${en().slice(0, 3)}*`),
    phrase: several(() => `"${en()} ${en()}"`),
    'three words': several(() => `${en()} ${en()} ${en()}`),
    mixed: several(() => `${wordOf('zh', random)} ${en()} OR title:${wordOf('zh', random)}`),
    'field and date': several(() => `title:${wordOf('zh', random)} published:${month()}..`),
    pinyin: several(
      () =>
        readingsOf(`${wordOf('zh', random)}${wordOf('zh', random)}`)[0]
          ?.slice(0, 3)
          .join('') ?? '',
    ),
    'no words': several(() => `published:${month()} -is:starred`),
  }
}

function built(path: string, count: number): { index: SearchIndex } {
  const created = createIndex(path)
  if (!created.ok) throw new Error(created.error.message)
  for (let first = 0; first < count; first += BATCH) {
    const documents = Array.from({ length: Math.min(BATCH, count - first) }, (_, at) =>
      inventDocument(first + at),
    )
    const put = created.value.put(documents, first + BATCH < count ? undefined : 1)
    if (!put.ok) throw new Error(put.error.message)
  }
  return { index: created.value }
}

/** Folded texts in memory and `includes`: the fastest scan that there can be, without fields, words, dates and ranking. */
function includesTime(texts: readonly string[], words: readonly string[]): number {
  return timed(() => texts.filter(text => words.every(word => text.includes(word))).length).ms
}

const bigrams = (text: string): string[] => {
  const units = unitsOf(text)
  return units.flatMap((unit, at) => {
    const next = units[at + 1]
    return isUnspaced(unit) && next !== undefined && isUnspaced(next) ? [unit, unit + next] : [unit]
  })
}

function miniSearchOf(count: number): MiniSearch {
  const mini = new MiniSearch({ fields: ['title', 'text'], tokenize: bigrams, processTerm: term => term })
  for (let number = 0; number < count; number++) {
    const { clipping, text } = inventDocument(number)
    mini.add({ id: number, title: clipping.title, text })
  }
  return mini
}

function parsed(text: string): Query {
  const query = parseQuery(text, { today: TODAY })
  if (!query.ok) throw new Error(`${text}: ${query.error.code}`)
  return query.value.query
}

const SIZES = [1_000, 10_000, 100_000]
const SHOWN = { order: 'relevance', offset: 0, limit: SCREEN, facets: true } as const
const textOf = (id: string): string => inventDocument(Number.parseInt(id.slice(-12), 16) - 1).text

/** Wall and processor time, of which only the second says something on a busy machine. */
function measured<T>(run: () => T): { value: T; ms: number; cpu: number } {
  const before = process.cpuUsage()
  const { value, ms } = timed(run)
  const { user, system } = process.cpuUsage(before)
  return { value, ms, cpu: (user + system) / 1000 }
}

/** The first screen with ranking, facets and snippets, asked for the first time; bodies are at hand. */
function searched(index: SearchIndex, text: string): { total: number; ms: number; cpu: number } {
  const query = parsed(text)
  const { value: first, ms, cpu } = measured(() => index.search(query, SHOWN))
  if (!first.ok) throw new Error(first.error.message)
  const bodies = first.value.ids.map(textOf)
  const snippets = measured(() => bodies.map(body => snippetOf(body, query)))
  return { total: first.value.total, ms: ms + snippets.ms, cpu: cpu + snippets.cpu }
}

function benchIndex(count: number, kept?: string): void {
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'cuttings-bench-')) : join(kept, `${count}`)
  try {
    mkdirSync(folder, { recursive: true })
    const path = join(folder, 'search.sqlite')
    const before = memory()
    if (!existsSync(path)) {
      const build = measured(() => built(path, count))
      build.value.index.close()
      console.log(
        `index: build ${(build.ms / 1000).toFixed(1)} s (${(build.cpu / 1000).toFixed(1)} s of processor time), disk ${megabytes(folderSize(folder))} MB, memory +${megabytes(memory() - before)} MB`,
      )
    }
    const opening = openIndex(path)
    if (!opening.ok) throw new Error(opening.error.message)
    const index = opening.value
    const warming = timed(() => {
      while (index.warm());
    })
    console.log(`warm ${warming.ms.toFixed(0)} ms`)
    const kinds = Object.entries(queriesOf(randomFrom(7)))
    const asked = kinds.map(([kind, queries]) => ({
      kind,
      queries,
      runs: queries.map(text => searched(index, text)),
    }))
    console.log(`memory after queries +${megabytes(memory() - before)} MB`)
    const texts: string[] = []
    for (let number = 0; number < count; number++) {
      const { clipping, text } = inventDocument(number)
      texts.push(fold(`${clipping.title}\n${text}`))
    }
    const scanned = Array.from({ length: Math.min(count, SCANNED) }, (_, number) => inventDocument(number))
    for (const document of scanned) matchesQuery(parsed('title:x'), document)
    for (const { kind, queries, runs } of asked) {
      const includes = queries.slice(0, 8).map(text => includesTime(texts, fold(text).split(/\s+/u)))
      const scans = queries.slice(0, 8).map(text => {
        const query = parsed(text)
        const { ms } = timed(() => scanned.filter(document => matchesQuery(query, document)).length)
        return ms * (count / scanned.length)
      })
      const [ms, cpu] = [runs.map(run => run.ms), runs.map(run => run.cpu)]
      const found = runs.reduce((sum, { total }) => sum + total, 0) / runs.length
      const ratio = Number(percentile(scans, 0.5)) / Number(percentile(ms, 0.5))
      console.log(
        `| ${[kind, percentile(ms, 0.5), percentile(ms, 0.95), percentile(cpu, 0.5), percentile(cpu, 0.95), Math.round(found), percentile(scans, 0.5), `${ratio.toFixed(0)} x`, percentile(includes, 0.5)].join(' | ')} |`,
      )
    }
    const random = randomFrom(8)
    const changes = Array.from({ length: 100 }, () => {
      const document = inventDocument(Math.floor(random() * count))
      return timed(() => index.put([document], 1)).ms
    })
    console.log(`change one: p50 ${percentile(changes, 0.5)} ms, p95 ${percentile(changes, 0.95)} ms`)
    index.close()
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

function benchMiniSearch(count: number): void {
  const before = memory()
  const mini = measured(() => miniSearchOf(count))
  console.log(
    `MiniSearch: build ${(mini.ms / 1000).toFixed(1)} s (${(mini.cpu / 1000).toFixed(1)} s of processor time), memory +${megabytes(memory() - before)} MB`,
  )
  for (const [kind, queries] of Object.entries(queriesOf(randomFrom(7)))) {
    const times = queries
      .slice(0, MINISEARCH_QUERIES)
      .map(text => timed(() => mini.value.search(text.replace(/[":*]/gu, ' '), { combineWith: 'AND' })).ms)
    console.log(`| ${kind} | ${percentile(times, 0.5)} |`)
  }
  console.log(`memory after queries +${megabytes(memory() - before)} MB`)
}

/** Each in a process of its own, so that one's memory is not counted as the other's. */
function inProcess(count: number, part: string): void {
  const script = ['--expose-gc', 'tests/run-script.js', 'tests/bench/search.ts', String(count), part]
  const { status } = spawnSync(process.execPath, script, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${part} ended with ${status}`)
}

/**
 * `node tests/run-script.js tests/bench/search.ts [COUNT [PART [FOLDER]]]`: the index against a scan and MiniSearch, up
 * to this size. The part `index` alone leaves the index that it built in FOLDER, for the next run.
 */
export default function bench(counted = '100000', part = 'all', folder?: string): void {
  const count = Number(counted)
  if (part === 'index') benchIndex(count, folder)
  else if (part === 'minisearch') benchMiniSearch(count)
  else {
    console.log(
      `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus()[0]?.model} x ${cpus().length}`,
    )
    for (const size of SIZES.filter(each => each <= count)) {
      console.log(`\n${size} clippings, load ${loadavg()[0]?.toFixed(1)}`)
      console.log(
        '| kind | p50 ms | p95 ms | p50 processor | p95 processor | found | scan ms | scan / p50 | includes ms |',
      )
      inProcess(size, 'index')
    }
    inProcess(count, 'minisearch')
  }
}
