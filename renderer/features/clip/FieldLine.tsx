import { Pencil } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Statement } from '../../../electron/core/model/stated.ts'
import { classNames } from '../../ui/class-names.ts'
import { TextField } from '../../ui/TextField.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import styles from './ConfirmationBar.module.css'

const css = classNames(styles)

interface Props {
  readonly label: string
  /** The value as it is read; undefined where the document does not state it. */
  readonly value: string | undefined
  readonly note?: string | undefined
  readonly statement: Statement | undefined
  /** The value as it is typed; undefined for a field that cannot be typed over. */
  readonly text: string | undefined
  readonly hint?: string | undefined
  /** Takes a typed value, or says in words why it cannot. */
  readonly onCommit: (text: string) => string | undefined
  readonly lang?: string | undefined
}

/** One field to check: its value, what it was read from, and typing over it (Enter keeps, Escape reverts). */
export function FieldLine({ label, value, note, statement, text, hint, onCommit, lang }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<string>()
  const [error, setError] = useState<string>()
  const shown = useRef<HTMLButtonElement>(null)

  const leave = () => {
    setDraft(undefined)
    setError(undefined)
    requestAnimationFrame(() => shown.current?.focus())
  }
  const commit = () => {
    if (draft === undefined || draft === text) return leave()
    const refused = onCommit(draft)
    if (refused) setError(refused)
    else leave()
  }
  const evidence: ReactNode = statement ? (
    <span className={css('evidence')}>
      <span>
        {statement.origin === 'user'
          ? t('clip.origins.user')
          : t('clip.readFrom', { evidence: statement.evidence })}
      </span>
      {statement.origin !== 'user' && (
        <span className={css('origin')}>
          {[
            t(`clip.origins.${statement.origin}`),
            t('clip.sure', { percent: Math.round(statement.confidence * 100) }),
          ].join(' · ')}
        </span>
      )}
    </span>
  ) : (
    t('clip.notStatedWhy')
  )
  return (
    <div className={css('line')}>
      <dt className={css('label')}>{label}</dt>
      <dd className={css('value')}>
        {draft === undefined ? (
          <Tooltip text={evidence} delay={250}>
            <AriaButton
              ref={shown}
              className={css('shown')}
              onPress={() => text !== undefined && setDraft(text)}
            >
              <span className="visually-hidden">
                {text === undefined ? label : t('clip.edit', { field: label })}
              </span>
              <span
                className={css('words', value === undefined && 'unstated')}
                lang={value ? lang : undefined}
              >
                {value ?? t('common.notStated')}
              </span>
              {note && <span className={css('note')}>{note}</span>}
              {text !== undefined && <Pencil className={css('pencil')} aria-hidden="true" />}
            </AriaButton>
          </Tooltip>
        ) : (
          <TextField
            label={label}
            hideLabel
            value={draft}
            onChange={next => {
              setDraft(next)
              setError(undefined)
            }}
            error={error}
            hint={hint}
            autoFocus
            onBlur={() => !error && commit()}
            onKeyDown={event => {
              if (event.nativeEvent.isComposing) event.continuePropagation()
              else if (event.key === 'Enter') commit()
              else if (event.key === 'Escape') leave()
              else event.continuePropagation()
            }}
          />
        )}
      </dd>
    </div>
  )
}
