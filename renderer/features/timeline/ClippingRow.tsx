import { Star } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, Row } from '../../../electron/core/model/listing.ts'
import type { TagColour } from '../../../electron/core/model/tag.ts'
import { clockOf, formatDate, timeOf } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { classNames } from '../../ui/class-names.ts'
import { TagChip } from '../../ui/TagChip.tsx'
import styles from './ClippingRow.module.css'

const css = classNames(styles)

interface Props {
  readonly id: string
  readonly row: Row | undefined
  readonly clock: Filter['clock']
  readonly position: number
  readonly total: number
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly colourOf: (tag: string) => TagColour
  readonly onPress: (event: MouseEvent) => void
  readonly onOpen: () => void
}

/** One clipping in the list. */
export function ClippingRow({
  id,
  row,
  clock,
  position,
  total,
  isSelected,
  isActive,
  colourOf,
  ...on
}: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const published = row && typeof row.published === 'object' ? row.published.edtf : undefined
  const time = clock === 'clipped' ? row && clockOf(row.clippedAt) : published && timeOf(published)
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
      onClick={on.onPress}
      onDoubleClick={on.onOpen}
    >
      {row && (
        <>
          <span className={css('time')}>
            {!row.readAt && <span className={css('unread')} title={t('timeline.unread')} />}
            {time ?? <span title={t('timeline.noTime')}>—</span>}
          </span>
          <div className={css('text')}>
            <div className={css('title')} lang={lang}>
              {row.title || t('timeline.untitled')}
            </div>
            {row.excerpt && (
              <div className={css('excerpt')} lang={lang}>
                {row.excerpt}
              </div>
            )}
            <div className={css('about')}>
              {from && <span className={css('from')}>{from}</span>}
              {clock === 'clipped' && published && (
                <span className={css('from')}>{formatDate(published, language)}</span>
              )}
              <span className={css('tags')}>
                {row.tags.map(tag => (
                  <TagChip key={tag} name={tag} colour={colourOf(tag)} />
                ))}
              </span>
              {row.starred && (
                <Star className={css('star')} role="img" aria-label={t('timeline.starredMark')} />
              )}
            </div>
          </div>
        </>
      )}
    </div>
  )
}
