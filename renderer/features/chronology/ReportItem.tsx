import { ArrowUpRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../../electron/core/model/chronology.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './ReportItem.module.css'

const css = classNames(styles)

interface Props {
  readonly report: Report
  /** Whether the date that this one gives has to be said, because others give another. */
  readonly differs: boolean
  readonly onOpen: () => void
}

/** What one clipping says of an event: the sentence with its date, and where it is from. */
export function ReportItem({ report, differs, onOpen }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { sentence, phrase, title, source, published, isGone } = report
  const lang = report.language === 'und' ? undefined : report.language
  const at = sentence.indexOf(phrase)
  const about = [source, published && formatDate(published, language)].filter(Boolean).join(' · ')
  return (
    <li className={css('report')}>
      <blockquote className={css('sentence')} lang={lang}>
        {at < 0 ? (
          sentence
        ) : (
          <>
            {sentence.slice(0, at)}
            <strong className={css('phrase')}>{phrase}</strong>
            {sentence.slice(at + phrase.length)}
          </>
        )}
      </blockquote>
      <div className={css('from')}>
        <span className={css('about')}>
          {about || t('chronology.noSource')}
          {differs && ` · ${t('chronology.says', { date: formatDate(report.edtf, language) })}`}
        </span>
        {isGone ? (
          <span className={css('gone')}>{t('chronology.gone')}</span>
        ) : (
          <Button look="quiet" icon={<ArrowUpRight aria-hidden="true" />} onPress={onOpen}>
            {title || t('timeline.untitled')}
          </Button>
        )}
      </div>
    </li>
  )
}
