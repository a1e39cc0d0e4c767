import { useStore } from '../../../state/store.ts'
import { classNames } from '../../../ui/class-names.ts'
import { listedAt } from '../listed-at.ts'
import type { View } from './bars.ts'
import styles from './DensityStrip.module.css'
import type { TimeAxis } from './time-axis.ts'
import { placeOfGroup } from './zoom.ts'

const css = classNames(styles)

/** Marks where the list is scrolled to. By itself, so that scrolling renders nothing else of the strip. */
export function ListMark({ axis, view }: { readonly axis: TimeAxis; readonly view: View }) {
  const group = useStore(listedAt)
  if (!group) return null
  const share = (placeOfGroup(axis, group) - view.start) / (view.end - view.start)
  if (share < 0 || share > 1) return null
  return <span className={css('mark')} style={{ transform: `translateX(${share * view.width}px)` }} />
}
