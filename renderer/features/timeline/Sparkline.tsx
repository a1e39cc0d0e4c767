import { type ReactElement, useMemo } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './Sparkline.module.css'
import { barPaths, fullOf } from './strip/bar-paths.ts'
import { type Bar, barsIn } from './strip/bars.ts'
import { cutFor, DAY } from './strip/cuts.ts'
import { edtfOfSpan } from './strip/days.ts'
import { TimeAxis } from './strip/time-axis.ts'
import { useCountedDays } from './strip/use-counted.ts'

const css = classNames(styles)

const WIDTH = 180
const HEIGHT = 28

interface Props {
  /** What is counted. */
  readonly filter: Filter
  /** A focusable React Aria element. */
  readonly children: ReactElement
}

/** Shows on hover and on focus when there were how many clippings of a tag, a source or a collection. */
export function Sparkline({ filter, children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className={css('tooltip')} placement="right" offset={6}>
        <Bars filter={filter} />
      </AriaTooltip>
    </TooltipTrigger>
  )
}

function Bars({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const counted = useCountedDays(filter)
  const bars = useMemo(() => {
    if (counted.extent === undefined) return []
    const axis = new TimeAxis(counted.extent, [], false)
    const view = { start: 0, end: axis.length, width: WIDTH }
    return barsIn(counted, axis, view, cutFor(axis.length / WIDTH, false))
  }, [counted])
  const busiest = bars.reduce<Bar | undefined>(
    (most, bar) => (most && most.count >= bar.count ? most : bar),
    undefined,
  )
  if (counted.extent === undefined || busiest === undefined) return <span>{t('timeline.undated')}</span>
  const { from, to } = counted.extent
  const words = (start: number, end: number) => formatDate(edtfOfSpan({ from: start, to: end }), language)
  const { outside, wide } = barPaths(bars, { base: HEIGHT, height: HEIGHT, full: fullOf(bars) }, () => false)
  return (
    <>
      <svg aria-hidden="true" width={WIDTH} height={HEIGHT}>
        <path className={css('wide')} d={wide} />
        <path className={css('bar')} d={outside} />
      </svg>
      <span className={css('words')}>
        {t('timeline.spark', {
          from: words(from, from + DAY),
          to: words(to - DAY, to),
          busiest: words(busiest.from, busiest.to),
          most: busiest.count,
        })}
      </span>
    </>
  )
}
