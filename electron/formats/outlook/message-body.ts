import type { Resource } from '../../core/model/import-item.ts'
import { encodingOfCodePage } from '../code-pages.ts'
import { textHtml } from '../email-body.ts'
import { decodeHtml } from '../html-charset.ts'
import { RtfDepthError, RtfSizeError, RtfText } from '../rtf/rtf-text.ts'
import { readTokens } from '../rtf/rtf-tokens.ts'
import { unpackedRtf } from './compressed-rtf.ts'
import { encapsulatedHtml, hasHtml } from './encapsulated-html.ts'
import type { MapiProperties } from './mapi-properties.ts'

const [BODY, RTF, HTML, NATIVE_BODY, INTERNET_CODE_PAGE] = [0x1000, 0x1009, 0x1013, 0x1016, 0x3fde]
const NATIVE_IS_TEXT = 1

export interface MessageBody {
  readonly html: string
  /** Pictures that stand in the text itself. */
  readonly resources: readonly Resource[]
}

const hasWords = (html: string): boolean => html.replace(/<(?!img)[^>]*>/giu, '').trim() !== ''

const alone = (html: string | undefined): MessageBody | undefined =>
  html === undefined || !hasWords(html) ? undefined : { html, resources: [] }

function htmlBody(message: MapiProperties): string | undefined {
  const bytes = message.bytes(HTML)
  if (bytes === undefined) return message.text(HTML)
  const page = message.number(INTERNET_CODE_PAGE)
  return decodeHtml(bytes, page === undefined ? undefined : encodingOfCodePage(page)).text
}

function richBody(rtf: Uint8Array): MessageBody | undefined {
  if (hasHtml(rtf)) return alone(encapsulatedHtml(rtf))
  const text = new RtfText()
  try {
    readTokens(rtf, text)
  } catch (error) {
    // Deeper or larger than any message: what it says without its formatting is read instead.
    if (error instanceof RtfDepthError || error instanceof RtfSizeError) return undefined
    throw error
  }
  const html = text.html()
  return hasWords(html) ? { html, resources: text.resources } : undefined
}

/**
 * The body of a message, in the form that it was written in where the file tells ([MS-OXBBODY], 2.1.3.1): HTML, else
 * Rich Text, else plain text. Undefined where none has words.
 */
export function messageBody(message: MapiProperties): MessageBody | undefined {
  const plain = message.text(BODY)
  const text = plain === undefined ? undefined : alone(textHtml(plain.replace(/\r\n?/gu, '\n')))
  if (message.number(NATIVE_BODY) === NATIVE_IS_TEXT && text !== undefined) return text
  const html = alone(htmlBody(message))
  if (html !== undefined) return html
  const packed = message.bytes(RTF)
  const rtf = packed === undefined ? undefined : unpackedRtf(packed)
  const isText =
    rtf !== undefined && /\\fromtext\b/u.test(Buffer.from(rtf.subarray(0, 2048)).toString('latin1'))
  if (isText && text !== undefined) return text
  return (rtf === undefined ? undefined : richBody(rtf)) ?? text
}
