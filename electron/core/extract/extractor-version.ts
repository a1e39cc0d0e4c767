/** Raised whenever the same document may be read differently: articles say which reading they hold. */
export const EXTRACTOR_VERSION = 7
