import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edtf } from '../../../electron/core/model/edtf.ts'
import { useRequest } from '../../api/use-request.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './DateMeaning.module.css'
import type { ReaderDate } from './reader-dates.ts'

const css = classNames(styles)

/** When the article that is open was published, which its dates are read against. */
export const PublishedContext = createContext<Edtf | null>(null)

/** What a date of the text means, at its own precision, and what that rests on. */
export function DateMeaning({ date }: { readonly date: ReaderDate }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const ground = useGround(date)
  if (date.isNone) return <span>{t('dates.saidNone', { phrase: date.phrase })}</span>
  const meaning = formatDate(date.edtf, language, { weekday: date.precision === 'day', time: true })
  return (
    <span className={css('meaning')}>
      <span>{t('reader.dateMeans', { phrase: date.phrase, date: meaning })}</span>
      {ground && <span className={css('ground')}>{ground}</span>}
    </span>
  )
}

/** What the date rests on in words; undefined while that is not known. */
function useGround({ phrase, edtf, origin, isNone }: ReaderDate): string | undefined {
  const { t } = useTranslation()
  const language = useLanguage()
  const published = useContext(PublishedContext)
  const isRead = origin !== 'user' && !isNone
  const { data } = useRequest('date:read', { words: phrase.slice(0, 200), published }, { enabled: isRead })
  if (!isRead) return t('dates.byUser')
  if (data === undefined) return undefined
  if (data.date?.edtf !== edtf) return t('dates.againstText')
  if (data.date.against === 'itself' || published === null) return t('dates.againstItself')
  return t('dates.againstPublished', { date: formatDate(published, language) })
}
