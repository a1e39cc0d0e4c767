import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import styles from './CheckboxList.module.css'
import { classNames } from './class-names.ts'

const css = classNames(styles)

interface Props {
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly content: ReactNode }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  /** Whether the first has the focus when the list appears, as in a dialog. */
  readonly hasFocus?: boolean
}

/** Any of several, each with what is said of it; Tab goes to the next, Space chooses. */
export function CheckboxList({ label, choices, chosen, onChange, hasFocus = false }: Props) {
  return (
    <CheckboxGroup className={css('group')} value={[...chosen]} onChange={onChange}>
      <Label className={css('label')}>{label}</Label>
      {choices.map(({ value, content }, index) => (
        <Checkbox key={value} value={value} autoFocus={hasFocus && index === 0} className={css('choice')}>
          <span className={css('box')} aria-hidden="true">
            <Check />
          </span>
          <span className={css('content')}>{content}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
