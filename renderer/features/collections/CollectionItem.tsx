import {
  CalendarRange,
  ChevronDown,
  ChevronRight,
  CornerDownRight,
  Ellipsis,
  Folder,
  FolderPlus,
  Pencil,
  Share,
  Trash2,
} from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { useChange } from '../../api/use-change.ts'
import { DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ContextMenu, Menu, MenuItem, MenuLine, menuPlace } from '../../ui/Menu.tsx'
import { openChronologyOfCollection } from '../chronology/chronology-scope.ts'
import { openExport } from '../export/open-export.ts'
import { SidebarItem } from '../sidebar/SidebarItem.tsx'
import type { Movable } from '../sidebar/use-line-drag.ts'
import { askCollection } from './asking-collection.ts'
import type { Step } from './collection-moves.ts'
import { setCollectionFolded } from './folded-collections.ts'
import { StepItems, stepAsked } from './StepItems.tsx'

interface Props {
  readonly collection: Overview['collections'][number]
  readonly clock: Filter['clock']
  readonly isCurrent: boolean
  readonly hasBranches: boolean
  readonly isFolded: boolean
  readonly movable: Movable
  readonly stepOf: (step: Step, id: string) => (() => void) | undefined
  readonly onFollow: (() => void) | undefined
}

/** One collection in the sidebar, with what can be done with it. */
export function CollectionItem({
  collection,
  clock,
  isCurrent,
  hasBranches,
  isFolded,
  movable,
  stepOf,
  onFollow,
}: Props) {
  const { t } = useTranslation()
  const [menu, setMenu] = useState<{ x: number; y: number }>()
  const collect = useChange('clipping:mark')
  const { id, name } = collection
  const list: Filter = { shelf: 'all', collection: id, query: '', clock }
  const ask = (kind: 'rename' | 'delete' | 'move') => askCollection({ kind, id })
  const items = [
    <MenuItem
      key="chronology"
      icon={<CalendarRange />}
      onAction={() => {
        openChronologyOfCollection(id)
        onFollow?.()
      }}
    >
      {t('commands.names.view-chronology')}
    </MenuItem>,
    <MenuItem
      key="export"
      icon={<Share />}
      onAction={() => {
        openExport({ kind: 'collection', id })
        onFollow?.()
      }}
    >
      {t('shell.exportCollection')}
    </MenuItem>,
    <MenuLine key="line" />,
    <MenuItem
      key="inside"
      icon={<FolderPlus />}
      onAction={() => askCollection({ kind: 'create', parent: id })}
    >
      {t('shell.newInside')}
    </MenuItem>,
    <MenuItem key="rename" icon={<Pencil />} keys="F2" onAction={() => ask('rename')}>
      {t('shell.renameCollection')}
    </MenuItem>,
    <MenuItem key="into" icon={<CornerDownRight />} onAction={() => ask('move')}>
      {t('shell.moveInto')}
    </MenuItem>,
    <StepItems key="steps" of={step => stepOf(step, id)} />,
    <MenuLine key="end" />,
    <MenuItem key="delete" icon={<Trash2 />} look="danger" keys="Delete" onAction={() => ask('delete')}>
      {t('shell.deleteCollection')}
    </MenuItem>,
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    const step = stepAsked(event)
    if (step !== undefined) stepOf(step, id)?.()
    else if (event.key === 'F2') ask('rename')
    else if (event.key === 'Delete') ask('delete')
    else if (event.key === 'ArrowLeft' && hasBranches) setCollectionFolded(id, true)
    else if (event.key === 'ArrowRight' && hasBranches) setCollectionFolded(id, false)
    else return
    event.preventDefault()
    // Alt with an arrow belongs to the line here, and to the browser elsewhere.
    event.stopPropagation()
  }
  const label = t('shell.collectionMenu', { name })
  return (
    <>
      <SidebarItem
        href={formatRoute({
          ...DEFAULT_ROUTE,
          filter: { ...list, ...(collection.isByHand && { order: 'hand' }) },
        })}
        spark={list}
        icon={<Folder />}
        isCurrent={isCurrent}
        count={collection.count}
        depth={collection.depth}
        movable={movable}
        onFollow={onFollow}
        onContextMenu={(event: MouseEvent<HTMLElement>) => {
          event.preventDefault()
          setMenu(menuPlace(event, event.currentTarget))
        }}
        onKeyDown={onKeyDown}
        onDropClippings={ids =>
          void collect.run({ ids: [...ids], mark: { mark: 'collection', collection: id, on: true } })
        }
        beside={
          <>
            <Menu label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
              {items}
            </Menu>
            {hasBranches && (
              <IconButton
                size="small"
                label={t(isFolded ? 'shell.expand' : 'shell.collapse', { name })}
                icon={isFolded ? <ChevronRight /> : <ChevronDown />}
                onPress={() => setCollectionFolded(id, !isFolded)}
              />
            )}
          </>
        }
      >
        {name}
      </SidebarItem>
      {menu && (
        <ContextMenu at={menu} label={label} onClose={() => setMenu(undefined)}>
          {items}
        </ContextMenu>
      )}
    </>
  )
}
