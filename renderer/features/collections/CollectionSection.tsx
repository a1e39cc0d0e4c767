import { CalendarRange, Ellipsis, Folder, Pencil, Plus, Share, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { useChange } from '../../api/use-change.ts'
import { runCommand } from '../../commands/registry.ts'
import { DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { useSettledRoute } from '../../routing/use-route.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ContextMenu, Menu, MenuItem, menuPlace } from '../../ui/Menu.tsx'
import { openChronologyOfCollection } from '../chronology/chronology-scope.ts'
import { openExport } from '../export/open-export.ts'
import styles from '../sidebar/Sidebar.module.css'
import { SidebarItem } from '../sidebar/SidebarItem.tsx'
import { DeleteCollectionDialog } from './DeleteCollectionDialog.tsx'
import { NameCollectionDialog } from './NameCollectionDialog.tsx'

const css = classNames(styles)

type Collection = Overview['collections'][number]
type Open = { readonly kind: 'rename' | 'delete'; readonly collection: Collection }

interface Props {
  readonly collections: readonly Collection[]
  readonly onFollow?: (() => void) | undefined
}

/** The collections in the sidebar, and creating, renaming and deleting them. */
export function CollectionSection({ collections, onFollow }: Props) {
  const { t } = useTranslation()
  const route = useSettledRoute()
  const [open, setOpen] = useState<Open>()
  const [menu, setMenu] = useState<{
    readonly collection: Collection
    readonly at: { x: number; y: number }
  }>()
  const collect = useChange('clipping:mark')
  const close = () => setOpen(undefined)
  const filterOf = (id: string): Filter => ({
    shelf: 'all',
    collection: id,
    query: '',
    clock: route.filter.clock,
  })
  const menuItems = (collection: Collection) => [
    <MenuItem
      key="chronology"
      icon={<CalendarRange />}
      onAction={() => {
        openChronologyOfCollection(collection.id)
        onFollow?.()
      }}
    >
      {t('commands.names.view-chronology')}
    </MenuItem>,
    <MenuItem
      key="rename"
      icon={<Pencil />}
      keys="F2"
      onAction={() => setOpen({ kind: 'rename', collection })}
    >
      {t('shell.renameCollection')}
    </MenuItem>,
    <MenuItem
      key="export"
      icon={<Share />}
      onAction={() => {
        openExport({ kind: 'collection', id: collection.id })
        onFollow?.()
      }}
    >
      {t('shell.exportCollection')}
    </MenuItem>,
    <MenuItem
      key="delete"
      icon={<Trash2 />}
      look="danger"
      keys="Delete"
      onAction={() => setOpen({ kind: 'delete', collection })}
    >
      {t('shell.deleteCollection')}
    </MenuItem>,
  ]
  const onKeyDown = (collection: Collection) => (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    if (event.key === 'F2') setOpen({ kind: 'rename', collection })
    else if (event.key === 'Delete') setOpen({ kind: 'delete', collection })
    else return
    event.preventDefault()
  }
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
        {collections.map(collection => (
          <SidebarItem
            key={collection.id}
            href={formatRoute({ ...DEFAULT_ROUTE, filter: filterOf(collection.id) })}
            spark={filterOf(collection.id)}
            icon={<Folder />}
            isCurrent={route.view === 'timeline' && route.filter.collection === collection.id}
            count={collection.count}
            onFollow={onFollow}
            onContextMenu={event => {
              event.preventDefault()
              setMenu({ collection, at: menuPlace(event, event.currentTarget) })
            }}
            onKeyDown={onKeyDown(collection)}
            onDropClippings={ids =>
              void collect.run({
                ids: [...ids],
                mark: { mark: 'collection', collection: collection.id, on: true },
              })
            }
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
                {menuItems(collection)}
              </Menu>
            }
          >
            {collection.name}
          </SidebarItem>
        ))}
      </ul>
      {menu && (
        <ContextMenu
          at={menu.at}
          label={t('shell.collectionMenu', { name: menu.collection.name })}
          onClose={() => setMenu(undefined)}
        >
          {menuItems(menu.collection)}
        </ContextMenu>
      )}
      {open?.kind === 'rename' && <NameCollectionDialog collection={open.collection} onClose={close} />}
      {open?.kind === 'delete' && <DeleteCollectionDialog collection={open.collection} onClose={close} />}
    </section>
  )
}
