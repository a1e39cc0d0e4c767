import { createStore } from '../../state/store.ts'

/** Tags whose branches are folded away in the view of tags, until the window closes. */
export const foldedTags = createStore<ReadonlySet<string>>(new Set())

export function setFolded(name: string, isFolded: boolean): void {
  const next = new Set(foldedTags.get())
  if (isFolded) next.add(name)
  else next.delete(name)
  foldedTags.set(next)
}

/** Opens the branches above a tag, so that it can be seen. */
export function reveal(name: string): void {
  const levels = name.split('/')
  for (let end = 1; end < levels.length; end += 1) setFolded(levels.slice(0, end).join('/'), false)
}

/** What the view of tags is filtered by. */
export const tagFilter = createStore('')
