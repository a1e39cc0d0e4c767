import { Scissors } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import styles from './DropOverlay.module.css'

const css = classNames(styles)

/** Covers the window while text is dragged over it. */
export function DropOverlay() {
  const { t } = useTranslation()
  return (
    <div className={css('overlay')} aria-hidden="true">
      <Scissors />
      <p className={css('title')}>{t('clip.drop')}</p>
      <p>{t('clip.dropHint')}</p>
    </div>
  )
}
