import { createStore } from '../../state/store.ts'

/** Tags whose branches are folded away in the view of tags, until the window closes. */
export const foldedTags = createStore<ReadonlySet<string>>(new Set())

export function setFolded(name: string, isFolded: boolean): void {
  const next = new Set(foldedTags.get())
  if (isFolded) next.add(name)
  else next.delete(name)
  foldedTags.set(next)
}
