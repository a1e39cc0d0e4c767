import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import styles from './TagTree.module.css'

const css = classNames(styles)

interface Props {
  readonly name: string
  readonly isInvalid: boolean
  readonly describedBy: string
  readonly onChange: (typed: string) => void
  readonly onKeep: (typed: string) => void
  readonly onLeave: () => void
}

/** The name of a tag being typed in its line: all levels, the last one selected. Leaving the field keeps it. */
export function RenameField({ name, isInvalid, describedBy, onChange, onKeep, onLeave }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  // Enter and Escape take the field away, and the browser then says that it lost the focus.
  const isSettled = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(name.lastIndexOf('/') + 1, name.length)
  }, [name])
  const settle = (run: () => void) => {
    if (isSettled.current) return
    isSettled.current = true
    run()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const typed = event.currentTarget.value
    if (event.key === 'Enter' && !isInvalid) settle(() => onKeep(typed))
    if (event.key === 'Escape') settle(onLeave)
  }
  return (
    <input
      ref={field}
      className={css('rename')}
      aria-label={t('tags.renameField', { name })}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      defaultValue={name}
      maxLength={200}
      spellCheck={false}
      onChange={event => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={event => {
        // Another window took the focus; the field still has it in this one.
        if (!document.hasFocus()) return
        const typed = event.target.value
        settle(() => (isInvalid ? onLeave() : onKeep(typed)))
      }}
    />
  )
}
