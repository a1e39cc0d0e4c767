import type { ListedEvent, Report } from '../../../electron/core/model/chronology.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './EventChoice.module.css'
import { sourcesOf } from './sources-of.ts'

const css = classNames(styles)

/** An event among others to merge with. */
export function EventChoice({ event }: { readonly event: ListedEvent }) {
  const language = useLanguage()
  return (
    <span className={css('choice')}>
      <span className={css('about')}>
        {[formatDate(event.date, language), ...sourcesOf(event.reports).slice(0, 3)].join(' · ')}
      </span>
      <span className={css('words')} lang={event.language === 'und' ? undefined : event.language}>
        {event.words}
      </span>
    </span>
  )
}

/** What one clipping reports, among others to split off. */
export function ReportChoice({ reports }: { readonly reports: readonly Report[] }) {
  const [first] = reports
  if (first === undefined) return null
  return (
    <span className={css('choice')}>
      <span className={css('about')}>{[first.source, first.title].filter(Boolean).join(' · ')}</span>
      {reports.map(({ sentence }) => (
        <span
          key={sentence}
          className={css('words')}
          lang={first.language === 'und' ? undefined : first.language}
        >
          {sentence}
        </span>
      ))}
    </span>
  )
}
