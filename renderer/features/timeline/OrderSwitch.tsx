import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { ChoiceStrip } from '../../ui/ChoiceStrip.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './OrderSwitch.module.css'

const css = classNames(styles)

const CLOCKS = ['happened', 'published', 'clipped'] as const

type Order = Pick<Filter, 'clock' | 'order'>

interface Props extends Order {
  /** Whether there is a query, so that one clipping can fit it better than another. */
  readonly hasQuery: boolean
  readonly onChange: (order: Order) => void
}

/** What orders the list: one of the three clocks, newest first, or how well a clipping fits the query. */
export const OrderSwitch = memo(function OrderSwitch({ clock, order, hasQuery, onChange }: Props) {
  const { t } = useTranslation()
  const clocks = CLOCKS.map(value => ({ value, label: t(`timeline.${value}`) }))
  return (
    <div className={css('order')}>
      <ChoiceStrip
        size="small"
        label={t('timeline.order')}
        choices={
          hasQuery ? [...clocks, { value: 'relevance' as const, label: t('search.relevance') }] : clocks
        }
        value={hasQuery && order ? order : clock}
        onChange={next => onChange(next === 'relevance' ? { clock, order: 'relevance' } : { clock: next })}
      />
    </div>
  )
})
