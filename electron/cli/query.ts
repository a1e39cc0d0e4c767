import { pathNames } from '../core/library/collection-tree.ts'
import type { Clipping } from '../core/model/clipping.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { matchesQuery } from '../core/search/matches-query.ts'
import { parseQuery } from '../core/search/parse-query.ts'
import { localDay } from '../store/local-day.ts'
import { systemClock } from '../store/system-ports.ts'
import { searchDocument } from '../work/search-document.ts'
import { type Readable, readingLibrary, storeFailure } from './library-folder.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'

const newestFirst = (a: Clipping, b: Clipping): number => (a.clippedAt < b.clippedAt ? 1 : -1)

/** The clippings that are not in the trash, newest first. */
export const kept = ({ state }: Readable): Clipping[] =>
  [...state.clippings.values()].filter(each => each.trashedAt === undefined).sort(newestFirst)

/** One clipping a line: date as stated, outlet or byline, title, id; tabs between. */
function line(clipping: Clipping): string {
  const published = typeof clipping.published === 'string' ? '-' : clipping.published.edtf
  const from = clipping.source?.name ?? clipping.bylines[0] ?? '-'
  return `${published}\t${from}\t${clipping.title}\t${clipping.id}\n`
}

/** Does something with the library and says why it cannot be done. */
export async function report<T>(
  folder: string,
  output: Output,
  use: (library: Readable) => Promise<Result<T, string>>,
): Promise<ExitCode> {
  const done = await readingLibrary(folder, use)
  if (!done.ok) output.err(`cuttings: ${folder}: ${done.error}\n`)
  return done.ok ? EXIT.done : EXIT.failed
}

/** `list`: newest clipping first. */
export const listLibrary = (folder: string, asJson: boolean, output: Output): Promise<ExitCode> =>
  report(folder, output, async library => {
    for (const clipping of kept(library)) output.out(asJson ? json(clipping) : line(clipping))
    return ok(undefined)
  })

/** `search QUERY`: the clippings that the query finds (the language is in the README); newest clipping first. */
export async function searchLibrary(
  folder: string,
  text: string,
  asJson: boolean,
  output: Output,
): Promise<ExitCode> {
  const parsed = parseQuery(text, { today: localDay(systemClock.now()) })
  if (!parsed.ok) {
    const { code, position, length } = parsed.error
    output.err(`cuttings: ${code.replaceAll('-', ' ')}: ${text.slice(position, position + length)}\n`)
    return EXIT.usage
  }
  return report(folder, output, async library => {
    const names = pathNames(library.state.collections)
    for (const clipping of kept(library)) {
      const article = await library.readArticle(clipping)
      if (!article.ok) return fail(storeFailure(article.error))
      const found = matchesQuery(parsed.value.query, searchDocument(clipping, article.value, names))
      if (found) output.out(asJson ? json(clipping) : line(clipping))
    }
    return ok(undefined)
  })
}
