import { z } from 'zod'

/** The shapes of Extended Date/Time Format (ISO 8601-2:2019, levels 0 and 1) that the product writes. */
const CALENDAR = String.raw`-?\d{4}(?:-\d{2}(?:-\d{2})?)?`
const CLOCK = String.raw`-?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?`
const EDTF = new RegExp(`^(?:${CLOCK}|${CALENDAR}(?:/(?:${CALENDAR})?)?|/${CALENDAR})$`)

/**
 * A year, month, day, local or zoned time, or an interval of days (`2025-07-01/2025-07-10`, open at either
 * end). The precision is the string's own: `2025-04` is the month, never its first day.
 */
export const edtfSchema = z.string().regex(EDTF, 'expected an EDTF date')

export type Edtf = z.infer<typeof edtfSchema>
