import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './ChoiceStrip.module.css'
import { classNames } from './class-names.ts'

const css = classNames(styles)

interface Props<T extends string> {
  readonly label: string
  readonly choices: readonly {
    readonly value: T
    readonly label: string
    /** How many there are of it. */
    readonly count?: number | undefined
  }[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** `small` stands beside a heading. */
  readonly size?: 'normal' | 'small'
}

/** One of a few words in a row, of which one is always on: what is listed, or in which order. */
export function ChoiceStrip<T extends string>({
  label,
  choices,
  value,
  onChange,
  size = 'normal',
}: Props<T>) {
  return (
    <ToggleButtonGroup
      className={css('strip', size)}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([chosen]) => {
        const next = choices.find(choice => choice.value === chosen)
        if (next) onChange(next.value)
      }}
    >
      {choices.map(choice => (
        <ToggleButton key={choice.value} id={choice.value} className={css('choice')}>
          {choice.label}
          {choice.count !== undefined && (
            <span className={css('count')}>{choice.count.toLocaleString('en-GB')}</span>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
