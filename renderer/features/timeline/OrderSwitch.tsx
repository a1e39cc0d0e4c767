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
  /** Whether the list is of a collection, whose clippings can be put in order by hand. */
  readonly isCollection: boolean
  readonly onChange: (order: Order) => void
}

/** What orders the list: one of the three clocks, newest first, the hand, or how well a clipping fits the query. */
export const OrderSwitch = memo(function OrderSwitch({
  clock,
  order,
  hasQuery,
  isCollection,
  onChange,
}: Props) {
  const { t } = useTranslation()
  const choices: readonly { value: Filter['clock'] | 'relevance' | 'hand'; label: string }[] = [
    ...CLOCKS.map(value => ({ value, label: t(`timeline.${value}`) })),
    ...(isCollection ? [{ value: 'hand' as const, label: t('timeline.byHand') }] : []),
    ...(hasQuery ? [{ value: 'relevance' as const, label: t('search.relevance') }] : []),
  ]
  return (
    <div className={css('order')}>
      <ChoiceStrip
        size="small"
        label={t('timeline.order')}
        choices={choices}
        value={choices.find(({ value }) => value === order)?.value ?? clock}
        onChange={next =>
          onChange(next === 'relevance' || next === 'hand' ? { clock, order: next } : { clock: next })
        }
      />
    </div>
  )
})
