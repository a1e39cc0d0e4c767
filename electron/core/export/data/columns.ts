import { type Edtf, precisionOf } from '../../model/edtf.ts'
import type { Happened, Published } from '../../model/stated.ts'
import { writableText } from '../inline-runs.ts'
import type { ExportedClipping } from './exported-clipping.ts'
import type { Cell } from './sheet.ts'

interface Column {
  /** For programs, the same in every language, and never given another meaning. */
  readonly name: string
  /** How wide it is shown, in characters. */
  readonly width: number
  readonly cell: (clipping: ExportedClipping) => Cell | undefined
}

/** A day that spreadsheets can count with; every other precision stays the words that EDTF has for it. */
const dateCell = (edtf: Edtf): Cell =>
  precisionOf(edtf) === 'day' && /^(?:19|[2-9]\d)\d\d-/u.test(edtf) ? { day: edtf } : edtf

type Dated = Published | Happened | undefined
const stated = (date: Dated) => (typeof date === 'object' ? date : undefined)
const statusOf = (date: Dated): string =>
  date === undefined ? 'not-looked-for' : typeof date === 'string' ? date : 'stated'

/** What there is several of stands on lines of its own. */
const lines = (values: readonly (string | undefined)[]): string =>
  values.filter(value => value !== undefined).join('\n')

const link = (address: string | undefined): Cell | undefined =>
  address === undefined ? undefined : { words: address, address }

/** The columns that the fields of a date have, `published`, `published_status` and so on. */
const dateColumns = (name: string, of: (clipping: ExportedClipping) => Dated): Column[] => [
  {
    name,
    width: 14,
    cell: clipping => {
      const date = stated(of(clipping))
      return date && dateCell(date.edtf)
    },
  },
  { name: `${name}_status`, width: 14, cell: clipping => statusOf(of(clipping)) },
  { name: `${name}_origin`, width: 12, cell: clipping => stated(of(clipping))?.origin },
  { name: `${name}_evidence`, width: 24, cell: clipping => stated(of(clipping))?.evidence },
  { name: `${name}_confidence`, width: 12, cell: clipping => stated(of(clipping))?.confidence },
  { name: `${name}_zone`, width: 10, cell: clipping => stated(of(clipping))?.zone },
]

/** The columns of CSV and XLSX, in their order; the README documents them. */
export const COLUMNS: readonly Column[] = [
  { name: 'title', width: 48, cell: ({ title }) => title },
  ...dateColumns('published', ({ published }) => published),
  { name: 'source', width: 20, cell: ({ source }) => source?.name },
  { name: 'authors', width: 20, cell: ({ bylines }) => lines(bylines) },
  { name: 'url', width: 40, cell: ({ url }) => link(url) },
  { name: 'tags', width: 20, cell: ({ tags }) => lines(tags) },
  { name: 'collections', width: 20, cell: ({ collections }) => lines(collections) },
  { name: 'note', width: 40, cell: ({ note }) => note },
  { name: 'excerpt', width: 60, cell: ({ excerpt }) => excerpt },
  { name: 'language', width: 10, cell: ({ language }) => language },
  { name: 'starred', width: 10, cell: ({ starred }) => starred },
  { name: 'read_at', width: 24, cell: ({ readAt }) => readAt },
  { name: 'clipped_at', width: 24, cell: ({ clippedAt }) => clippedAt },
  { name: 'updated_at', width: 24, cell: ({ updatedAt }) => updatedAt },
  { name: 'trashed_at', width: 24, cell: ({ trashedAt }) => trashedAt },
  { name: 'characters', width: 12, cell: ({ length }) => length },
  { name: 'highlights', width: 12, cell: ({ highlights }) => highlights.length },
  { name: 'sources', width: 20, cell: ({ sources }) => lines(sources.map(({ name }) => name)) },
  { name: 'source_url', width: 40, cell: ({ source }) => link(source?.url) },
  { name: 'source_alias_of', width: 16, cell: ({ source }) => source?.aliasOf },
  { name: 'credited', width: 20, cell: ({ reportedBy }) => lines(reportedBy.map(({ source }) => source)) },
  {
    name: 'credited_evidence',
    width: 30,
    cell: ({ reportedBy }) => lines(reportedBy.map(({ phrase }) => phrase)),
  },
  { name: 'editors', width: 20, cell: ({ editors }) => lines(editors) },
  ...dateColumns('happened', ({ happened }) => happened),
  {
    name: 'original_sha256',
    width: 66,
    cell: ({ originals }) => lines(originals.map(({ sha256 }) => sha256)),
  },
  { name: 'original_name', width: 24, cell: ({ originals }) => lines(originals.map(({ name }) => name)) },
  {
    name: 'original_type',
    width: 20,
    cell: ({ originals }) => lines(originals.map(({ mediaType }) => mediaType)),
  },
  {
    name: 'original_bytes',
    width: 14,
    cell: ({ originals }) => lines(originals.map(({ byteLength }) => String(byteLength))),
  },
  {
    name: 'picture_sha256',
    width: 66,
    cell: ({ assets = [] }) => lines(assets.map(({ sha256 }) => sha256)),
  },
  { name: 'family_id', width: 38, cell: ({ familyId }) => familyId },
  { name: 'previous_version', width: 38, cell: ({ previousVersion }) => previousVersion },
  { name: 'id', width: 38, cell: ({ id }) => id },
  { name: 'link', width: 60, cell: ({ link }) => link },
]

/** A cell as words, for a file of text. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.words
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : writableText(String(cell))
}
