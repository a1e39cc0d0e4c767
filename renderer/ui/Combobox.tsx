import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import styles from './Combobox.module.css'
import { classNames } from './class-names.ts'

const css = classNames(styles)

interface Props<T> {
  /** The accessible name of the field, and of the list below it. */
  readonly label: string
  readonly listLabel: string
  readonly placeholder: string
  readonly typed: string
  /** What was typed; while an input method composes, what it had before. */
  readonly onType: (typed: string) => void
  /** What is offered, the likeliest first: all of them are in the document. */
  readonly options: readonly T[]
  readonly keyOf: (option: T) => string
  readonly children: (option: T) => ReactNode
  /** An option that is shown and cannot be taken. */
  readonly isDisabled?: (option: T) => boolean
  /** Enter or a press; `staysOpen` with Control or Command held, for the next one. */
  readonly onTake: (option: T, staysOpen: boolean) => void
  /** Keys beside those of a combobox; true where the key was one. */
  readonly onKey?: (event: KeyboardEvent, active: T | undefined) => boolean
  /** Said where nothing is offered. */
  readonly nothing: ReactNode
  /** Between the field and the list. */
  readonly between?: ReactNode
  readonly look?: 'field' | 'head'
}

/**
 * A field with a list of suggestions that is always open: the combobox of the ARIA Authoring Practices (list
 * autocomplete, manual selection). Arrow keys choose, Enter takes; nothing is taken while an input method composes.
 */
export function Combobox<T>({ look = 'field', ...props }: Props<T>) {
  const id = useId()
  const { options, typed } = props
  const [composed, setComposed] = useState('')
  const isComposing = useRef(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const [at, setAt] = useState({ typed, index: 0 })
  // What is typed starts at the top again.
  const active = Math.min(at.typed === typed ? at.index : 0, options.length - 1)
  const go = (index: number) => setAt({ typed, index })

  const take = (option: T | undefined, staysOpen: boolean) => {
    if (option === undefined || props.isDisabled?.(option)) return
    props.onTake(option, staysOpen)
    go(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (props.onKey?.(event, options[active])) {
      event.preventDefault()
      return
    }
    const count = options.length
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (active + 1) % count,
      ArrowUp: (active - 1 + count) % count,
      PageDown: Math.min(active + 8, count - 1),
      PageUp: Math.max(active - 8, 0),
    }
    const move = moves[event.key]
    if (move !== undefined && count > 0) {
      event.preventDefault()
      go(move)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(options[active], event.ctrlKey || event.metaKey)
    }
  }
  return (
    <div className={css('combobox', look)}>
      <input
        ref={field}
        className={css('input')}
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
        placeholder={props.placeholder}
        spellCheck={false}
        autoComplete="off"
        value={isComposing.current ? composed : typed}
        onChange={event => {
          const { value } = event.target
          // Half a pinyin syllable is not a word: what is offered waits until it is composed.
          if (isComposing.current) setComposed(value)
          else props.onType(value)
        }}
        onCompositionStart={() => {
          isComposing.current = true
          setComposed(typed)
        }}
        onCompositionEnd={event => {
          isComposing.current = false
          setComposed('')
          props.onType(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      {props.between}
      <div id={`${id}-list`} role="listbox" aria-label={props.listLabel} className={css('list')}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers the keys for its options
          <div
            key={props.keyOf(option)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            {...(props.isDisabled?.(option) ? { 'aria-disabled': true } : {})}
            className={css('option', index === active && 'active')}
            ref={element => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' })
            }}
            onMouseDown={event => event.preventDefault()}
            onClick={event => take(option, event.ctrlKey || event.metaKey)}
          >
            {props.children(option)}
          </div>
        ))}
      </div>
      {options.length === 0 && <div className={css('none')}>{props.nothing}</div>}
    </div>
  )
}
