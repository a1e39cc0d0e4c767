import { Ellipsis, Pencil, Search, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { useChange } from '../../api/use-change.ts'
import { DEFAULT_FILTER, DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { useSettledRoute } from '../../routing/use-route.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ContextMenu, Menu, MenuItem, menuPlace } from '../../ui/Menu.tsx'
import { useKeptPlace } from '../reader/use-kept-place.ts'
import styles from '../sidebar/Sidebar.module.css'
import { SidebarItem } from '../sidebar/SidebarItem.tsx'
import { SearchNameDialog } from './SearchNameDialog.tsx'

const css = classNames(styles)

type SavedSearch = Overview['savedSearches'][number]

/** Whether a filter, of no collection or tag, gives what the saved search finds. */
export const isShown = (search: SavedSearch, { shelf, query, days }: Filter): boolean =>
  shelf === 'all' && days === undefined && query.trim() === search.query

interface Props {
  readonly searches: readonly SavedSearch[]
  /** The one whose query the list answers. */
  readonly current: string | undefined
  readonly onFollow?: (() => void) | undefined
}

/** The saved searches in the sidebar: each asks its query anew, and can be renamed and deleted. */
export function SavedSearchSection({ searches, current, onFollow }: Props) {
  const { t } = useTranslation()
  const { filter } = useSettledRoute()
  const section = useRef<HTMLElement>(null)
  const keepPlace = useKeptPlace(section, '[data-nav-item]', searches)
  const change = useChange('search:delete')
  const remove = ({ id }: SavedSearch) => {
    keepPlace()
    void change.run({ id })
  }
  const [renaming, setRenaming] = useState<SavedSearch>()
  const [menu, setMenu] = useState<{ search: SavedSearch; at: { x: number; y: number } }>()
  if (searches.length === 0) return null
  const menuItems = (search: SavedSearch) => [
    <MenuItem key="rename" icon={<Pencil />} keys="F2" onAction={() => setRenaming(search)}>
      {t('search.rename')}
    </MenuItem>,
    <MenuItem key="delete" icon={<Trash2 />} look="danger" keys="Delete" onAction={() => remove(search)}>
      {t('search.delete')}
    </MenuItem>,
  ]
  const onContextMenu = (search: SavedSearch) => (event: MouseEvent<HTMLElement>) => {
    event.preventDefault()
    setMenu({ search, at: menuPlace(event, event.currentTarget) })
  }
  const onKeyDown = (search: SavedSearch) => (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    if (event.key === 'F2') setRenaming(search)
    else if (event.key === 'Delete') remove(search)
    else return
    event.preventDefault()
  }
  return (
    <section ref={section} aria-label={t('search.saved')}>
      <h2 className={css('heading')}>{t('search.saved')}</h2>
      <ul className={css('group')}>
        {searches.map(search => (
          <SidebarItem
            key={search.id}
            href={formatRoute({
              ...DEFAULT_ROUTE,
              filter: { ...DEFAULT_FILTER, query: search.query, clock: filter.clock },
            })}
            icon={<Search />}
            isCurrent={search.id === current}
            title={search.query}
            onFollow={onFollow}
            onContextMenu={onContextMenu(search)}
            onKeyDown={onKeyDown(search)}
            beside={
              <Menu
                label={t('search.savedMenu', { name: search.name })}
                trigger={
                  <IconButton
                    size="small"
                    label={t('search.savedMenu', { name: search.name })}
                    icon={<Ellipsis />}
                  />
                }
              >
                {menuItems(search)}
              </Menu>
            }
          >
            {search.name}
          </SidebarItem>
        ))}
      </ul>
      {menu && (
        <ContextMenu
          at={menu.at}
          label={t('search.savedMenu', { name: menu.search.name })}
          onClose={() => setMenu(undefined)}
        >
          {menuItems(menu.search)}
        </ContextMenu>
      )}
      {renaming && (
        <SearchNameDialog query={renaming.query} saved={renaming} onClose={() => setRenaming(undefined)} />
      )}
    </section>
  )
}
