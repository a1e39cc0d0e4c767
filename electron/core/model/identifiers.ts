import { z } from 'zod'

/** UUIDv7 (RFC 9562 section 5.7): sorts by creation time. */
export const clippingIdSchema = z.uuidv7()
export const collectionIdSchema = z.uuidv7()
export const savedSearchIdSchema = z.uuidv7()
export const outletRuleIdSchema = z.uuidv7()
export const eventIdSchema = z.uuidv7()
export const libraryIdSchema = z.uuidv7()
export const importIdSchema = z.uuidv7()
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in lower-case hexadecimal')
/** RFC 3339 in UTC with milliseconds, as `Date.prototype.toISOString` prints it. */
export const instantSchema = z.iso.datetime({ precision: 3 })

export type Sha256 = z.infer<typeof sha256Schema>
export type Instant = z.infer<typeof instantSchema>
