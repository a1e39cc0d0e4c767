import { DEFAULT_FILTER } from '../../routing/route.ts'
import { showFilter } from '../../routing/use-route.ts'
import { askTag } from './asking-tag.ts'
import type { TreeAction } from './tree-keys.ts'

/** Does to a tag what asks for no place of its own in the view of tags. */
export function actOnTag(action: Exclude<TreeAction, 'colour'>, name: string): void {
  switch (action) {
    case 'new':
      askTag({ kind: 'create' })
      break
    case 'newChild':
      askTag({ kind: 'create', below: name })
      break
    case 'merge':
      askTag({ kind: 'pick', name })
      break
    case 'rename':
    case 'move':
    case 'delete':
      askTag({ kind: action, name })
      break
    case 'open':
      showFilter({ ...DEFAULT_FILTER, shelf: 'all', tag: name })
  }
}
