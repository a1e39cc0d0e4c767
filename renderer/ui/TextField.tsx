import type { ReactNode, Ref } from 'react'
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  type TextFieldProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './TextField.module.css'

const css = classNames(styles)

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string
  /** Keeps the label for screen readers alone, where the place says what the field is. */
  readonly hideLabel?: boolean
  readonly hint?: ReactNode
  /** Why the value is not accepted, in words; undefined where it is. */
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField({ label, hideLabel, hint, error, placeholder, inputRef, ...rest }: Props) {
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={css('field')}>
      <Label className={hideLabel ? 'visually-hidden' : css('label')}>{label}</Label>
      <Input
        className={css('input')}
        spellCheck={false}
        {...(placeholder ? { placeholder } : {})}
        {...(inputRef ? { ref: inputRef } : {})}
      />
      {hint && !error && (
        <Text slot="description" className={css('hint')}>
          {hint}
        </Text>
      )}
      <FieldError className={css('error')}>{error}</FieldError>
    </AriaTextField>
  )
}
