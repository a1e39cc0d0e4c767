import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '../../../electron/core/model/chronology.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './EventList.module.css'
import { EventRow } from './EventRow.tsx'

const css = classNames(styles)

const ROW_PX = 84

interface Props {
  readonly total: number
  readonly at: (index: number) => ListedEvent | undefined
  readonly chosen: number
  readonly hasStatus: boolean
  readonly listRef: RefObject<HTMLDivElement | null>
  readonly onChoose: (index: number) => void
  readonly onOpen: () => void
  /** Tells which rows are on show. */
  readonly onShow: (shown: { first: number; last: number }) => void
}

/** The events, oldest first. One is chosen; arrows, Home and End choose another. */
export function EventList({ total, at, chosen, hasStatus, listRef, onChoose, onOpen, onShow }: Props) {
  const { t } = useTranslation()
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => listRef.current,
    estimateSize: () => ROW_PX,
    // What was measured of an event stays with it where others come and go before it.
    getItemKey: index => at(index)?.key ?? index,
    overscan: 8,
  })
  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => onShow({ first, last: last + 10 }), [first, last, onShow])
  useEffect(() => {
    if (chosen >= 0 && chosen < total) virtualizer.scrollToIndex(chosen, { align: 'auto' })
  }, [chosen, total, virtualizer])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const to: Partial<Record<string, number>> = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      Home: 0,
      End: total - 1,
    }
    const next = to[event.key]
    if (event.key === 'Enter') onOpen()
    else if (next !== undefined) onChoose(next)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={listRef}
      className={css('list')}
      role="listbox"
      tabIndex={0}
      aria-label={t('chronology.list')}
      aria-activedescendant={total > 0 ? `event-${chosen}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={css('content')} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const event = at(index)
          const isChosen = index === chosen
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list
            <div
              key={event?.key ?? index}
              ref={virtualizer.measureElement}
              id={`event-${index}`}
              data-index={index}
              className={css('row', isChosen && 'chosen')}
              style={{ transform: `translateY(${start}px)` }}
              role="option"
              tabIndex={-1}
              aria-selected={isChosen}
              aria-posinset={index + 1}
              aria-setsize={total}
              onClick={() => onChoose(index)}
              onDoubleClick={onOpen}
            >
              {event && (
                <EventRow
                  event={event}
                  hasDate={index === first || at(index - 1)?.date !== event.date}
                  hasStatus={hasStatus}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
