import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Filter, LaneKind } from '../../../../electron/core/model/listing.ts'
import { currentRoute, navigate } from '../../../routing/use-route.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useTagColours } from '../../../ui/TagChip.tsx'
import { TagDot } from '../../../ui/TagDot.tsx'
import { termOf, withTerm } from '../../search/terms-in-query.ts'
import { today } from '../../search/today.ts'
import { barPaths, fullOf } from './bar-paths.ts'
import barStyles from './bars.module.css'
import { type Bar, barsIn, pixelOf, type View } from './bars.ts'
import type { Span } from './counted-time.ts'
import { cutFor } from './cuts.ts'
import { withoutDays } from './days.ts'
import styles from './Lanes.module.css'
import type { TimeAxis } from './time-axis.ts'
import { useCountedLanes } from './use-counted.ts'
import { useLaneName } from './use-lane-name.ts'

const css = classNames({ ...barStyles, ...styles })

const HEIGHT = 16

interface Props {
  readonly filter: Filter
  readonly by: LaneKind
  readonly axis: TimeAxis
  readonly view: View
  /** The chosen days. */
  readonly range: Span | undefined
}

/** The sources, tags or collections with the most clippings, each on a lane along the strip's times. */
export function Lanes({ filter, by, axis, view, range }: Props) {
  const { t } = useTranslation()
  const colourOf = useTagColours()
  const nameOf = useLaneName(by)
  const data = useCountedLanes(filter, by)
  const lanes = useMemo(() => {
    const cut = cutFor((view.end - view.start) / view.width, false)
    return (data?.lanes ?? []).map(lane => ({ ...lane, bars: barsIn(lane.time, axis, view, cut) }))
  }, [data, axis, view])
  // One measure for all, so that they can be compared.
  const full = Math.max(...lanes.map(({ bars }) => fullOf(bars)))
  const narrow = (value: string) => {
    // What is counted may be a moment old; what is narrowed is the list of now, over all its days.
    const now = withoutDays(currentRoute().filter)
    if (by === 'tag') return navigate({ filter: { ...now, tag: value } })
    if (by === 'collection') return navigate({ filter: { ...now, collection: value } })
    const term = termOf('source', value, now.clock)
    if (!term) return
    const query = withTerm(now.query, term, today(), t('search.fields', { returnObjects: true }))
    navigate({ filter: { ...now, query: query.slice(0, 500) } })
  }
  if (!data) return null
  if (lanes.length === 0) return <p className={css('none')}>{t(`timeline.noLanes.${by}`)}</p>
  return (
    <ul className={css('lanes')} aria-label={t(`timeline.laneList.${by}`)}>
      {lanes.map(({ value, total, bars }) => (
        <li key={value} className={css('lane')}>
          <Button className={css('name')} onPress={() => narrow(value)}>
            {by === 'tag' && <TagDot colour={colourOf(value)} />}
            <span className={css('words')}>{nameOf(value)}</span>{' '}
            <span className={css('count')}>{total.toLocaleString('en-GB')}</span>
            <span className="visually-hidden">{t('timeline.showLane')}</span>
          </Button>
          <LaneBars
            bars={bars}
            full={full}
            width={view.width}
            range={rangeIn(axis, view, range)}
            chosen={range}
          />
        </li>
      ))}
      {data.others > 0 && <li className={css('none')}>{t('timeline.otherLanes', { count: data.others })}</li>}
    </ul>
  )
}

type Pixels = readonly [from: number, to: number]

function rangeIn(axis: TimeAxis, view: View, range: Span | undefined): Pixels | undefined {
  if (range === undefined) return undefined
  const pixel = (time: number) => Math.min(Math.max(pixelOf(axis, view, time), 0), view.width)
  return [pixel(range.from), pixel(range.to)]
}

interface BarsProps {
  readonly bars: readonly Bar[]
  readonly full: number
  readonly width: number
  readonly range: Pixels | undefined
  readonly chosen: Span | undefined
}

function LaneBars({ bars, full, width, range, chosen }: BarsProps) {
  const paths = barPaths(
    bars,
    { base: HEIGHT, height: HEIGHT - 1, full },
    bar => chosen !== undefined && bar.to > chosen.from && bar.from < chosen.to,
  )
  return (
    <svg aria-hidden="true" width={width} height={HEIGHT}>
      {range && (
        <rect
          className={css('window')}
          x={range[0]}
          width={Math.max(range[1] - range[0], 1)}
          height={HEIGHT}
        />
      )}
      <path className={css('wide')} d={paths.wide} />
      <path className={css('bar')} d={paths.outside} />
      <path className={css('bar', 'inside')} d={paths.inside} />
    </svg>
  )
}
