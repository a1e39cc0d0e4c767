import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { fold } from '../../electron/core/search/fold.ts'
import { matchesQuery } from '../../electron/core/search/matches-query.ts'
import { parseQuery } from '../../electron/core/search/parse-query.ts'
import { readingsOf } from '../../electron/core/search/pinyin.ts'
import type { Query } from '../../electron/core/search/query.ts'
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

function built(path: string, count: number): { index: SearchIndex; ms: number; slowest: number } {
  const created = createIndex(path)
  if (!created.ok) throw new Error(created.error.message)
  let slowest = 0
  const { ms } = timed(() => {
    for (let first = 0; first < count; first += BATCH) {
      const documents = Array.from({ length: Math.min(BATCH, count - first) }, (_, at) =>
        inventDocument(first + at),
      )
      const put = timed(() => created.value.put(documents, first))
      if (!put.value.ok) throw new Error(put.value.error.message)
      slowest = Math.max(slowest, put.ms)
    }
    created.value.optimise()
  })
  return { index: created.value, ms, slowest }
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

/** `node tests/run-script.js tests/bench/search.ts COUNT [minisearch]`: the index against a scan and MiniSearch. */
export default function bench(counted = '1000', against = ''): void {
  const count = Number(counted)
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-bench-'))
  try {
    console.log(`${count} clippings, Node ${process.versions.node}, ${cpus()[0]?.model} x ${cpus().length}`)
    const path = join(folder, 'search.sqlite')
    const before = memory()
    const { index: first, ms, slowest } = built(path, count)
    console.log(
      `build ${(ms / 1000).toFixed(1)} s (a batch of ${BATCH} at most ${slowest.toFixed(0)} ms), memory +${megabytes(memory() - before)} MB`,
    )
    first.close()
    console.log(`disk ${megabytes(folderSize(folder))} MB`)
    const opening = timed(() => openIndex(path))
    if (!opening.value.ok) throw new Error(opening.value.error.message)
    const index = opening.value.value
    console.log(
      `open ${opening.ms.toFixed(0)} ms, first search ${timed(() => index.size).ms.toFixed(0)} ms more`,
    )

    const random = randomFrom(7)
    const textOf = (id: string): string => inventDocument(Number.parseInt(id.slice(-12), 16) - 1).text
    const texts: string[] = []
    for (let number = 0; number < count; number++) {
      const { clipping, text } = inventDocument(number)
      texts.push(fold(`${clipping.title}\n${text}`))
    }
    const scanned = Array.from({ length: Math.min(count, SCANNED) }, (_, number) => inventDocument(number))
    for (const document of scanned) matchesQuery(parsed('title:x'), document)
    const beforeMini = memory()
    const mini = against === 'minisearch' ? timed(() => miniSearchOf(count)) : undefined
    if (mini !== undefined)
      console.log(
        `MiniSearch: build ${(mini.ms / 1000).toFixed(1)} s, memory +${megabytes(memory() - beforeMini)} MB`,
      )
    for (const [kind, queries] of Object.entries(queriesOf(random))) {
      let total = 0
      const options = { order: 'relevance', offset: 0, limit: SCREEN, facets: true } as const
      const [times, snippetTimes]: [number[], number[]] = [[], []]
      for (const text of queries) {
        const query = parsed(text)
        const { value, ms: took } = timed(() => index.search(query, options))
        if (!value.ok) throw new Error(value.error.message)
        total += value.value.total
        times.push(took)
        const bodies = new Map(value.value.ids.map(id => [id, textOf(id)]))
        snippetTimes.push(timed(() => index.search(query, { ...options, textOf: id => bodies.get(id) })).ms)
      }
      const includes = queries.slice(0, 8).map(text => includesTime(texts, fold(text).split(/\s+/u)))
      const scans = queries.slice(0, 8).map(text => {
        const query = parsed(text)
        return (
          timed(() => scanned.filter(document => matchesQuery(query, document)).length).ms *
          (count / scanned.length)
        )
      })
      const minis =
        mini === undefined
          ? []
          : queries
              .slice(0, MINISEARCH_QUERIES)
              .map(
                text =>
                  timed(() => mini.value.search(text.replace(/[":*]/gu, ' '), { combineWith: 'AND' })).ms,
              )
      const column = (name: string, ms: string): string => `${name} ${ms.padStart(7)}`
      console.log(
        [
          kind.padEnd(15),
          column('p50', percentile(times, 0.5)),
          column('p95', percentile(times, 0.95)),
          column('with snippets p50', percentile(snippetTimes, 0.5)),
          column('p95', percentile(snippetTimes, 0.95)),
          column('found', String(Math.round(total / queries.length))),
          column('scan', percentile(scans, 0.5)),
          column('includes', percentile(includes, 0.5)),
          ...(minis.length === 0 ? [] : [column('MiniSearch', percentile(minis, 0.5))]),
        ].join('  '),
      )
    }
    const changes = Array.from({ length: 100 }, () => {
      const document = inventDocument(Math.floor(random() * count))
      return timed(() => index.put([document], 1)).ms
    })
    console.log(`change one: p50 ${percentile(changes, 0.5)} ms, p95 ${percentile(changes, 0.95)} ms`)
    index.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
