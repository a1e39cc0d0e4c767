import {
  Archive,
  CalendarRange,
  FolderInput,
  Hash,
  Highlighter,
  Inbox,
  Newspaper,
  PanelLeft,
  Settings,
  Share,
  Star,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../commands/registry.ts'
import { COMMANDS } from '../commands/table.ts'
import type { Route } from '../routing/route.ts'
import { DEFAULT_FILTER } from '../routing/route.ts'
import { navigate, showFilter, useRouteOf } from '../routing/use-route.ts'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './Rail.module.css'

const css = classNames(styles)

const VIEWS = [
  ['timeline', <Newspaper key="timeline" />],
  ['chronology', <CalendarRange key="chronology" />],
  ['tags', <Hash key="tags" />],
  ['highlights', <Highlighter key="highlights" />],
  ['export', <Share key="export" />],
  ['import', <FolderInput key="import" />],
] as const
const SHELVES = [
  ['inbox', <Inbox key="inbox" />],
  ['all', <Archive key="all" />],
  ['starred', <Star key="starred" />],
  ['trash', <Trash2 key="trash" />],
] as const

const onShow = ({ view, filter: { shelf, clock, collection, tag } }: Route) => ({
  view,
  shelf,
  clock,
  isPlain: view === 'timeline' && !collection && !tag,
})

/** The sidebar folded to icons; its first button opens the whole of it over the list. */
export function Rail({ onShowSidebar }: { readonly onShowSidebar: () => void }) {
  const { t } = useTranslation()
  const { view, shelf: shelfOnShow, clock, isPlain } = useRouteOf(onShow)
  return (
    <nav className={css('rail')} aria-label={t('shell.sidebar')}>
      <IconButton label={t('shell.showSidebar')} icon={<PanelLeft />} onPress={onShowSidebar} />
      <span className={css('line')} />
      {VIEWS.map(([id, icon]) => (
        <span key={id} className={css('item', view === id && 'current')}>
          <IconButton
            label={t(`commands.names.view-${id}`)}
            keys={COMMANDS[`view-${id}`].keys[0]}
            icon={icon}
            {...(view === id ? { 'aria-current': 'page' as const } : {})}
            onPress={() => navigate({ view: id, pane: 'list' })}
          />
        </span>
      ))}
      <span className={css('line')} />
      {SHELVES.map(([shelf, icon]) => {
        const isCurrent = isPlain && shelfOnShow === shelf
        return (
          <span key={shelf} className={css('item', isCurrent && 'current')}>
            <IconButton
              label={t(`shell.${shelf}`)}
              icon={icon}
              {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
              onPress={() => showFilter({ ...DEFAULT_FILTER, shelf, clock })}
            />
          </span>
        )
      })}
      <span className={css('space')} />
      <IconButton
        label={t('settings.title')}
        keys={COMMANDS['view-settings'].keys[0]}
        icon={<Settings />}
        onPress={() => void runCommand('view-settings')}
      />
    </nav>
  )
}
