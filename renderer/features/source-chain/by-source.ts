import type { CreditedSource } from '../../../electron/core/model/credited-source.ts'

/** Mentions under the source that they name, in the order in which each is first named; those without a name last. */
export function bySource(
  mentions: readonly CreditedSource[],
): { readonly source: string | null; readonly mentions: readonly CreditedSource[] }[] {
  const groups = new Map<string | null, CreditedSource[]>()
  for (const mention of mentions) groups.set(mention.source, [...(groups.get(mention.source) ?? []), mention])
  const unnamed = groups.get(null)
  groups.delete(null)
  if (unnamed !== undefined) groups.set(null, unnamed)
  return Array.from(groups, ([source, of]) => ({ source, mentions: of }))
}
