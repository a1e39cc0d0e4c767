import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './SearchField.module.css'

const css = classNames(styles)

interface Props {
  readonly query: string
  readonly onChange: (query: string) => void
  /** Enter and the down arrow go on to the list. */
  readonly onLeave: () => void
  /** How many were found and how fast, beside the words. */
  readonly found: string
}

/**
 * Filters as you type. While an input method composes, the field shows what is being composed and the filter
 * waits: half a pinyin syllable is not a query.
 */
export function SearchField({ query, onChange, onLeave, found }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(query)
  const isComposing = useRef(false)
  useEffect(() => {
    if (!isComposing.current) setTyped(query)
  }, [query])
  useCommand('find', () => {
    input.current?.focus()
    input.current?.select()
  })
  const commit = (value: string) => {
    setTyped(value)
    if (!isComposing.current) onChange(value.slice(0, 500))
  }
  return (
    <search className={css('field')}>
      <Search className={css('icon')} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label={t('timeline.search')}
        aria-keyshortcuts={COMMANDS.find.keys[1]}
        title={t('timeline.queryHint')}
        placeholder={t('timeline.searchPlaceholder')}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={event => commit(event.target.value)}
        onCompositionStart={() => {
          isComposing.current = true
        }}
        onCompositionEnd={event => {
          isComposing.current = false
          commit(event.currentTarget.value)
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && typed !== '') {
            event.preventDefault()
            commit('')
          } else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault()
            onLeave()
          }
        }}
      />
      <span className={css('found')} role="status">
        {found}
      </span>
      {typed !== '' && (
        <IconButton size="small" label={t('timeline.clearSearch')} icon={<X />} onPress={() => commit('')} />
      )}
    </search>
  )
}
