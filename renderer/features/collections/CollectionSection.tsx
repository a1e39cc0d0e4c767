import { CalendarRange, Ellipsis, Folder, Pencil, Plus, Share, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { useSettledRoute } from '../../routing/use-route.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { openChronologyOfCollection } from '../chronology/chronology-scope.ts'
import { openExport } from '../export/open-export.ts'
import styles from '../sidebar/Sidebar.module.css'
import { SidebarItem } from '../sidebar/SidebarItem.tsx'
import { DeleteCollectionDialog } from './DeleteCollectionDialog.tsx'
import { NameCollectionDialog } from './NameCollectionDialog.tsx'

const css = classNames(styles)

type Collection = Overview['collections'][number]
type Open =
  | { readonly kind: 'create' }
  | { readonly kind: 'rename' | 'delete'; readonly collection: Collection }

interface Props {
  readonly collections: readonly Collection[]
  readonly onFollow?: (() => void) | undefined
}

/** The collections in the sidebar, and creating, renaming and deleting them. */
export function CollectionSection({ collections, onFollow }: Props) {
  const { t } = useTranslation()
  const route = useSettledRoute()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const filterOf = (id: string): Filter => ({
    shelf: 'all',
    collection: id,
    query: '',
    clock: route.filter.clock,
  })
  return (
    <section aria-label={t('shell.collections')}>
      <div className={css('headline')}>
        <h2 className={css('heading')}>{t('shell.collections')}</h2>
        <IconButton
          size="small"
          label={t('shell.newCollection')}
          icon={<Plus />}
          onPress={() => setOpen({ kind: 'create' })}
        />
      </div>
      {collections.length === 0 && <p className={css('none')}>{t('shell.noCollections')}</p>}
      <ul className={css('group')}>
        {collections.map(collection => (
          <SidebarItem
            key={collection.id}
            href={formatRoute({ ...DEFAULT_ROUTE, filter: filterOf(collection.id) })}
            spark={filterOf(collection.id)}
            icon={<Folder />}
            isCurrent={route.view === 'timeline' && route.filter.collection === collection.id}
            count={collection.count}
            onFollow={onFollow}
            beside={
              <Menu
                label={t('shell.collectionMenu', { name: collection.name })}
                trigger={
                  <IconButton
                    size="small"
                    label={t('shell.collectionMenu', { name: collection.name })}
                    icon={<Ellipsis />}
                  />
                }
              >
                <MenuItem
                  icon={<CalendarRange />}
                  onAction={() => {
                    openChronologyOfCollection(collection.id)
                    onFollow?.()
                  }}
                >
                  {t('commands.names.view-chronology')}
                </MenuItem>
                <MenuItem icon={<Pencil />} onAction={() => setOpen({ kind: 'rename', collection })}>
                  {t('shell.renameCollection')}
                </MenuItem>
                <MenuItem
                  icon={<Share />}
                  onAction={() => {
                    openExport({ kind: 'collection', id: collection.id })
                    onFollow?.()
                  }}
                >
                  {t('shell.exportCollection')}
                </MenuItem>
                <MenuItem
                  icon={<Trash2 />}
                  look="danger"
                  onAction={() => setOpen({ kind: 'delete', collection })}
                >
                  {t('shell.deleteCollection')}
                </MenuItem>
              </Menu>
            }
          >
            {collection.name}
          </SidebarItem>
        ))}
      </ul>
      {open?.kind === 'create' && <NameCollectionDialog onClose={close} />}
      {open?.kind === 'rename' && <NameCollectionDialog collection={open.collection} onClose={close} />}
      {open?.kind === 'delete' && <DeleteCollectionDialog collection={open.collection} onClose={close} />}
    </section>
  )
}
