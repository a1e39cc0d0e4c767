import type { Edtf } from '../../model/edtf.ts'

/** A date of CSL-JSON: one or two lists of year, month and day, each as long as the date is precise. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[]
  /** What date parts cannot say, in words. */
  readonly literal?: string
}

const partsOf = (moment: string): number[] => {
  const [, year = '', month, day] = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(moment) ?? []
  return [year, month, day].filter(part => part !== undefined).map(Number)
}

/**
 * An EDTF date at its own precision: a month has no day, an interval has two ends, a time is its day on the clock that it
 * states. CSL knows no open interval and would need an end that nobody stated, so that one stays as it is written.
 */
export function cslDate(edtf: Edtf): CslDate {
  const ends = edtf.split('/')
  return ends.includes('')
    ? { literal: edtf.replace('/', '/..').replace(/^\/\.\./, '../') }
    : { 'date-parts': ends.map(partsOf) }
}
