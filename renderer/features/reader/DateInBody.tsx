import type { ReactNode } from 'react'
import { Focusable } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DateInText } from '../../../electron/core/model/article.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { classNames } from '../../ui/class-names.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import styles from './DateInBody.module.css'
import { WALK_STOP } from './walk-stops.ts'

const css = classNames(styles)

/** A date expression of the text with the days that it means, told on hover and on focus. */
export function DateInBody({ date, children }: { readonly date: DateInText; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const meaning = formatDate(date.edtf, language, { weekday: date.precision === 'day', time: true })
  return (
    <Tooltip text={t('reader.dateMeans', { phrase: date.phrase, date: meaning })} delay={150}>
      <Focusable>
        {/* biome-ignore lint/a11y/useSemanticElements: a button element would not wrap with the text */}
        <span role="button" tabIndex={-1} {...WALK_STOP} className={css('date')}>
          {children}
        </span>
      </Focusable>
    </Tooltip>
  )
}
