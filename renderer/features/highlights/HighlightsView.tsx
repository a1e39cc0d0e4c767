import { Highlighter, SearchX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { HIGHLIGHT_COLOURS } from '../../../electron/core/model/highlight.ts'
import { useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { navigate } from '../../routing/use-route.ts'
import { useStore } from '../../state/store.ts'
import { useSettled } from '../../state/use-settled.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { HighlightList } from './HighlightList.tsx'
import styles from './HighlightsView.module.css'
import { EVERY_HIGHLIGHT, shownHighlights } from './shown-highlights.ts'
import { useLibraryHighlights } from './use-library-highlights.ts'

const css = classNames(styles)

const TYPING_MS = 150

/** Every highlight of the library, the last made first, to be narrowed down by words, colours and notes. */
export function HighlightsView() {
  const { t } = useTranslation()
  const shown = useStore(shownHighlights)
  const query = useSettled(shown.query, TYPING_MS)
  const [last, setLast] = useState(0)
  const { answer, isFailed, at } = useLibraryHighlights({ ...shown, query }, last)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLElement>(null)
  const change = (to: Partial<typeof shown>) => shownHighlights.set({ ...shown, ...to })
  useCommand('find', () => {
    field.current?.focus()
    field.current?.select()
  })
  useEffect(() => field.current?.focus(), [])
  const intoList = () => list.current?.querySelector<HTMLElement>('[data-nav-item]')?.focus()
  return (
    <section className={css('view')} aria-label={t('highlights.viewTitle')}>
      <header className={css('bar')}>
        <h1 className={css('title')}>{t('highlights.viewTitle')}</h1>
        <div className={css('filter')}>
          <TextField
            type="search"
            label={t('highlights.filter')}
            hideLabel
            placeholder={t('highlights.filterPlaceholder')}
            maxLength={500}
            value={shown.query}
            onChange={typed => change({ query: typed })}
            inputRef={field}
            onKeyDown={event => {
              if (event.key === 'ArrowDown') intoList()
              if (event.key === 'Escape' && shown.query !== '') change({ query: '' })
              else event.continuePropagation()
            }}
          />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of its own look */}
        <div className={css('colours')} role="group" aria-label={t('highlights.colours')}>
          {HIGHLIGHT_COLOURS.map(colour => (
            <ToggleButton
              key={colour}
              className={css('toggle')}
              isSelected={shown.colours.includes(colour)}
              onChange={isOn =>
                change({
                  colours: HIGHLIGHT_COLOURS.filter(each =>
                    each === colour ? isOn : shown.colours.includes(each),
                  ),
                })
              }
            >
              <span className={css('dot')} data-marker={colour} aria-hidden="true" />
              <span className={css('name')}>{t(`highlights.colour.${colour}`)}</span>
              <span className={css('count')}>{(answer?.counts[colour] ?? 0).toLocaleString('en-GB')}</span>
            </ToggleButton>
          ))}
        </div>
        <ToggleButton
          className={css('toggle')}
          isSelected={shown.isNoted}
          onChange={isNoted => change({ isNoted })}
        >
          {t('highlights.isNoted')}
        </ToggleButton>
        <span className={css('total')} role="status">
          {answer && answer.all > 0 && t('highlights.total', { count: answer.total })}
        </span>
      </header>
      {answer !== undefined && answer.unread > 0 && (
        <p className={css('unread')}>{t('highlights.unread', { count: answer.unread })}</p>
      )}
      {isFailed && <EmptyState title={t('highlights.readFailed')} />}
      {answer?.all === 0 && <NoHighlights />}
      {answer !== undefined && answer.all > 0 && answer.total === 0 && (
        <EmptyState
          icon={<SearchX />}
          title={t('highlights.nothingFits')}
          actions={
            <Button onPress={() => shownHighlights.set(EVERY_HIGHLIGHT)}>{t('highlights.showEvery')}</Button>
          }
        />
      )}
      {answer !== undefined && answer.total > 0 && (
        <HighlightList total={answer.total} at={at} listRef={list} onShow={setLast} />
      )}
    </section>
  )
}

function NoHighlights() {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<Highlighter />}
      title={t('highlights.noneTitle')}
      actions={
        <Button onPress={() => navigate({ view: 'timeline' })}>{t('highlights.noneToTimeline')}</Button>
      }
    >
      {t('highlights.noneDetail', {
        select: COMMANDS['select-sentence'].keys[0].toUpperCase(),
        key: COMMANDS.highlight.keys[0].toUpperCase(),
      })}
    </EmptyState>
  )
}
