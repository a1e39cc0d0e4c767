import type { ItemRead } from '../core/model/import-item.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { type MarkupEvents, type MarkupText, readMarkup } from './markup-events.ts'
import { failedRead, itemOf, LINK, NOTHING_STATED } from './reads.ts'
import { instantOfUnix, namesIn, textOf, webAddress } from './stated-values.ts'

interface Bookmark {
  readonly attributes: Readonly<Record<string, string>>
  readonly folders: readonly string[]
  readonly start: number
  end: number
  title: string
  description: string
}

function itemOfBookmark(mark: Bookmark, count: number, markup: MarkupText, file: ImportFile): ItemRead {
  const key = `bookmark ${count}`
  const { attributes } = mark
  const url = webAddress(attributes['href'])
  const title = textOf(mark.title)
  // Searches of the browser's own (`place:`), scripts and feeds are not pages.
  if (url === undefined) return failedRead(key, title ?? `${file.name}, ${key}`, 'damaged', 'no web address')
  const bytes = new TextEncoder().encode(markup(mark.start, mark.end).trimEnd())
  return itemOf({ key, bytes, mediaType: 'text/html', originalName: `${file.name}, ${key}.html` }, LINK, {
    ...NOTHING_STATED,
    title: title === url ? undefined : title,
    url,
    savedAt: instantOfUnix(attributes['add_date'] ?? attributes['time_added']),
    tags: namesIn((attributes['tags'] ?? '').split(',')),
    folders: mark.folders.length === 0 ? [] : [mark.folders],
    note: textOf(mark.description),
    ...(attributes['toread'] === undefined ? {} : { isRead: attributes['toread'] === '0' }),
  })
}

function listen(markup: MarkupText, emit: (read: ItemRead) => void, file: ImportFile): MarkupEvents {
  /** The folder of each open list; undefined where a list has no name. */
  const lists: (string | undefined)[] = []
  let heading: string | undefined
  let named: string | undefined
  let mark: Bookmark | undefined
  let place: 'title' | 'description' | undefined
  let count = 0
  const finish = (end: number): void => {
    if (mark === undefined) return
    count += 1
    mark.end = Math.max(mark.end, place === 'description' ? end : 0)
    emit(itemOfBookmark(mark, count, markup, file))
    mark = undefined
    place = undefined
  }
  return {
    open: (name, attributes, start) => {
      if (name === 'dt' || name === 'dl' || name === 'h3' || name === 'a') finish(start)
      if (name === 'h3') heading = ''
      if (name === 'dl') {
        lists.push(named)
        named = undefined
      }
      if (name === 'a') {
        const folders = lists.flatMap(folder => textOf(folder) ?? [])
        mark = { attributes, folders, start, end: start, title: '', description: '' }
        place = 'title'
      }
      if (name === 'dd' && mark !== undefined) place = 'description'
    },
    text: words => {
      if (heading !== undefined) heading += words
      if (mark !== undefined && place === 'title') mark.title += words
      if (mark !== undefined && place === 'description') mark.description += words
    },
    close: (name, start, end) => {
      if (name === 'h3') {
        named = heading
        heading = undefined
      }
      if (name === 'a' && mark !== undefined) {
        mark.end = end
        place = undefined
      }
      if (name === 'dl') {
        finish(start)
        lists.pop()
      }
    },
    end: () => finish(Number.MAX_SAFE_INTEGER),
  }
}

export const isBookmarks = (head: Uint8Array): boolean =>
  /<!doctype\s+netscape-bookmark-file/iu.test(new TextDecoder('utf-8').decode(head.subarray(0, 1024)))

/**
 * The bookmark file that every browser and most services export: `<DT><H3>` names the folder of the `<DL>` after it,
 * `<DT><A HREF ADD_DATE TAGS>` is a bookmark and `<DD>` its description (Microsoft Learn, "Netscape Bookmark File
 * Format"; Pinboard and Shaarli add `TOREAD` and `TAGS`). ADD_DATE is in Unix seconds.
 */
export const readBookmarks: FormatReader = file =>
  readMarkup(file, (markup, emit) => listen(markup, emit, file))
