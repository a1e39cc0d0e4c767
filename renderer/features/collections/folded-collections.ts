import { createStore } from '../../state/store.ts'

const REMEMBERED = 'cuttings.folded-collections'

const remembered = (): ReadonlySet<string> =>
  new Set(globalThis.localStorage?.getItem(REMEMBERED)?.split(' ').filter(Boolean))

/** Collections whose branches are folded away, remembered on this machine. */
export const foldedCollections = createStore<ReadonlySet<string>>(remembered())

export function setCollectionFolded(id: string, isFolded: boolean): void {
  const next = new Set(foldedCollections.get())
  if (isFolded) next.add(id)
  else next.delete(id)
  foldedCollections.set(next)
  globalThis.localStorage?.setItem(REMEMBERED, [...next].join(' '))
}
