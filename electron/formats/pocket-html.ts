import type { ItemRead } from '../core/model/import-item.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { readMarkup } from './markup-events.ts'
import { failedRead, itemOf, LINK, NOTHING_STATED } from './reads.ts'
import { instantOfUnix, namesIn, textOf, webAddress } from './stated-values.ts'

export const isPocketHtml = (head: Uint8Array): boolean =>
  /<title>\s*Pocket Export\s*<\/title>/iu.test(new TextDecoder('utf-8').decode(head.subarray(0, 4096)))

interface OpenLink {
  readonly attributes: Readonly<Record<string, string>>
  readonly start: number
  text: string
}

function itemOfLink(
  link: OpenLink,
  markup: string,
  count: number,
  isRead: boolean,
  file: ImportFile,
): ItemRead {
  const key = `link ${count}`
  const url = webAddress(link.attributes['href'])
  const title = textOf(link.text)
  if (url === undefined) return failedRead(key, title ?? `${file.name}, ${key}`, 'damaged')
  const bytes = new TextEncoder().encode(markup)
  return itemOf({ key, bytes, mediaType: 'text/html', originalName: `${file.name}, ${key}.html` }, LINK, {
    ...NOTHING_STATED,
    title: title === url ? undefined : title,
    url,
    savedAt: instantOfUnix(link.attributes['time_added']),
    tags: namesIn((link.attributes['tags'] ?? '').split(',')),
    isRead,
  })
}

/**
 * Pocket's older `ril_export.html`: a list of `<a href time_added tags>` under the headings Unread and Read Archive
 * (wallabag, `src/Import/PocketHtmlImport.php` and its fixture).
 */
export const readPocketHtml: FormatReader = file =>
  readMarkup(file, (markup, emit) => {
    let heading: string | undefined
    let isArchive = false
    let link: OpenLink | undefined
    let count = 0
    return {
      open: (name, attributes, start) => {
        if (name === 'h1') heading = ''
        if (name === 'a') link = { attributes, start, text: '' }
      },
      text: words => {
        if (heading !== undefined) heading += words
        if (link !== undefined) link.text += words
      },
      close: (name, _start, end) => {
        if (name === 'h1') {
          isArchive = /archive/iu.test(heading ?? '')
          heading = undefined
        }
        if (name !== 'a' || link === undefined) return
        count += 1
        emit(itemOfLink(link, markup(link.start, end), count, isArchive, file))
        link = undefined
      },
    }
  })
