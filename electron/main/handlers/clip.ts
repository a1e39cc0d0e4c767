import { basename } from 'node:path'
import { clipboard, dialog } from 'electron'
import { fail, ok, type Result } from '../../core/result.ts'
import { sourceUrlOf } from '../../formats/cf-html.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, FailureCode, Output } from '../../ipc/contract.ts'
import { type Kept, keepClipping } from '../../store/keep-clipping.ts'
import type { Library } from '../../store/library.ts'
import type { SourceBytes } from '../../store/originals.ts'
import type { WorkFailure } from '../../work/pool.ts'
import type { FileOutcome } from '../../work/tasks.ts'
import { type Desk, instant } from '../desk.ts'
import { MENU_WORDS } from '../menu-words.ts'
import { SAMPLE_PAGES } from '../sample.ts'
import { currentWindow } from '../window.ts'
import { failure, withLibrary } from './with-library.ts'

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

async function keepText(
  desk: Desk,
  library: Library,
  text: string,
  originals: readonly SourceBytes[],
  url?: string,
): Promise<Result<Kept, Failure>> {
  const read = await desk.pool.run('extract', { text, clippedAt: instant(desk.clock) })
  if (!read.ok) return failure('internal', read.error.message)
  return keepClipping(library, desk, { extraction: read.value, originals, url })
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const CODES = {
  empty: 'nothing-to-clip',
  'not-text': 'unsupported-file',
  'saved-page': 'unsupported-file',
  'too-large': 'too-large',
  unreadable: 'unreadable-file',
} as const satisfies Record<Extract<FileOutcome, { kind: 'failed' }>['reason'], FailureCode>

/** Keeps what was read of one file, or says why it was not. */
async function keepRead(
  desk: Desk,
  library: Library,
  name: string,
  read: Result<FileOutcome, WorkFailure>,
): Promise<Result<Kept, Failure>> {
  if (!read.ok) return failure('internal', read.error.message)
  const outcome = read.value
  if (outcome.kind === 'failed') {
    const { reason, detail } = outcome
    return fail({ code: CODES[reason], message: reason, ...(detail === undefined ? {} : { detail }) })
  }
  const originals = [{ bytes: outcome.bytes, mediaType: outcome.mediaType, name }]
  return keepClipping(library, desk, { extraction: outcome.extraction, originals })
}

/** A file to clip: its name, and how to read it. */
interface FileToRead {
  readonly name: string
  readonly read: (clippedAt: string) => Promise<Result<FileOutcome, WorkFailure>>
}

/** Clips each file; one that fails does not stop the rest. */
async function keepFiles(
  desk: Desk,
  library: Library,
  files: readonly FileToRead[],
): Promise<Output<'clip:open'>> {
  const opened: Output<'clip:open'> = { kept: [], failed: [] }
  for (const { name, read } of files) {
    const kept = await keepRead(desk, library, name, await read(instant(desk.clock)))
    if (kept.ok) opened.kept.push(kept.value.clipping.id)
    else opened.failed.push({ name, failure: kept.error })
  }
  return opened
}

export const clipHandlers = (desk: Desk) =>
  ({
    'clip:paste': ({ text, html }) =>
      withLibrary(desk, async library => {
        if (text.trim() === '') return failure('nothing-to-clip')
        if (text.length > MOST_TEXT) return failure('too-large')
        const originals = [
          { bytes: utf8(text), mediaType: 'text/plain;charset=utf-8', name: 'clipboard.txt' },
        ]
        if (html !== undefined && html !== '')
          originals.push({ bytes: utf8(html), mediaType: 'text/html;charset=utf-8', name: 'clipboard.html' })
        return keepText(
          desk,
          library,
          text,
          originals,
          html === undefined ? undefined : await clipboardAddress(),
        )
      }),
    'clip:request-paste': async (_input, caller) => {
      if ((await clipboard.readText()).trim() === '') return failure('nothing-to-clip')
      caller.paste()
      return ok({})
    },
    'clip:open': () =>
      withLibrary(desk, async library => {
        const words = MENU_WORDS[desk.language()]
        const window = currentWindow()
        const options: Electron.OpenDialogOptions = {
          title: words.openFilesTitle,
          properties: ['openFile', 'multiSelections'],
          filters: [{ name: words.textFiles, extensions: ['txt', 'text', 'md', 'markdown'] }],
        }
        const chosen = await (window === undefined
          ? dialog.showOpenDialog(options)
          : dialog.showOpenDialog(window, options))
        const files = (chosen.canceled ? [] : chosen.filePaths).map(path => ({
          name: basename(path),
          read: (clippedAt: string) => desk.pool.run('extract-file', { path, clippedAt }),
        }))
        return ok(await keepFiles(desk, library, files))
      }),
    'clip:files': ({ files }) =>
      withLibrary(desk, async library => {
        const dropped = files.map(({ name, bytes }) => ({
          name,
          read: (clippedAt: string) => desk.pool.run('extract-bytes', { bytes, clippedAt }),
        }))
        return ok(await keepFiles(desk, library, dropped))
      }),
    'clip:sample': ({ language }) =>
      withLibrary(desk, library => {
        const text = SAMPLE_PAGES[language]
        return keepText(desk, library, text, [
          { bytes: utf8(text), mediaType: 'text/plain;charset=utf-8', name: 'sample.txt' },
        ])
      }),
  }) satisfies Partial<Handlers>
