/** So many files are clipped at once, as one paste is; more are tried first. */
const FEW = 5
/** What grows past this was an export after all: its progress is shown. */
const GROWN = 20

/** Kinds of files that hold many documents each. */
const BULK = /\.(csv|tsv|json|jsonl|enex|jex|zip|gz|tar|tgz|ris|rdf|bib|warc|wacz|opml|xml|plist)$/i

/** How files that were dropped or chosen are taken in: clipped at once, or tried first by a dry run. */
export const howToTake = (paths: readonly string[], hasFolder: boolean): 'at-once' | 'plan' =>
  hasFolder || paths.length > FEW || paths.some(path => BULK.test(path)) ? 'plan' : 'at-once'

/** Whether an import that was to be over at once turns out to hold a whole collection. */
export const hasGrown = (done: number, total: number | null): boolean => Math.max(done, total ?? 0) > GROWN
