import { ClipboardPaste, FolderOpen, PanelLeft } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { useRequest } from '../../api/use-request.ts'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { navigate, useRoute } from '../../routing/use-route.ts'
import { openList } from '../../shell/panes.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { requestPaste } from '../clip/request-paste.ts'
import { TrashLine } from '../library/TrashLine.tsx'
import { ClippingList } from './ClippingList.tsx'
import { ClockSwitch } from './ClockSwitch.tsx'
import { DensityStrip } from './DensityStrip.tsx'
import { QueryProblemLine } from './QueryProblemLine.tsx'
import { SearchField } from './SearchField.tsx'
import styles from './TimelinePane.module.css'
import { useScopeName } from './use-scope-name.ts'

const css = classNames(styles)

interface Props {
  /** Opens the sidebar where it is folded away; undefined where it is on show. */
  readonly onShowSidebar?: (() => void) | undefined
}

/** The middle pane: search, the strip of days, and the list. */
export function TimelinePane({ onShowSidebar }: Props) {
  const { t } = useTranslation()
  const { filter: routeFilter } = useRoute()
  // The same conditions are the same object, whatever else of the address changes.
  const written = JSON.stringify(routeFilter)
  const filter = useMemo((): Filter => JSON.parse(written), [written])
  const {
    data: listing,
    isPlaceholderData,
    error,
  } = useRequest('library:list', filter, { keepPrevious: true })
  const listed = useRef(filter)
  if (!isPlaceholderData) listed.current = filter
  const { days, ...allDays } = filter
  const { data: undated } = useRequest('library:list', allDays, { keepPrevious: true })
  const density = undated?.density ?? []
  const [measured, width] = useWidth()
  const scope = useScopeName(filter)
  const found = listing
    ? t('timeline.found', { count: listing.total, ms: Math.max(1, Math.round(listing.ms)) })
    : ''
  return (
    <section className={css('pane')} aria-label={t('timeline.title')}>
      <header className={css('bar')}>
        {onShowSidebar && (
          <IconButton label={t('shell.showSidebar')} icon={<PanelLeft />} onPress={onShowSidebar} />
        )}
        <SearchField
          query={filter.query}
          onChange={query => navigate({ filter: { ...filter, query } }, 'replace')}
          onLeave={openList}
          found={found}
        />
        <IconButton
          label={t('clip.open')}
          keys={COMMANDS['open-files'].keys[0]}
          icon={<FolderOpen />}
          onPress={() => runCommand('open-files')}
        />
        <span className={css('paste')}>
          <Button
            look="strong"
            icon={<ClipboardPaste aria-hidden="true" />}
            keys="Mod+V"
            onPress={() => void requestPaste()}
          >
            {t('clip.paste')}
          </Button>
        </span>
      </header>
      <QueryProblemLine query={filter.query} />
      <div className={css('scope')}>
        <h1 className={css('name')}>{scope}</h1>
        <ClockSwitch clock={filter.clock} onChange={clock => navigate({ filter: { ...allDays, clock } })} />
      </div>
      <div className={css('density')} ref={measured}>
        {width > 0 && (
          <DensityStrip
            density={density}
            days={days}
            width={width}
            onChange={chosen =>
              navigate({ filter: chosen ? { ...allDays, days: chosen } : allDays }, days ? 'replace' : 'push')
            }
          />
        )}
      </div>
      {filter.shelf === 'trash' && <TrashLine />}
      {error && <EmptyState title={t('timeline.readFailed')} />}
      {listing && <ClippingList filter={listed.current} listing={listing} />}
    </section>
  )
}
