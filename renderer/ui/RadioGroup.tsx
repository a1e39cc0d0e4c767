import { Fragment, type ReactNode } from 'react'
import { RadioGroup as AriaRadioGroup, Label, RadioButton, RadioField, Text } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './RadioGroup.module.css'

const css = classNames(styles)

export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  /** A line below the label that says what choosing it means. */
  readonly detail?: ReactNode
  /** How many there are of it, at the end of the line. */
  readonly count?: number | undefined
  readonly isDisabled?: boolean
  /** What it and those behind it belong to, said above the first of them. */
  readonly heading?: string | undefined
}

interface Props<T extends string> {
  readonly label: string
  /** Keeps the label for screen readers alone, where a heading says it already. */
  readonly hideLabel?: boolean
  readonly choices: readonly Choice<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** `row` for two or three short choices, `grid` for many, beside each other. */
  readonly direction?: 'column' | 'row' | 'grid'
  /** A line below the choices, of the one that is chosen. */
  readonly hint?: string | undefined
}

/** One of a few choices, all on show. The arrow keys move among them. */
export function RadioGroup<T extends string>({
  label,
  hideLabel,
  choices,
  value,
  onChange,
  direction = 'column',
  hint,
}: Props<T>) {
  return (
    <AriaRadioGroup
      className={css('group')}
      value={value}
      orientation={direction === 'column' ? 'vertical' : 'horizontal'}
      onChange={chosen => {
        const choice = choices.find(candidate => candidate.value === chosen)
        if (choice) onChange(choice.value)
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : css('label')}>{label}</Label>
      <div className={css('choices', direction)}>
        {choices.map(choice => (
          <Fragment key={choice.value}>
            {choice.heading && <span className={css('heading')}>{choice.heading}</span>}
            <RadioField value={choice.value} className={css('field')} isDisabled={choice.isDisabled ?? false}>
              <RadioButton className={css('choice')}>
                <span className={css('mark')} aria-hidden="true" />
                <span className={css('words')}>{choice.label}</span>
                {choice.count !== undefined && (
                  <span className={css('count')}>{choice.count.toLocaleString('en-GB')}</span>
                )}
              </RadioButton>
              {choice.detail && (
                <Text slot="description" className={css('detail')}>
                  {choice.detail}
                </Text>
              )}
            </RadioField>
          </Fragment>
        ))}
      </div>
      {hint && (
        <Text slot="description" className={css('hint')}>
          {hint}
        </Text>
      )}
    </AriaRadioGroup>
  )
}
