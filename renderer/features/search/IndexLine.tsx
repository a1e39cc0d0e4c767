import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api/use-request.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './IndexLine.module.css'

const css = classNames(styles)

/** Fewer are taken in before one could read about it. */
const WORTH_SAYING = 1_000

/** Under the search field: that the index is still being built, and what searches may miss until then. */
export const IndexLine = memo(function IndexLine() {
  const { t } = useTranslation()
  const { data: library } = useRequest('library:state', {})
  const index = library?.index
  if (index?.state === 'unavailable') return <p className={css('line')}>{t('search.indexUnavailable')}</p>
  if (index?.state !== 'building' || index.total < WORTH_SAYING) return null
  return (
    <p className={css('line')}>
      {t('search.indexBuilding', { percent: Math.floor((100 * index.done) / index.total) })}
    </p>
  )
})
