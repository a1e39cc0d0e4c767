import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import styles from './ShowSwitch.module.css'

const css = classNames(styles)

const SHOWN = ['all', 'unused', 'alike'] as const
export type Shown = (typeof SHOWN)[number]

interface Props {
  readonly shown: Shown
  readonly counts: Readonly<Partial<Record<Shown, number>>>
  readonly onShow: (shown: Shown) => void
}

/** Which tags are on show: all, those that no clipping has, those that look alike. */
export function ShowSwitch({ shown, counts, onShow }: Props) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of its own look
    <div className={css('switch')} role="group" aria-label={t('tags.showLabel')}>
      {SHOWN.map(value => (
        <button
          key={value}
          type="button"
          className={css('choice', value === shown && 'on')}
          aria-pressed={value === shown}
          onClick={() => onShow(value)}
        >
          {t(`tags.show.${value}`)}
          {counts[value] !== undefined && (
            <span className={css('count')}>{counts[value]?.toLocaleString('en-GB')}</span>
          )}
        </button>
      ))}
    </div>
  )
}
