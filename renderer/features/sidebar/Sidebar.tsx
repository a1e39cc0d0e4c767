import {
  Archive,
  CalendarRange,
  FolderInput,
  Hash,
  Highlighter,
  Inbox,
  Newspaper,
  Settings,
  Share,
  Star,
  Trash2,
} from 'lucide-react'
import { memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { DEFAULT_ROUTE, formatRoute, type View } from '../../routing/route.ts'
import { useSettledRoute } from '../../routing/use-route.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { CollectionSection } from '../collections/CollectionSection.tsx'
import { useMovedLineFocus } from '../collections/moved-line.ts'
import { isShown, SavedSearchSection } from '../search/SavedSearchSection.tsx'
import { moveFocus } from './arrow-focus.ts'
import styles from './Sidebar.module.css'
import { SidebarItem } from './SidebarItem.tsx'
import { TagSection } from './TagSection.tsx'

const css = classNames(styles)

const VIEWS = [
  { view: 'timeline', icon: <Newspaper />, keys: COMMANDS['view-timeline'].keys[0] },
  { view: 'chronology', icon: <CalendarRange />, keys: COMMANDS['view-chronology'].keys[0] },
  { view: 'tags', icon: <Hash />, keys: COMMANDS['view-tags'].keys[0] },
  { view: 'highlights', icon: <Highlighter />, keys: COMMANDS['view-highlights'].keys[0] },
  { view: 'export', icon: <Share />, keys: COMMANDS['view-export'].keys[0] },
  { view: 'import', icon: <FolderInput />, keys: COMMANDS['view-import'].keys[0] },
] as const satisfies readonly { view: View; icon: unknown; keys: string }[]

const SHELVES = [
  { shelf: 'inbox', icon: <Inbox /> },
  { shelf: 'all', icon: <Archive /> },
  { shelf: 'starred', icon: <Star /> },
  { shelf: 'trash', icon: <Trash2 /> },
] as const

/** While nothing is known; one array, so that nothing is worked out again for it. */
const NONE: never[] = []

/** Views, shelves, collections and tags with their counts. `onFollow` closes the drawer that it may stand in. */
export const Sidebar = memo(function Sidebar({ onFollow }: { readonly onFollow?: () => void }) {
  const { t } = useTranslation()
  const route = useSettledRoute()
  const { filter } = route
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const sidebar = useRef<HTMLElement>(null)
  useMovedLineFocus(sidebar, overview)
  const isPlain = route.view === 'timeline' && !filter.collection && !filter.tag
  const current = isPlain ? overview?.savedSearches.find(search => isShown(search, filter)) : undefined
  const mark = useChange('clipping:mark')
  const dropOn = (shelf: Filter['shelf']) => {
    if (shelf !== 'starred' && shelf !== 'trash') return undefined
    const kind = shelf === 'trash' ? 'trashed' : 'starred'
    return (ids: readonly string[]) => void mark.run({ ids: [...ids], mark: { mark: kind, on: true } })
  }
  return (
    <nav ref={sidebar} className={css('sidebar')} aria-label={t('shell.sidebar')} onKeyDown={moveFocus}>
      <ul className={css('group')} aria-label={t('shell.views')}>
        {VIEWS.map(({ view, icon, keys }) => (
          <SidebarItem
            key={view}
            href={formatRoute({ ...route, view, pane: 'list' })}
            icon={icon}
            isCurrent={route.view === view}
            keys={<Kbd keys={keys} />}
            onFollow={onFollow}
          >
            {t(`commands.names.view-${view}`)}
          </SidebarItem>
        ))}
      </ul>
      <section aria-label={t('shell.library')}>
        <h2 className={css('heading')}>{t('shell.library')}</h2>
        <ul className={css('group')}>
          {SHELVES.map(({ shelf, icon }) => (
            <SidebarItem
              key={shelf}
              href={formatRoute({ ...DEFAULT_ROUTE, filter: { shelf, query: '', clock: filter.clock } })}
              icon={icon}
              isCurrent={isPlain && !current && filter.shelf === shelf}
              count={overview?.shelves[shelf]}
              onDropClippings={dropOn(shelf)}
              onFollow={onFollow}
            >
              {t(`shell.${shelf}`)}
            </SidebarItem>
          ))}
        </ul>
      </section>
      <CollectionSection
        collections={overview?.collections ?? NONE}
        searches={overview?.savedSearches ?? NONE}
        currentSearch={current?.id}
        onFollow={onFollow}
      />
      <SavedSearchSection
        collections={overview?.collections ?? NONE}
        searches={overview?.savedSearches ?? NONE}
        current={current?.id}
        onFollow={onFollow}
      />
      <TagSection tags={overview?.tags ?? []} onFollow={onFollow} />
      <footer className={css('foot')}>
        <IconButton
          label={t('settings.title')}
          keys={COMMANDS['view-settings'].keys[0]}
          icon={<Settings />}
          onPress={() => {
            runCommand('view-settings')
            onFollow?.()
          }}
        />
      </footer>
    </nav>
  )
})
