import { CircleCheck, CircleX, PencilLine, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '../../../electron/core/model/chronology.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './EventRow.module.css'
import { sourcesOf } from './sources-of.ts'

const css = classNames(styles)

interface Props {
  readonly event: ListedEvent
  /** False where the row above has the same date, so that it is said once. */
  readonly hasDate: boolean
  /** Whether rows of several kinds are on show, so that each says what it is. */
  readonly hasStatus: boolean
}

/** Outlets that a row names; of more it says how many. */
const MOST_NAMED = 3

/** One event: when, what, and who reports it. */
export function EventRow({ event, hasDate, hasStatus }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const sources = sourcesOf(event.reports)
  const date = formatDate(event.date, language)
  const others = sources.length - MOST_NAMED
  return (
    <>
      <span className={css('date', !hasDate && 'again')}>{date}</span>
      <span className={css('what')}>
        <span className={css('words')} lang={event.language === 'und' ? undefined : event.language}>
          {event.words}
        </span>
        <span className={css('about')}>
          {hasStatus && event.status === 'accepted' && (
            <span className={css('mark', 'accepted')}>
              <CircleCheck aria-hidden="true" />
              {t('chronology.statuses.accepted')}
            </span>
          )}
          {hasStatus && event.status === 'rejected' && (
            <span className={css('mark')}>
              <CircleX aria-hidden="true" />
              {t('chronology.statuses.rejected')}
            </span>
          )}
          {event.isDisputed && (
            <span className={css('mark', 'disputed')}>
              <TriangleAlert aria-hidden="true" />
              {t('chronology.disputed')}
            </span>
          )}
          {event.reported === 0 && (
            <span className={css('mark')}>
              <PencilLine aria-hidden="true" />
              {t('chronology.byHand')}
            </span>
          )}
          <span className={css('sources')}>
            {sources.slice(0, MOST_NAMED).join(t('common.listGap'))}
            {others > 0 && ` ${t('chronology.otherSources', { count: others })}`}
          </span>
        </span>
      </span>
    </>
  )
}
