import { fail, ok, type Result } from '../core/result.ts'
import { decodeHtml } from './html-charset.ts'
import type { FormatReader } from './import-file.ts'
import { readPlist } from './plist.ts'
import { textIn } from './plist-value.ts'
import { failedRead, LINK, NOTHING_STATED } from './reads.ts'
import { webAddress } from './stated-values.ts'

/** A shortcut is a few lines; Windows and KDE add an icon's path. */
const LARGEST = 1024 * 1024

interface Shortcut {
  readonly url: string
  readonly title?: string | undefined
}

/** The value of a key in a section of an INI file; keys and sections in any case. */
function iniValue(text: string, section: RegExp, key: RegExp): string | undefined {
  let isIn = false
  for (const line of text.split(/\r\n?|\n/u)) {
    if (/^\s*\[/u.test(line)) isIn = section.test(line.trim())
    const equals = line.indexOf('=')
    if (isIn && equals > 0 && key.test(line.slice(0, equals).trim())) return line.slice(equals + 1).trim()
  }
  return undefined
}

/** Windows' `.url`, and `.desktop` of `Type=Link` (freedesktop.org's Desktop Entry Specification). */
function fromIni(text: string): Shortcut | undefined {
  const windows = webAddress(iniValue(text, /^\[InternetShortcut\]$/iu, /^URL$/iu))
  if (windows !== undefined) return { url: windows }
  const entry = /^\[Desktop Entry\]$/u
  if (iniValue(text, entry, /^Type$/u) !== 'Link') return undefined
  const url = webAddress(iniValue(text, entry, /^URL(?:\[\$e\])?$/u))
  return url === undefined ? undefined : { url, title: iniValue(text, entry, /^Name$/u) }
}

function shortcutIn(bytes: Uint8Array): Result<Shortcut, 'damaged' | 'unsafe' | 'not-recognised'> {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart()
  if (!start.startsWith('bplist') && !/^(?:\xef\xbb\xbf)?<(?:\?xml|!DOCTYPE plist|plist)/u.test(start)) {
    const found = fromIni(decodeHtml(bytes).text)
    return found === undefined ? fail('not-recognised') : ok(found)
  }
  const list = readPlist(bytes)
  if (!list.ok) return list
  const url = webAddress(textIn(list.value, 'URL'))
  return url === undefined ? fail('not-recognised') : ok({ url, title: textIn(list.value, 'Name') })
}

/** Whether a file is a shortcut to a page. */
export function isInternetShortcut(head: Uint8Array, name: string): boolean {
  const text = Buffer.from(head.subarray(0, 4096)).toString('latin1')
  if (
    /^\s*(?:\xef\xbb\xbf)?\[(?:InternetShortcut|Desktop Entry|DEFAULT|\{[\dA-F-]{36}\}[^\]]*)\]/iu.test(text)
  )
    return /^URL/imu.test(text)
  if (text.startsWith('bplist00')) return /\.webloc$/iu.test(name)
  return (
    /^\s*(?:\xef\xbb\xbf)?<(?:\?xml|!DOCTYPE plist|plist)/u.test(text) &&
    /<plist[\s\S]*<key>URL<\/key>/u.test(text)
  )
}

/**
 * The address of a page and no more: `.url`, `.webloc`, `.desktop`. The title is what the file states, else its own
 * name, which browsers make of the page's title; a link to anything but the web is none.
 */
export const readInternetShortcut: FormatReader = async function* (file) {
  if (file.size === 0) return yield failedRead('', file.name, 'empty')
  if (file.size > LARGEST) return yield failedRead('', file.name, 'too-large')
  const bytes = await file.bytes()
  const shortcut = shortcutIn(bytes)
  if (!shortcut.ok) return yield failedRead('', file.name, shortcut.error)
  const { url, title = file.name.replace(/\.[^.]*$/u, '') } = shortcut.value
  yield ok({
    key: 'link',
    name: file.name,
    content: LINK,
    stated: { ...NOTHING_STATED, url, title },
    original: { bytes, mediaType: 'application/octet-stream', name: file.name },
  })
}
