import { type Edtf, edtfSchema } from '../model/edtf.ts'
import { findDates } from './find.ts'

/** A date in words or as EDTF; `against` says whether it says all by itself or is read against the date of publication. */
export interface ReadDate {
  readonly edtf: Edtf
  readonly against: 'itself' | 'published'
}

const HAN = /\p{Script=Han}/u

/** The one date that all of the words are; undefined where they are none, or more than one. */
function wholly(words: string, published: Edtf | undefined, language: string): Edtf | undefined {
  const [date, another] = findDates(words, published, language)
  return another === undefined && date?.phrase.length === words.length ? date.edtf : undefined
}

/**
 * What words mean that are a date and nothing else, as they stand in a text or as somebody types them: EDTF, or Chinese
 * or English by their script. Undefined where they are no date, or need a date of publication that is not given.
 */
export function readDate(words: string, published: Edtf | undefined): ReadDate | undefined {
  const trimmed = words.trim()
  const typed = edtfSchema.safeParse(trimmed.replace(/\s*\/\s*(?=[-\d]{4,})/u, '/'))
  if (typed.success) return { edtf: typed.data, against: 'itself' }
  const language = HAN.test(trimmed) ? 'zh' : 'en'
  const byItself = wholly(trimmed, undefined, language)
  if (byItself !== undefined) return { edtf: byItself, against: 'itself' }
  const resolved = published === undefined ? undefined : wholly(trimmed, published, language)
  return resolved === undefined ? undefined : { edtf: resolved, against: 'published' }
}
