import type { ExportScope } from './export-request.ts'

/** Of more clippings than this no chronology is made at once. */
export const MOST_IN_CHRONOLOGY = 3_000

/**
 * The collection whose chronology a scope is, where all of it and nothing else is on show: what is decided there is kept
 * with it. Of any other list a chronology can be looked at.
 */
export function collectionOfScope(scope: ExportScope): string | undefined {
  if (scope.kind === 'clippings') return undefined
  const { shelf, collection, tag, query, days } = scope.filter
  return shelf === 'all' && tag === undefined && query.trim() === '' && days === undefined
    ? collection
    : undefined
}
