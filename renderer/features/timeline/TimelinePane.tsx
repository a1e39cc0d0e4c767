import { PanelLeft } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { useRequest } from '../../api/use-request.ts'
import { navigate, useRoute } from '../../routing/use-route.ts'
import { openList } from '../../shell/panes.ts'
import { useStore } from '../../state/store.ts'
import { useSame } from '../../state/use-same.ts'
import { useSettled } from '../../state/use-settled.ts'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useLatest } from '../../ui/use-latest.ts'
import { useWidth } from '../../ui/use-width.ts'
import { TrashLine } from '../library/TrashLine.tsx'
import { SampleLine } from '../sample/SampleLine.tsx'
import { FacetColumn } from '../search/FacetColumn.tsx'
import { FacetMenus } from '../search/FacetMenus.tsx'
import { IndexLine } from '../search/IndexLine.tsx'
import { SaveSearch } from '../search/SaveSearch.tsx'
import { useListing } from '../search/use-search-request.ts'
import { ClipButtons } from './ClipButtons.tsx'
import { ClippingList } from './ClippingList.tsx'
import { askedFilter, listedFilter } from './listed-filter.ts'
import { look } from './look.ts'
import { OrderSwitch } from './OrderSwitch.tsx'
import { QueryProblemLine } from './QueryProblemLine.tsx'
import { SearchField } from './SearchField.tsx'
import { DensityStrip } from './strip/DensityStrip.tsx'
import { withoutDays } from './strip/days.ts'
import { keepsStripPlace } from './strip/keeps-strip-place.ts'
import styles from './TimelinePane.module.css'
import { TimelineTools } from './TimelineTools.tsx'
import { typeQuery } from './type-query.ts'
import { useScopeName } from './use-scope-name.ts'

const css = classNames(styles)

/** From this width of the pane on, what a search can be narrowed down by stands beside the results. */
const ROOM_BESIDE_PX = 600

/** What stands around the list follows what is typed when the list is there: it is not what is looked at while typing. */
const TYPING_MS = 150

interface Props {
  /** Opens the sidebar where it is folded away; undefined where it is on show. */
  readonly onShowSidebar?: (() => void) | undefined
}

/** The middle pane: search, the strip of days, and the list. */
export function TimelinePane({ onShowSidebar }: Props) {
  const { t } = useTranslation()
  const { filter: chosen } = useRoute()
  // The same conditions are the same object, whatever else of the address changes.
  const asked = useSame(chosen)
  const filter = useMemo(() => askedFilter(asked), [asked])
  const hasQuery = filter.query.trim() !== ''
  const shown = useStore(look)
  const list = useMemo(() => listedFilter(filter, shown), [filter, shown])
  const { data: listing, isPlaceholderData, error } = useListing(list)
  const listed = useRef(list)
  if (!isPlaceholderData) listed.current = list
  const { days } = filter
  const allDays = useMemo(() => withoutDays(filter), [filter])
  const typed = useSettled(filter.query, TYPING_MS)
  const calm = useSame({ ...filter, query: typed })
  const calmList = useSame({ ...list, query: typed })
  const counted = useMemo(() => withoutDays(calm), [calm])
  const isByDate = filter.order === undefined
  const chooseDays = useLatest((chosen: Filter['days']) =>
    navigate({ filter: chosen ? { ...allDays, days: chosen } : allDays }, days ? 'replace' : 'push'),
  )
  const leaveDays = useLatest(() => chooseDays(undefined))
  const chooseOrder = useLatest(({ clock, order }: Pick<Filter, 'clock' | 'order'>) => {
    const { order: _, ...kept } = clock === filter.clock ? filter : allDays
    navigate({ filter: { ...kept, clock, ...(order ? { order } : {}) } })
  })
  const [measured, width] = useWidth()
  const hasRoom = width >= ROOM_BESIDE_PX
  const scope = useScopeName(filter)
  const { data: library } = useRequest('library:state', {})
  // While a library is being read nobody knows yet how many there are.
  const found =
    listing && !library?.isPart
      ? t('timeline.found', {
          count: listing.total + listing.folded,
          ms: Math.max(1, Math.round(listing.ms)),
        })
      : ''
  return (
    <section
      className={css('pane')}
      aria-label={t('timeline.title')}
      data-searching={hasQuery ? '' : undefined}
    >
      <header className={css('bar')}>
        {onShowSidebar && (
          <IconButton label={t('shell.showSidebar')} icon={<PanelLeft />} onPress={onShowSidebar} />
        )}
        <SearchField query={filter.query} onChange={typeQuery} onLeave={openList} found={found}>
          <SaveSearch hasQuery={hasQuery} />
        </SearchField>
        <ClipButtons />
      </header>
      <QueryProblemLine query={filter.query} />
      {hasQuery && <IndexLine />}
      {hasQuery && !hasRoom && <FacetMenus filter={calm} />}
      <div className={css('scope')}>
        <h1 className={css('name')}>{scope}</h1>
        {listing && found && (
          <span className={css('total')} aria-hidden="true">
            <span className={css('brief')}>
              {t('timeline.groupCount', { count: listing.total + listing.folded })}
            </span>
            <span className={css('whole')}>{found}</span>
          </span>
        )}
        <OrderSwitch
          clock={filter.clock}
          order={filter.order}
          hasQuery={hasQuery}
          isCollection={filter.collection !== undefined}
          onChange={chooseOrder}
        />
        <TimelineTools
          list={calmList}
          allDays={counted}
          scope={scope}
          isByDate={isByDate}
          onLeaveDays={leaveDays}
        />
      </div>
      <div className={css('density')} ref={measured}>
        {width > 0 && (
          <DensityStrip
            filter={counted}
            days={days}
            width={width}
            keepsPlace={keepsStripPlace(filter, listing)}
            onChange={chooseDays}
          />
        )}
      </div>
      {filter.shelf === 'trash' && <TrashLine />}
      {filter.collection !== undefined && <SampleLine name={scope} />}
      {error && <EmptyState title={t('timeline.readFailed')} />}
      <div className={css('results')}>
        {hasQuery && hasRoom && <FacetColumn filter={calm} />}
        <div className={css('found')}>
          {listing && <ClippingList filter={listed.current} listing={listing} isStale={isPlaceholderData} />}
        </div>
      </div>
    </section>
  )
}
