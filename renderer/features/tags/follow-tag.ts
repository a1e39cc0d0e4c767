import { isWithinTag } from '../../../electron/core/model/tag.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { currentRoute, navigate, showFilter } from '../../routing/use-route.ts'
import { reveal, tagFilter } from './folded-tags.ts'
import { renamedTag } from './tag-plans.ts'

/** Chooses a tag in the view of tags, whatever is filtered or folded there. */
function showInTree(name: string): void {
  tagFilter.set('')
  reveal(name)
  navigate({ tag: name })
}

/** After a tag has another name: what shows it, or a tag below it, shows it under that name. */
export function followRenamed(from: string, to: string): void {
  const { view, tag, filter } = currentRoute()
  if (view === 'tags') showInTree(tag === undefined ? to : renamedTag(tag, from, to))
  if (filter.tag !== undefined && isWithinTag(filter.tag, from))
    navigate({ filter: { ...filter, tag: renamedTag(filter.tag, from, to) } }, 'replace')
}

/** After a tag is there that was not. */
export function followCreated(name: string): void {
  if (currentRoute().view === 'tags') showInTree(name)
}

/** After a tag and those below it are gone: the list of what is gone gives way to all clippings. */
export function followDeleted(name: string): void {
  const { view, filter } = currentRoute()
  if (filter.tag === undefined || !isWithinTag(filter.tag, name)) return
  const everything = { ...DEFAULT_FILTER, shelf: 'all', clock: filter.clock } as const
  if (view === 'timeline') showFilter(everything)
  else navigate({ filter: everything }, 'replace')
}
