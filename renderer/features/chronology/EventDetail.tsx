import { Check, Combine, Pencil, Split, Trash2, TriangleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent, Report } from '../../../electron/core/model/chronology.ts'
import type { Edtf } from '../../../electron/core/model/edtf.ts'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './EventDetail.module.css'
import { ReportItem } from './ReportItem.tsx'

const css = classNames(styles)

interface Props {
  readonly event: ListedEvent
  /** Whether decisions are kept, which they are with a collection. */
  readonly isKept: boolean
  readonly onOpen: (report: Report) => void
  readonly onTakeDate: (date: Edtf) => void
}

/** The chosen event: what is said of it, by whom, and what can be done with it. */
export function EventDetail({ event, isKept, onOpen, onTakeDate }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { status, reports, reported, dates } = event
  const canSplit = new Set(reports.map(({ clipping }) => clipping)).size > 1
  return (
    <section className={css('detail')} aria-label={t('chronology.detail')}>
      {isKept && (
        <div className={css('bar')} role="toolbar" aria-label={t('chronology.actions')}>
          <Button
            look={status === 'accepted' ? 'plain' : 'strong'}
            icon={<Check aria-hidden="true" />}
            keys={COMMANDS['accept-event'].keys[0]}
            onPress={() => void runCommand('accept-event')}
          >
            {t(status === 'accepted' ? 'chronology.unaccept' : 'chronology.accept')}
          </Button>
          <Button
            icon={<X aria-hidden="true" />}
            keys={COMMANDS['reject-event'].keys[0]}
            onPress={() => void runCommand('reject-event')}
          >
            {t(status === 'rejected' ? 'chronology.unreject' : 'chronology.reject')}
          </Button>
          <Button
            icon={<Pencil aria-hidden="true" />}
            keys={COMMANDS['edit-event'].keys[0]}
            onPress={() => void runCommand('edit-event')}
          >
            {t('chronology.edit')}
          </Button>
          <Button
            icon={<Combine aria-hidden="true" />}
            keys={COMMANDS['merge-event'].keys[0]}
            onPress={() => void runCommand('merge-event')}
          >
            {t('chronology.merge')}
          </Button>
          {canSplit && (
            <Button
              icon={<Split aria-hidden="true" />}
              keys={COMMANDS['split-event'].keys[0]}
              onPress={() => void runCommand('split-event')}
            >
              {t('chronology.split')}
            </Button>
          )}
          {reported === 0 && (
            <Button
              look="quiet"
              icon={<Trash2 aria-hidden="true" />}
              onPress={() => void runCommand('remove-event')}
            >
              {t('chronology.remove')}
            </Button>
          )}
        </div>
      )}
      <div className={css('content')}>
        <p className={css('date')}>{formatDate(event.date, language, { weekday: true })}</p>
        <p className={css('words')} lang={event.language === 'und' ? undefined : event.language}>
          {event.words}
        </p>
        {(event.hasOwnDate || event.hasOwnWords || reported === 0) && (
          <p className={css('own')}>
            {reported === 0
              ? t('chronology.byHandDetail')
              : [event.hasOwnDate && t('chronology.ownDate'), event.hasOwnWords && t('chronology.ownWords')]
                  .filter(Boolean)
                  .join(t('common.listGap'))}
          </p>
        )}
        {dates.length > 1 && (
          <div className={css('dates', event.isDisputed && 'disputed')}>
            <h2 className={css('datesTitle')}>
              {event.isDisputed && <TriangleAlert aria-hidden="true" />}
              {t(event.isDisputed ? 'chronology.datesDiffer' : 'chronology.datesVary')}
            </h2>
            <ul>
              {dates.map(({ edtf, sources }) => (
                <li key={edtf} className={css('dateLine')}>
                  <span className={css('dateName')}>{formatDate(edtf, language, { weekday: true })}</span>
                  <span className={css('dateCount')}>{t('chronology.sources', { count: sources })}</span>
                  {isKept &&
                    (edtf === event.date ? (
                      <span className={css('dateTaken')}>{t('chronology.dateTaken')}</span>
                    ) : (
                      <Button look="quiet" onPress={() => onTakeDate(edtf)}>
                        {t('chronology.takeDate')}
                      </Button>
                    ))}
                </li>
              ))}
            </ul>
          </div>
        )}
        {reported > 0 && (
          <>
            <h2 className={css('heading')}>{t('chronology.reportedBy', { count: reported })}</h2>
            <ul>
              {reports.map(report => (
                <ReportItem
                  key={`${report.clipping} ${report.sentence} ${report.phrase}`}
                  report={report}
                  differs={event.isDisputed}
                  onOpen={() => onOpen(report)}
                />
              ))}
            </ul>
            {reported > reports.length && (
              <p className={css('own')}>
                {t('chronology.moreReports', { count: reported - reports.length })}
              </p>
            )}
          </>
        )}
      </div>
    </section>
  )
}
