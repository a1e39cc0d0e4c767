import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './ProgressBar.module.css'

const css = classNames(styles)

interface Props {
  readonly label: string
  readonly done: number
  /** 0 where it is not known yet how much there is to do. */
  readonly total: number
  /** How far it is, in words. */
  readonly words: string
}

/** How far a long job is, as a hairline and in words. */
export function ProgressBar({ label, done, total, words }: Props) {
  const isKnown = total > 0
  return (
    <AriaProgressBar
      className={css('progress')}
      value={done}
      maxValue={Math.max(total, 1)}
      isIndeterminate={!isKnown}
      valueLabel={words}
    >
      <Label className={css('label')}>{label}</Label>
      <span className={css('words')}>{words}</span>
      <span className={css('track')}>
        <span
          className={css('done', !isKnown && 'unknown')}
          style={isKnown ? { width: `${Math.min(100, (done / total) * 100)}%` } : undefined}
        />
      </span>
    </AriaProgressBar>
  )
}
