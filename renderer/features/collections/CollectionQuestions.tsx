import { useRequest } from '../../api/use-request.ts'
import { useCommand } from '../../commands/registry.ts'
import type { Route } from '../../routing/route.ts'
import { useRouteOf } from '../../routing/use-route.ts'
import { useStore } from '../../state/store.ts'
import { type Asking, askCollection, askingCollection } from './asking-collection.ts'
import { DeleteCollectionDialog } from './DeleteCollectionDialog.tsx'
import { MoveIntoPicker } from './MoveIntoPicker.tsx'
import { NameCollectionDialog } from './NameCollectionDialog.tsx'
import { useSteps } from './use-steps.ts'

const listed = ({ view, filter }: Route) => ({ id: view === 'timeline' ? filter.collection : undefined })

const close = () => askingCollection.set(undefined)

/** The dialog of what is being asked about a collection, and the commands that ask it of the one on show. */
export function CollectionQuestions() {
  const { id } = useRouteOf(listed)
  const on = (kind: 'rename' | 'move' | 'delete') =>
    id === undefined ? undefined : () => askCollection({ kind, id })
  useCommand('new-collection', () => askCollection({ kind: 'create' }))
  useCommand(
    'new-collection-inside',
    id === undefined ? undefined : () => askCollection({ kind: 'create', parent: id }),
  )
  useCommand('rename-collection', on('rename'))
  useCommand('move-collection', on('move'))
  useCommand('delete-collection', on('delete'))
  const steps = useSteps('collection')
  const step = (which: 'up' | 'down' | 'out') => (id === undefined ? undefined : steps.of(which, id))
  useCommand('move-collection-up', step('up'))
  useCommand('move-collection-down', step('down'))
  useCommand('move-collection-out', step('out'))
  const asking = useStore(askingCollection)
  return asking ? <Question asking={asking} /> : null
}

function Question({ asking }: { readonly asking: Asking }) {
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  if (asking.kind === 'create') return <NameCollectionDialog parent={asking.parent} onClose={close} />
  if (asking.kind === 'move-search') {
    const search = overview?.savedSearches.find(({ id }) => id === asking.id)
    return search ? <MoveIntoPicker kind="search" line={search} onClose={close} /> : null
  }
  const collection = overview?.collections.find(({ id }) => id === asking.id)
  if (!collection) return null
  switch (asking.kind) {
    case 'rename':
      return <NameCollectionDialog collection={collection} onClose={close} />
    case 'delete':
      return <DeleteCollectionDialog collection={collection} onClose={close} />
    case 'move':
      return <MoveIntoPicker kind="collection" line={collection} onClose={close} />
  }
}
