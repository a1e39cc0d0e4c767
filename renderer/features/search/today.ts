import type { Edtf } from '../../../electron/core/model/edtf.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** The day on this computer's clock, against which "last week" is read. */
export function today(): Edtf {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as Edtf
}
