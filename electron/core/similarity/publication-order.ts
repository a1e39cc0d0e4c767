import type { Clipping } from '../model/clipping.ts'
import { compareEdtf } from '../model/edtf.ts'

/** The earliest published first; those without a date after all others, by when they were clipped. */
export function compareByPublication(a: Clipping, b: Clipping): number {
  const [one, other] = [a.published, b.published]
  const [isDated, isOtherDated] = [typeof one === 'object', typeof other === 'object']
  if (isDated !== isOtherDated) return isDated ? -1 : 1
  const published =
    typeof one === 'object' && typeof other === 'object' ? compareEdtf(one.edtf, other.edtf) : 0
  if (published !== 0) return published
  if (a.clippedAt !== b.clippedAt) return a.clippedAt < b.clippedAt ? -1 : 1
  return a.id < b.id ? -1 : 1
}
