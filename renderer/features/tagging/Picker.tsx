import { Check, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { type Choice, createsFirst, matching } from './choices.ts'
import styles from './Picker.module.css'

const css = classNames(styles)

type Option =
  | { readonly kind: 'choice'; readonly choice: Choice }
  | { readonly kind: 'create'; readonly name: string }

interface Props {
  readonly title: string
  readonly field: string
  readonly placeholder: string
  readonly choices: readonly Choice[]
  readonly markOf: (choice: Choice) => ReactNode
  /** Said of a choice that is on, for screen readers. */
  readonly onWords: string
  /** What was typed as a name that can be created, or undefined. */
  readonly nameFrom: (typed: string) => string | undefined
  readonly createWords: (name: string) => string
  readonly onToggle: (choice: Choice) => void
  readonly onCreate: (name: string) => void
  readonly onClose: () => void
}

/**
 * A field with suggestions in a dialog: type, Enter. With Control or Command it stays open for the next one.
 * A combobox of the ARIA Authoring Practices (list autocomplete, manual selection).
 */
export function Picker(props: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const matches = matching(props.choices, typed)
  const name = props.nameFrom(typed)
  const isNew = name !== undefined && !props.choices.some(({ label }) => label === name)
  const create: Option[] = isNew ? [{ kind: 'create', name }] : []
  const found: Option[] = matches.map(choice => ({ kind: 'choice', choice }))
  const options = isNew && createsFirst(matches, typed) ? [...create, ...found] : [...found, ...create]
  const active = Math.min(at, options.length - 1)

  const take = (option: Option | undefined, staysOpen: boolean) => {
    if (!option) return
    if (option.kind === 'create') props.onCreate(option.name)
    // A name that was typed is meant to be there, whether or not it already is.
    else if (typed.trim() === '' || !option.choice.isOn) props.onToggle(option.choice)
    if (!staysOpen) props.onClose()
    setTyped('')
    setAt(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const move = moves[event.key]
    if (move !== undefined && options.length > 0) {
      event.preventDefault()
      setAt((active + move + options.length) % options.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(options[active], event.ctrlKey || event.metaKey)
    }
  }
  return (
    <Dialog isOpen title={props.title} onClose={props.onClose}>
      <div className={css('picker')}>
        <input
          className={css('input')}
          type="text"
          role="combobox"
          aria-label={props.field}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
          placeholder={props.placeholder}
          spellCheck={false}
          autoFocus
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <div id={`${id}-list`} role="listbox" aria-label={t('tagging.suggestions')} className={css('list')}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers the keys for its options
            <div
              key={option.kind === 'create' ? 'create' : option.choice.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className={css('option', index === active && 'active')}
              ref={element => {
                if (index === active) element?.scrollIntoView({ block: 'nearest' })
              }}
              onMouseDown={event => event.preventDefault()}
              onClick={event => take(option, event.ctrlKey || event.metaKey)}
            >
              {option.kind === 'create' ? (
                <>
                  <Plus aria-hidden="true" />
                  <span className={css('label')}>{props.createWords(option.name)}</span>
                </>
              ) : (
                <>
                  {props.markOf(option.choice)}
                  <span className={css('label')}>{option.choice.label}</span>
                  {option.choice.isOn && <Check role="img" aria-label={props.onWords} />}
                </>
              )}
            </div>
          ))}
        </div>
        {options.length === 0 && <p className={css('none')}>{t('tagging.nothing')}</p>}
      </div>
    </Dialog>
  )
}
