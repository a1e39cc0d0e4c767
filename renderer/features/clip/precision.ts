import type { Edtf } from '../../../electron/core/model/edtf.ts'

/** How exactly a date is known. */
export function precisionOf(edtf: Edtf): 'time' | 'day' | 'month' | 'year' | 'range' {
  if (edtf.includes('/')) return 'range'
  if (edtf.includes('T')) return 'time'
  const dashes = edtf.replace(/^-/, '').split('-').length
  return dashes === 3 ? 'day' : dashes === 2 ? 'month' : 'year'
}
