import { undoDoubleEncoding } from '../core/extract/double-encoding.ts'
import type { HtmlSource } from '../core/extract/html/source.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { type CharsetOrigin, decodeHtml } from './html-charset.ts'

export interface HtmlFile extends HtmlSource {
  readonly encoding: string
  readonly encodingOrigin: CharsetOrigin
}

/** Control characters that text does not have; a page may hold a stray one, a picture or a program holds many. */
const isControl = (code: number): boolean => code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b
const MOST_CONTROLS = 16
const SAMPLE = 65_536

function isText(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length && at < SAMPLE; at += 1) if (isControl(text.charCodeAt(at))) controls += 1
  return controls <= MOST_CONTROLS
}

const START = 4096
const MARKUP =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|meta\s|title[\s>]|base\s)/iu
const TAGS =
  /<\/?(?:p|div|span|a|br|table|td|tr|ul|li|h[1-6]|img|meta|link|script|style|article|section|body|html)(?:\s[^<>]*)?\/?>/giu

/** Whether a text is markup rather than words that happen to have angle brackets. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, START)
  if (MARKUP.test(head)) return true
  const tags = head.match(TAGS)?.length ?? 0
  return /^\s*</u.test(head) ? tags >= 3 : tags >= 12
}

/** Chrome and Internet Explorer: the number is the length of the address, which may hold `--`. */
const SAVED_FROM = /<!--\s*saved from url=\((?<length>\d{4,5})\)(?<url>\S{1,4096})/iu
/** SingleFile: ` Page saved with SingleFile \n url: … \n saved date: Sat Jul 19 2025 00:09:16 GMT+0800 (…)`. */
const SINGLE_FILE =
  /<!--\s*Page saved with SingleFile[\s\S]{0,40}?url:\s*(?<url>\S{1,4096})(?:[\s\S]{0,40}?saved date:\s*(?<date>[^\n(]{10,60}))?/u

const httpUrl = (text: string | undefined): string | undefined =>
  text !== undefined && URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol)
    ? new URL(text).href
    : undefined

function savedFrom(html: string): Pick<HtmlSource, 'savedFrom' | 'savedAt'> {
  const head = html.slice(0, 16_384)
  const single = SINGLE_FILE.exec(head)?.groups
  if (single !== undefined) {
    const url = httpUrl(single['url'])
    const at = Date.parse((single['date'] ?? '').trim())
    return {
      ...(url === undefined ? {} : { savedFrom: url }),
      ...(Number.isNaN(at) ? {} : { savedAt: new Date(at).toISOString() }),
    }
  }
  const saved = SAVED_FROM.exec(head)?.groups
  const url = httpUrl(saved?.['url']?.slice(0, Number(saved['length'])))
  return url === undefined ? {} : { savedFrom: url }
}

/**
 * A web page from its bytes: decoded, with the address that the browser or extension noted when it saved it.
 * Refuses what is no text. `headerCharset` is what the transport stated, where the container kept it.
 */
export function readHtml(bytes: Uint8Array, headerCharset?: string): Result<HtmlFile, 'empty' | 'not-text'> {
  const { text, encoding, origin } = decodeHtml(bytes, headerCharset)
  if (text.trim() === '') return fail('empty')
  if (!isText(text)) return fail('not-text')
  const html = undoDoubleEncoding(text) ?? text
  return ok({ html, encoding, encodingOrigin: origin, ...savedFrom(html) })
}
