/** Alternatives of a pattern, each a pattern source. */
export const oneOf = (sources: readonly string[]): string => `(?:${sources.join('|')})`
