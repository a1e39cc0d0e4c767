import type { Clipping } from '../../model/clipping.ts'
import { isoStart } from '../stated-date.ts'

const latin = (words: string): string =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '')
    .slice(0, 20)

/**
 * The key by which other programs cite a clipping: its outlet or author in Latin letters where it has any, the year where
 * one is stated, and the end of its id, which makes it the only one. ASCII letters, digits and hyphens, as BibTeX needs.
 */
export function citationKey({ id, source, bylines, published }: Clipping): string {
  const word = [source?.name ?? '', bylines[0] ?? ''].map(latin).find(each => each !== '') ?? 'clipping'
  const year = typeof published === 'string' ? undefined : /^\d{4}/.exec(isoStart(published.edtf))?.[0]
  return [word, year, id.slice(-12)].filter(part => part !== undefined).join('-')
}
