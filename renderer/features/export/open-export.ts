import { navigate } from '../../routing/use-route.ts'
import { createStore } from '../../state/store.ts'
import { formatScope, type Scope } from './scope.ts'

/** The clippings last sent here by name, for the address that has no room for them. */
export const keptIds = createStore<readonly string[]>([])

/** Goes to the view of exporting with the scope chosen: from the reader, the list, a tag, a collection. */
export function openExport(scope: Scope): void {
  if (scope.kind === 'clippings') keptIds.set(scope.ids)
  navigate({ view: 'export', scope: formatScope(scope) })
}
