import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { runCommand } from '../../commands/registry.ts'
import { useSettledRoute } from '../../routing/use-route.ts'
import { useStore } from '../../state/store.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { SavedSearchItem } from '../search/SavedSearchItem.tsx'
import styles from '../sidebar/Sidebar.module.css'
import { CollectionItem } from './CollectionItem.tsx'
import { foldedCollections } from './folded-collections.ts'
import { sidebarLines } from './sidebar-lines.ts'
import { useMovables } from './use-movables.ts'

const css = classNames(styles)

interface Props {
  readonly collections: Overview['collections']
  readonly searches: Overview['savedSearches']
  /** The saved search whose query the list answers. */
  readonly currentSearch: string | undefined
  readonly onFollow?: (() => void) | undefined
}

/** The tree of collections in the sidebar, with the saved searches that stand in one. */
export function CollectionSection({ collections, searches, currentSearch, onFollow }: Props) {
  const { t } = useTranslation()
  const route = useSettledRoute()
  const folded = useStore(foldedCollections)
  const lines = useMemo(() => sidebarLines(collections, searches, folded), [collections, searches, folded])
  const { movableCollection, movableSearch, steps } = useMovables(collections, searches)
  return (
    <section aria-label={t('shell.collections')}>
      <div className={css('headline')}>
        <h2 className={css('heading')}>{t('shell.collections')}</h2>
        <IconButton
          size="small"
          label={t('shell.newCollection')}
          icon={<Plus />}
          onPress={() => void runCommand('new-collection')}
        />
      </div>
      {collections.length === 0 && <p className={css('none')}>{t('shell.noCollections')}</p>}
      <ul className={css('group')}>
        {lines.map(line =>
          line.kind === 'collection' ? (
            <CollectionItem
              key={line.collection.id}
              collection={line.collection}
              clock={route.filter.clock}
              isCurrent={route.view === 'timeline' && route.filter.collection === line.collection.id}
              hasBranches={line.hasBranches}
              isFolded={folded.has(line.collection.id)}
              movable={movableCollection(line.collection)}
              stepOf={steps.collection.of}
              onFollow={onFollow}
            />
          ) : (
            <SavedSearchItem
              key={line.search.id}
              search={line.search}
              depth={line.depth}
              clock={route.filter.clock}
              isCurrent={line.search.id === currentSearch}
              movable={movableSearch(line.search)}
              stepOf={steps.search.of}
              onFollow={onFollow}
            />
          ),
        )}
      </ul>
    </section>
  )
}
