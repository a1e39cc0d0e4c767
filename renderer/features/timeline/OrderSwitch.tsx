import { memo } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
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
  const value = hasQuery && order ? order : clock
  return (
    <ToggleButtonGroup
      className={css('switch')}
      aria-label={t('timeline.order')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([chosen]) => {
        const next = CLOCKS.find(candidate => candidate === chosen)
        onChange(next ? { clock: next } : { clock, order: 'relevance' })
      }}
    >
      {CLOCKS.map(id => (
        <ToggleButton key={id} id={id} className={css('choice')}>
          {t(`timeline.${id}`)}
        </ToggleButton>
      ))}
      {hasQuery && (
        <ToggleButton id="relevance" className={css('choice')}>
          {t('search.relevance')}
        </ToggleButton>
      )}
    </ToggleButtonGroup>
  )
})
