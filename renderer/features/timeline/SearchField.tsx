import { Search, X } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useLatest } from '../../ui/use-latest.ts'
import { SearchHelp } from '../search/SearchHelp.tsx'
import styles from './SearchField.module.css'

const css = classNames(styles)

interface Props {
  readonly query: string
  readonly onChange: (query: string) => void
  /** Enter and the down arrow go on to the list. */
  readonly onLeave: () => void
  /** How many were found and how fast, beside the words. */
  readonly found: string
  /** What else can be done with the search. */
  readonly children?: ReactNode
}

/**
 * Filters as you type. While an input method composes, the field shows what is being composed and the filter
 * waits: half a pinyin syllable is not a query.
 */
export function SearchField({ query, onChange, onLeave, found, children }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(query)
  const isComposing = useRef(false)
  // Queries on their way: an address that takes up one of them must not take back what was typed since.
  const sent = useRef(new Set<string>())
  const last = useRef(query)
  // Before it is painted: the words of the field and the conditions of the list are never two different ones.
  useLayoutEffect(() => {
    if (isComposing.current) return
    if (query !== last.current && sent.current.has(query)) return
    sent.current.clear()
    last.current = query
    setTyped(query)
  }, [query])
  useCommand('find', () => {
    input.current?.focus()
    input.current?.select()
  })
  const commit = (value: string) => {
    setTyped(value)
    if (isComposing.current) return
    if (value === query) sent.current.clear()
    else sent.current.add(value)
    last.current = value
    onChange(value)
  }
  const tryExample = useLatest(commit)
  const focusField = useLatest(() => input.current?.focus())
  return (
    <search className={css('field')}>
      <Search className={css('icon')} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label={t('timeline.search')}
        aria-keyshortcuts={COMMANDS.find.keys[1]}
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
      {children}
      <SearchHelp onTry={tryExample} onTried={focusField} />
      {typed !== '' && (
        <IconButton size="small" label={t('timeline.clearSearch')} icon={<X />} onPress={() => commit('')} />
      )}
    </search>
  )
}
