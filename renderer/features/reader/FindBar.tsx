import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand, useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './FindBar.module.css'
import { MatchStepper } from './MatchStepper.tsx'
import { selectedWords } from './selected-words.ts'
import type { MatchesOnShow } from './use-matches.ts'

const css = classNames(styles)

interface Props extends MatchesOnShow {
  readonly phrase: string
  readonly onChange: (phrase: string) => void
  readonly onClose: () => void
}

/** Looks for a phrase in the open article: Enter goes on to the next, with Shift back, Escape ends it. */
export function FindBar({ phrase, onChange, onClose, matches, now }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const take = () => {
    field.current?.focus()
    field.current?.select()
  }
  useEffect(take, [])
  useCommand('back', onClose)
  useCommand('find-in-article', () => {
    const words = selectedWords(document.getElementById('reader'))
    if (words !== undefined) onChange(words)
    take()
  })
  return (
    <search className={css('bar')} aria-label={t('reader.find')}>
      <div className={css('field')}>
        <TextField
          type="search"
          label={t('reader.find')}
          hideLabel
          placeholder={t('reader.find')}
          maxLength={200}
          value={phrase}
          onChange={onChange}
          inputRef={field}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing)
              runCommand(event.shiftKey ? 'previous-match' : 'next-match')
            else if (event.key === 'Escape') onClose()
            else event.continuePropagation()
          }}
        />
      </div>
      <MatchStepper matches={matches} now={now} />
      {phrase.trim() !== '' && matches.count === 0 && (
        <span className={css('none')} role="status">
          {t('reader.findNone')}
        </span>
      )}
      <span className={css('space')} />
      <IconButton
        size="small"
        label={t('reader.findClose')}
        keys={COMMANDS.back.keys[0]}
        icon={<X />}
        onPress={onClose}
      />
    </search>
  )
}
