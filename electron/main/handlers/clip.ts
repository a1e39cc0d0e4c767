import { clipboard } from 'electron'
import type { ReadFailure, ReadFailureReason } from '../../core/model/import-item.ts'
import { ok, type Result } from '../../core/result.ts'
import { sourceUrlOf } from '../../formats/cf-html.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, FailureCode, Output } from '../../ipc/contract.ts'
import { type Kept, keepClippings } from '../../store/keep-clipping.ts'
import type { SourceBytes } from '../../store/originals.ts'
import { planKeeping, type Verdict } from '../../work/import-keeping.ts'
import type { WorkFailure } from '../../work/pool.ts'
import type { ReadItem } from '../../work/read-item.ts'
import { type Desk, instant } from '../desk.ts'
import { keepRelated } from '../keep-related.ts'
import type { OpenSession } from '../open-session.ts'
import { failure, withSession, workFailed } from './with-library.ts'

/** No pasted article is longer; more is a log or a dump. UTF-16 units. */
const MOST_TEXT = 8_000_000

const CF_HTML = 'electron application/osclipboard;format="HTML Format"'

/** On Windows the clipboard says which page the text was copied from; elsewhere it does not. */
async function clipboardAddress(): Promise<string | undefined> {
  if (process.platform !== 'win32' || !(await clipboard.has(CF_HTML))) return undefined
  for (const item of await clipboard.read()) {
    if (!item.types.includes(CF_HTML)) continue
    const fragment: Blob = await item.getType(CF_HTML)
    return sourceUrlOf(new Uint8Array(await fragment.arrayBuffer()))
  }
  return undefined
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function keepPasted(
  desk: Desk,
  session: OpenSession,
  pasted: { text: string; html?: string | undefined; url?: string | undefined },
  originals: readonly SourceBytes[],
): Promise<Result<Kept, Failure>> {
  const { text, html, url } = pasted
  const clippedAt = instant(desk.clock)
  const whole = await desk.pool.run('read-paste', { text, html, url, clippedAt })
  // Markup that no reader survives is kept all the same, and its text is clipped.
  const read =
    whole.ok || html === undefined
      ? whole
      : await desk.pool.run('read-paste', { text, html: undefined, url, clippedAt })
  if (!read.ok) return workFailed(read.error)
  return keepRelated(desk, session, { ...read.value, originals, url })
}

const CODES = {
  empty: 'nothing-to-clip',
  'no-text': 'nothing-to-clip',
  'only-a-list': 'nothing-to-clip',
  'not-recognised': 'unsupported-file',
  damaged: 'unreadable-file',
  encrypted: 'unreadable-file',
  'too-large': 'too-large',
  unsafe: 'unreadable-file',
  unreadable: 'unreadable-file',
  'timed-out': 'unreadable-file',
} as const satisfies Record<ReadFailureReason, FailureCode>

const readingFailure = ({ reason, detail }: ReadFailure): Failure => ({
  code: CODES[reason],
  message: reason,
  ...(detail === undefined ? {} : { detail }),
})

type ReadItems = Result<Result<ReadItem, ReadFailure>[], WorkFailure>

/** A file to clip: its name, and how to read it. */
interface FileToRead {
  readonly name: string
  readonly read: (clippedAt: string) => Promise<ReadItems>
}

/** Clips the items of each file; one that fails does not stop the rest. What the library has already is clipped again. */
async function keepFiles(
  desk: Desk,
  { library, families }: OpenSession,
  files: readonly FileToRead[],
): Promise<Output<'clip:files'>> {
  const opened: Output<'clip:files'> = { kept: [], failed: [] }
  for (const { name, read } of files) {
    const items = await read(instant(desk.clock))
    if (!items.ok) {
      opened.failed.push({ name, failure: workFailed(items.error).error })
      continue
    }
    const verdicts = items.value.flatMap((item): Verdict[] =>
      item.ok
        ? [{ item: item.value, outcome: 'imported', clipping: desk.identifiers.next(desk.clock.now()) }]
        : [],
    )
    for (const item of items.value)
      if (!item.ok) opened.failed.push({ name, failure: readingFailure(item.error) })
    const { sources, ops } = planKeeping(library, desk, verdicts, { tags: [] })
    const related = await families.relate(
      verdicts.map(({ clipping: id, item: { extraction, url } }) => ({ id, extraction, url })),
    )
    const [first, ...rest] = sources.map((source, place) => ({
      ...source,
      marks: { ...source.marks, ...related[place] },
    }))
    if (first === undefined) continue
    const kept = await keepClippings(library, desk, [first, ...rest], 'user', { ops })
    if (kept.ok) opened.kept.push(...kept.value.map(({ clipping }) => clipping.id))
    else opened.failed.push({ name, failure: kept.error })
  }
  return opened
}

export const clipHandlers = (desk: Desk) =>
  ({
    'clip:paste': ({ text, html }) =>
      withSession(desk, async session => {
        if (text.trim() === '') return failure('nothing-to-clip')
        if (text.length > MOST_TEXT) return failure('too-large')
        const originals = [
          { bytes: utf8(text), mediaType: 'text/plain;charset=utf-8', name: 'clipboard.txt' },
        ]
        if (html !== undefined && html !== '')
          originals.push({ bytes: utf8(html), mediaType: 'text/html;charset=utf-8', name: 'clipboard.html' })
        const url = html === undefined ? undefined : await clipboardAddress()
        return keepPasted(desk, session, { text, html, url }, originals)
      }),
    'clip:request-paste': async (_input, caller) => {
      if ((await clipboard.readText()).trim() === '') return failure('nothing-to-clip')
      caller.paste()
      return ok({})
    },
    'clip:files': ({ files }) =>
      withSession(desk, async session => {
        const dropped = files.map(({ name, bytes }) => ({
          name,
          read: (clippedAt: string) => desk.pool.run('read-bytes', { name, bytes, clippedAt }),
        }))
        return ok(await keepFiles(desk, session, dropped))
      }),
  }) satisfies Partial<Handlers>
