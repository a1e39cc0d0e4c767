import { edtfSchema } from '../../core/model/edtf.ts'
import { accountName, placeholderTitle } from '../document-properties.ts'

/** What a PDF states of itself, where it is worth stating. */
export interface PdfStatement {
  readonly title?: string
  readonly bylines?: readonly string[]
  readonly made?: { readonly edtf: string; readonly evidence: string }
  readonly published?: { readonly edtf: string; readonly evidence: string }
  readonly language?: string
  /** A browser printed it: what it shows is a web page, and it was made when it was saved. */
  readonly isWebPage: boolean
}

const DATE = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?/u

/** A date of the PDF specification (ISO 32000-1, 7.9.4), `D:20250719101500+08'00'`, as EDTF. */
function edtfOfPdfDate(date: string): string | undefined {
  const match = DATE.exec(date)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, utc, sign, zoneHour, zoneMinute] = match
  const days = [year, month, day].filter(part => part !== undefined).join('-')
  const zone = utc ?? (sign === undefined ? '' : `${sign}${zoneHour}:${zoneMinute ?? '00'}`)
  const clock = minute === undefined ? '' : `T${hour}:${minute}:${second ?? '00'}${zone}`
  return [days + clock, days].find(value => edtfSchema.safeParse(value).success)
}

const BROWSERS = /skia\/pdf|quartz pdfcontext.*safari|mozilla\/5|chrom(?:e|ium)|firefox|safari/iu
const wordsOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\0/gu, '').trim() : undefined

function dated(value: unknown, name: string): { edtf: string; evidence: string } | undefined {
  const words = wordsOf(value)
  const iso = /^\d{4}(?:-\d{2}){0,2}(?:T[\d:]{5,8}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?$/u.exec(words ?? '')?.[0]
  const edtf =
    iso === undefined ? edtfOfPdfDate(words ?? '') : edtfSchema.safeParse(iso.replace(/\.\d+/u, '')).data
  return edtf === undefined || words === undefined ? undefined : { edtf, evidence: `${name}: ${words}` }
}

/**
 * Reads the information dictionary and the XMP packet. A file name, "Untitled" or a program's own words are no title,
 * and the account of whoever made the file is no author. When the file was made is not when it was published; of a page
 * that a browser printed it is when it was saved.
 */
export function pdfStatement(info: object, xmp: (name: string) => unknown, fileName: string): PdfStatement {
  const values = new Map<string, unknown>(Object.entries(info))
  const title = [wordsOf(values.get('Title')), wordsOf(xmp('dc:title'))].find(
    each => each !== undefined && !placeholderTitle(each, fileName),
  )
  const author = wordsOf(values.get('Author'))
  const made =
    dated(values.get('CreationDate'), 'CreationDate') ?? dated(xmp('xmp:createdate'), 'xmp:CreateDate')
  const published = dated(xmp('prism:publicationdate'), 'prism:publicationDate')
  const language = wordsOf(values.get('Language'))
  const program = `${wordsOf(values.get('Producer')) ?? ''} ${wordsOf(values.get('Creator')) ?? ''}`
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined || accountName(author) ? {} : { bylines: author.split(/\s*[;；]\s*/u) }),
    ...(made === undefined ? {} : { made }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
    isWebPage: BROWSERS.test(program),
  }
}
