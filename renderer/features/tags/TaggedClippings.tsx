import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, Row } from '../../../electron/core/model/listing.ts'
import { useRequest } from '../../api/use-request.ts'
import { COMMANDS } from '../../commands/table.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { moveFocus } from '../sidebar/arrow-focus.ts'
import { useRows } from '../timeline/use-rows.ts'
import styles from './TaggedClippings.module.css'

const css = classNames(styles)

const ROW_PX = 58

/** The clippings with a tag or one below it; each leads to the timeline of that tag. */
export function TaggedClippings({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState({ first: 0, last: 20 })
  const { data: listing } = useRequest('library:list', filter, { keepPrevious: true })
  const rowAt = useRows(filter, listing, shown)
  const virtualizer = useVirtualizer({
    count: listing?.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  })
  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => setShown({ first, last: last + 10 }), [first, last])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tag starts at the top
  useEffect(() => virtualizer.scrollToOffset(0), [filter])

  if (listing?.total === 0) {
    return (
      <EmptyState title={t('tags.noneTitle')}>
        {t('tags.noneDetail', { key: COMMANDS.tag.keys[0].toUpperCase() })}
      </EmptyState>
    )
  }
  return (
    <section ref={scroller} className={css('list')} aria-label={t('tags.clippings')} onKeyDown={moveFocus}>
      <ul className={css('content')} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rowAt(index)
          return (
            <li
              key={row?.id ?? index}
              className={css('row')}
              style={{ transform: `translateY(${start}px)` }}
              aria-posinset={index + 1}
              aria-setsize={listing?.total ?? 0}
            >
              {row && <RowLink row={row} filter={filter} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function RowLink({ row, filter }: { readonly row: Row; readonly filter: Filter }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const lang = row.language === 'und' ? undefined : row.language
  const published = typeof row.published === 'object' ? formatDate(row.published.edtf, language) : undefined
  const from = row.bylines[0] ?? row.source?.name
  return (
    <a
      className={css('link')}
      data-nav-item=""
      draggable={false}
      href={formatRoute({ ...DEFAULT_ROUTE, filter, clipping: row.id, pane: 'reader' })}
    >
      <span className={css('title')} lang={lang}>
        {row.title || t('timeline.untitled')}
      </span>
      <span className={css('about')}>
        {[published ?? t('timeline.undated'), from].filter(Boolean).join(' · ')}
      </span>
    </a>
  )
}
