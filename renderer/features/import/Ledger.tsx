import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '../../../electron/core/model/import-ledger.ts'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EntryDetail } from './EntryDetail.tsx'
import { EntryRow } from './EntryRow.tsx'
import styles from './Ledger.module.css'
import { openEntry } from './open-entry.ts'
import { useEntries } from './use-entries.ts'

const css = classNames(styles)

const ROW_PX = 46
const PAGE_ROWS = 10
const optionId = (row: number) => `import-entry-${row}`

/** Where a key leads to in the list; undefined for a key that is not the list's. */
function rowFor(key: string, active: number, total: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + PAGE_ROWS,
    PageUp: active - PAGE_ROWS,
    Home: 0,
    End: total - 1,
  }
  const to = steps[key]
  return to === undefined ? undefined : Math.min(Math.max(to, 0), total - 1)
}

interface Props {
  readonly id: string
  readonly outcome: ImportOutcome | undefined
  readonly isPlan: boolean
  /** Whether the clippings of the import are out of the library again. */
  readonly isUndone: boolean
}

/**
 * The items of an import, each with what became of it; what there is to say of the chosen one stands below. News of a
 * running import draws it anew only where its items are others.
 */
export const Ledger = memo(function Ledger({ id, outcome, isPlan, isUndone }: Props) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const [shown, setShown] = useState({ first: 0, last: 0 })
  const { total, entryAt, isFailed } = useEntries(id, outcome, shown)
  const active = Math.min(chosen, total - 1)
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    rangeExtractor: range => {
      const rows = new Set(defaultRangeExtractor(range))
      if (active >= 0) rows.add(active)
      return [...rows].sort((a, b) => a - b)
    },
    onChange: ({ range }) => {
      const { startIndex: first = 0, endIndex: last = 0 } = range ?? {}
      if (first !== shown.first || last !== shown.last) setShown({ first, last })
    },
  })
  const entry = entryAt(active)
  const open = () => void (entry && !isPlan && !isUndone && openEntry(entry))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = rowFor(event.key, active, total)
    if (to !== undefined) {
      setChosen(to)
      virtualizer.scrollToIndex(to, { align: 'auto' })
    } else if (event.key === 'Enter') open()
    else return
    event.preventDefault()
  }
  if (isFailed) return <EmptyState title={t('importing.ledgerFailed')} />
  return (
    <>
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('importing.ledger')}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        className={css('list')}
        onKeyDown={onKeyDown}
      >
        <div className={css('content')} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              role="presentation"
              className={css('line')}
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
            >
              <EntryRow
                id={optionId(index)}
                entry={entryAt(index)}
                position={index}
                total={total}
                isActive={index === active}
                onPress={() => setChosen(index)}
                onOpen={open}
              />
            </div>
          ))}
        </div>
      </div>
      {entry && <EntryDetail importId={id} entry={entry} isPlan={isPlan} isUndone={isUndone} />}
    </>
  )
})
