import type { SpokenQuote } from '../../../electron/core/model/spoken-quote.ts'

/** Quotations under who says them, in the order in which each first speaks; those of nobody that is stated last. */
export function bySpeaker(
  quotes: readonly SpokenQuote[],
): { readonly speaker: string | null; readonly quotes: readonly SpokenQuote[] }[] {
  const groups = new Map<string | null, SpokenQuote[]>()
  for (const quote of quotes) {
    const group = groups.get(quote.speaker)
    if (group === undefined) groups.set(quote.speaker, [quote])
    else group.push(quote)
  }
  const unstated = groups.get(null)
  groups.delete(null)
  if (unstated !== undefined) groups.set(null, unstated)
  return Array.from(groups, ([speaker, of]) => ({ speaker, quotes: of }))
}
