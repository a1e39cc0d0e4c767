import { CornerDownRight, Ellipsis, Pencil, Search, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { useChange } from '../../api/use-change.ts'
import { DEFAULT_FILTER, DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ContextMenu, Menu, MenuItem, MenuLine, menuPlace } from '../../ui/Menu.tsx'
import { askCollection } from '../collections/asking-collection.ts'
import type { Step } from '../collections/collection-moves.ts'
import { StepItems, stepAsked } from '../collections/StepItems.tsx'
import { SidebarItem } from '../sidebar/SidebarItem.tsx'
import type { Movable } from '../sidebar/use-line-drag.ts'
import { SearchNameDialog } from './SearchNameDialog.tsx'

interface Props {
  readonly search: Overview['savedSearches'][number]
  readonly clock: Filter['clock']
  readonly isCurrent: boolean
  readonly depth?: number
  readonly movable: Movable
  readonly stepOf: (step: Step, id: string) => (() => void) | undefined
  /** Called before it goes, so that the focus finds another line. */
  readonly onRemove?: () => void
  readonly onFollow: (() => void) | undefined
}

/** One saved search in the sidebar: it asks its query anew, and can be renamed, moved and deleted. */
export function SavedSearchItem({
  search,
  clock,
  isCurrent,
  depth = 0,
  movable,
  stepOf,
  onRemove,
  onFollow,
}: Props) {
  const { t } = useTranslation()
  const change = useChange('search:delete')
  const [isRenaming, setIsRenaming] = useState(false)
  const [menu, setMenu] = useState<{ x: number; y: number }>()
  const { id, name, query } = search
  const remove = () => {
    onRemove?.()
    void change.run({ id })
  }
  const items = [
    <MenuItem key="rename" icon={<Pencil />} keys="F2" onAction={() => setIsRenaming(true)}>
      {t('search.rename')}
    </MenuItem>,
    <MenuItem
      key="into"
      icon={<CornerDownRight />}
      onAction={() => askCollection({ kind: 'move-search', id })}
    >
      {t('shell.moveInto')}
    </MenuItem>,
    <StepItems key="steps" of={step => stepOf(step, id)} />,
    <MenuLine key="line" />,
    <MenuItem key="delete" icon={<Trash2 />} look="danger" keys="Delete" onAction={remove}>
      {t('search.delete')}
    </MenuItem>,
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    const step = stepAsked(event)
    if (step !== undefined) stepOf(step, id)?.()
    else if (event.key === 'F2') setIsRenaming(true)
    else if (event.key === 'Delete') remove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const label = t('search.savedMenu', { name })
  return (
    <>
      <SidebarItem
        href={formatRoute({ ...DEFAULT_ROUTE, filter: { ...DEFAULT_FILTER, query, clock } })}
        icon={<Search />}
        isCurrent={isCurrent}
        title={query}
        depth={depth}
        movable={movable}
        onFollow={onFollow}
        onContextMenu={(event: MouseEvent<HTMLElement>) => {
          event.preventDefault()
          setMenu(menuPlace(event, event.currentTarget))
        }}
        onKeyDown={onKeyDown}
        beside={
          <Menu label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
            {items}
          </Menu>
        }
      >
        {name}
      </SidebarItem>
      {menu && (
        <ContextMenu at={menu} label={label} onClose={() => setMenu(undefined)}>
          {items}
        </ContextMenu>
      )}
      {isRenaming && <SearchNameDialog query={query} saved={search} onClose={() => setIsRenaming(false)} />}
    </>
  )
}
