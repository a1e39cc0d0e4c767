import type { TFunction } from 'i18next'
import { Star } from 'lucide-react'
import { type MouseEvent, memo, useMemo } from 'react'
import type { Filter, Row, Snippet } from '../../../electron/core/model/listing.ts'
import type { TagColour } from '../../../electron/core/model/tag.ts'
import { highlightsIn } from '../../../electron/core/search/highlights.ts'
import type { Query } from '../../../electron/core/search/query.ts'
import { clockOf, formatDate, timeOf } from '../../i18n/format-date.ts'
import type { Language } from '../../i18n/language.ts'
import { classNames } from '../../ui/class-names.ts'
import { TagChip } from '../../ui/TagChip.tsx'
import { Marked } from '../search/Marked.tsx'
import { Passage } from '../search/Passage.tsx'
import styles from './ClippingRow.module.css'

const css = classNames(styles)

interface Props {
  readonly id: string
  readonly row: Row | undefined
  readonly clock: Filter['clock']
  /** Whether no heading above the row says its day. */
  readonly saysDay: boolean
  /** What is searched for, and the passage of the body that has it; without one the excerpt stands. */
  readonly query: Query | undefined
  readonly snippet: Snippet | undefined
  readonly position: number
  readonly total: number
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly colourOf: (tag: string) => TagColour
  /** The list's own, because a list has many rows, and each would look for them again at every key. */
  readonly t: TFunction
  readonly language: Language
  readonly onPress: (row: number, event: MouseEvent) => void
  readonly onOpen: () => void
}

/** One clipping in the list; with the same properties it is not rendered again. */
export const ClippingRow = memo(function ClippingRow({
  id,
  row,
  clock,
  saysDay,
  query,
  snippet,
  position,
  total,
  isSelected,
  isActive,
  colourOf,
  t,
  language,
  ...on
}: Props) {
  const published = row && typeof row.published === 'object' ? row.published.edtf : undefined
  const happened = row && typeof row.happened === 'object' ? row.happened : undefined
  const stated = clock === 'happened' ? happened?.edtf : published
  const time = clock === 'clipped' ? row && clockOf(row.clippedAt) : stated && timeOf(stated)
  const title = row?.title ?? ''
  const places = useMemo(() => (query ? highlightsIn(title, query, 'title') : []), [title, query])
  const from = row ? (row.bylines[0] ?? row.source?.name) : undefined
  const lang = row && row.language !== 'und' ? row.language : undefined
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers the keys for its options
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-posinset={position + 1}
      aria-setsize={total}
      className={css('row', !row && 'pending', isSelected && 'selected', isActive && 'active')}
      onClick={event => on.onPress(position, event)}
      onDoubleClick={on.onOpen}
      draggable
    >
      {row && (
        <>
          <span className={css('time')}>
            {!row.readAt && <span className={css('unread')} title={t('timeline.unread')} />}
            {!saysDay && (time ?? <span title={t('timeline.noTime')}>—</span>)}
          </span>
          <div className={css('text')}>
            <div className={css('title')} lang={lang}>
              {title ? <Marked text={title} places={places} /> : t('timeline.untitled')}
            </div>
            {row.excerpt && (
              <div className={css('excerpt', query && 'passage')} lang={lang}>
                {snippet ? <Passage snippet={snippet} /> : row.excerpt}
              </div>
            )}
            <div className={css('about')}>
              {from && <span className={css('from')}>{from}</span>}
              {clock === 'happened' && happened && (
                <q className={css('from')} title={t('timeline.happenedFrom')}>
                  {happened.evidence}
                </q>
              )}
              {(clock !== 'published' || saysDay) && published && (
                <span className={css('from')}>{formatDate(published, language)}</span>
              )}
              <span className={css('tags')}>
                {row.tags.map(tag => (
                  <TagChip key={tag} name={tag} colour={colourOf(tag)} />
                ))}
              </span>
              {row.reprints !== undefined && (
                <span className={css('reprints')}>{t('timeline.reprints', { count: row.reprints })}</span>
              )}
              {row.starred && (
                <Star className={css('star')} role="img" aria-label={t('timeline.starredMark')} />
              )}
            </div>
          </div>
        </>
      )}
    </div>
  )
})
