import { Check, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Combobox } from '../../ui/Combobox.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { type Choice, createsFirst, matching } from './choices.ts'
import styles from './Picker.module.css'
import { useReadings } from './readings.ts'

const css = classNames(styles)

/** As many as can be looked through; more letters find the others. */
const MOST_SHOWN = 200

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
  /** Takes a choice off those that have it, where only some of them do. */
  readonly onTakeOff?: (choice: Choice) => void
  /** Said of a choice that some of them have. */
  readonly partlyWords?: (count: number) => string
  /** Between the field and the choices. */
  readonly between?: ReactNode
  /** Keys beside those of the field; true where the key was one. */
  readonly onKey?: (event: KeyboardEvent) => boolean
  readonly onCreate: (name: string) => void
  readonly onClose: () => void
}

/** A field with suggestions in a dialog: type, Enter. With Control or Command it stays open for the next one. */
export function Picker(props: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const { choices } = props
  const readings = useReadings(useMemo(() => choices.map(({ label }) => label), [choices]))
  const matches = useMemo(() => matching(choices, typed, readings), [choices, typed, readings])
  const name = props.nameFrom(typed)
  const isNew = name !== undefined && !choices.some(({ label }) => label === name)
  const create: Option[] = isNew ? [{ kind: 'create', name }] : []
  const found = matches.slice(0, MOST_SHOWN).map((choice): Option => ({ kind: 'choice', choice }))
  const options =
    isNew && createsFirst(matches, typed, readings) ? [...create, ...found] : [...found, ...create]

  const take = (option: Option, staysOpen: boolean) => {
    if (option.kind === 'create') props.onCreate(option.name)
    // A name that was typed is meant to be there, whether or not it already is.
    else if (typed.trim() === '' || !option.choice.isOn) props.onToggle(option.choice)
    if (!staysOpen) props.onClose()
    setTyped('')
  }
  const onKey = (event: KeyboardEvent, active: Option | undefined): boolean => {
    if (props.onKey?.(event)) return true
    if (event.key !== 'Enter' || !event.shiftKey || active?.kind !== 'choice') return false
    if (active.choice.isOn) props.onToggle(active.choice)
    else if (active.choice.partly !== undefined) props.onTakeOff?.(active.choice)
    else return false
    return true
  }
  return (
    <Dialog isOpen title={props.title} onClose={props.onClose}>
      <Combobox
        label={props.field}
        listLabel={t('tagging.suggestions')}
        placeholder={props.placeholder}
        typed={typed}
        onType={setTyped}
        options={options}
        keyOf={option => (option.kind === 'create' ? 'create' : option.choice.key)}
        onTake={take}
        nothing={t('tagging.nothing')}
        between={props.between}
        onKey={onKey}
      >
        {option =>
          option.kind === 'create' ? (
            <>
              <Plus aria-hidden="true" />
              <span className={css('label')}>{props.createWords(option.name)}</span>
            </>
          ) : (
            <>
              {props.markOf(option.choice)}
              <span className={css('label')}>{option.choice.label}</span>
              {option.choice.partly !== undefined && (
                <span className={css('partly')}>{props.partlyWords?.(option.choice.partly)}</span>
              )}
              {option.choice.isOn && <Check role="img" aria-label={props.onWords} />}
            </>
          )
        }
      </Combobox>
    </Dialog>
  )
}
