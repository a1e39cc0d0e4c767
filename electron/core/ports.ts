/** What the product needs from outside, as small interfaces, so that tests can answer for the clock and for chance. */

/** Milliseconds since the Unix epoch. */
export interface Clock {
  now(): number
}

/** A new UUIDv7 for the given time in milliseconds since the Unix epoch. */
export interface Identifiers {
  next(atMs: number): string
}
