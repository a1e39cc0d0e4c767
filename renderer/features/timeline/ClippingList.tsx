import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { readGroups } from '../../../electron/core/model/group-lines.ts'
import type { Filter, Listing } from '../../../electron/core/model/listing.ts'
import { commandsOf } from '../../commands/listen.ts'
import { useCommand } from '../../commands/registry.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { openReader } from '../../shell/panes.ts'
import { usePlatform } from '../../state/platform.ts'
import { useStore } from '../../state/store.ts'
import { classNames } from '../../ui/class-names.ts'
import { useTagColours } from '../../ui/TagChip.tsx'
import { useLatest } from '../../ui/use-latest.ts'
import { ClippingMenu } from '../actions/ClippingMenu.tsx'
import { typedQuery } from '../search/typed-query.ts'
import { useSnippets } from '../search/use-snippets.ts'
import styles from './ClippingList.module.css'
import { ClippingRow } from './ClippingRow.tsx'
import { headingWords } from './heading-words.ts'
import { jumpedTo } from './jumped-to.ts'
import {
  groupOfLine,
  headingLines,
  keyOfLine,
  lineAt,
  lineOfHeading,
  lineOfRow,
  rowAtOrBelow,
} from './list-lines.ts'
import { listedAt } from './listed-at.ts'
import { NothingHere } from './NothingHere.tsx'
import { useArranging } from './use-arranging.ts'
import { useChosenInView } from './use-chosen-in-view.ts'
import { useDraggingClippings } from './use-dragging-clippings.ts'
import { useListSelection } from './use-list-selection.ts'
import { useRows } from './use-rows.ts'

const css = classNames(styles)

const HEADING_PX = 36
const ROW_PX = 104
/** Rows beyond those on show that are asked for early. */
const AHEAD = 20
const optionId = (row: number | '') => `clipping-${row}`

interface Props {
  readonly filter: Filter
  readonly listing: Listing
  /** Whether the list of another filter is on its way. */
  readonly isStale: boolean
}

/** The clippings under their day headings. Only the lines on show are in the document. */
export const ClippingList = memo(function ClippingList({ filter, listing, isStale }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const platform = usePlatform()
  const colourOf = useTagColours()
  const scroller = useRef<HTMLDivElement>(null)
  /** Where the active row goes when it is scrolled to: to the top where a date was gone to. */
  const align = useRef<'auto' | 'start'>('auto')
  const [shown, setShown] = useState({ first: 0, last: 0 })
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number }>()
  const { total } = listing
  const { order } = filter
  const groups = useMemo(
    () => (order && total > 0 ? [{ key: order, start: 0, count: total }] : readGroups(listing.groups)),
    [order, total, listing.groups],
  )
  const query = useMemo(() => typedQuery(filter.query), [filter.query])
  const rowAt = useRows(filter, listing, shown)
  const selecting = useListSelection(filter, listing, rowAt)
  const { selection, select, toggle, extend, selectAll, move, extendBy } = selecting
  const activeLine = selection.active >= 0 ? lineOfRow(groups, selection.active) : undefined

  const isActiveLoaded = rowAt(selection.active) !== undefined

  const isHeading = useMemo(() => headingLines(groups, total), [groups, total])
  const { firstRows } = listing
  // Whenever a line turns out higher or lower than expected, the virtualizer asks for key and height of every line
  // below it, and of all where the function is another. So both are the same functions, and take next to no time.
  const keyOf = useCallback((index: number) => keyOfLine(groups, firstRows, index), [groups, firstRows])
  const virtualizer = useVirtualizer({
    count: isHeading.length,
    getScrollElement: () => scroller.current,
    estimateSize: line => (isHeading[line] === 1 ? HEADING_PX : ROW_PX),
    getItemKey: keyOf,
    overscan: 5,
    scrollPaddingStart: HEADING_PX,
    rangeExtractor: range => {
      const lines = new Set(defaultRangeExtractor(range))
      lines.add(lineOfHeading(groups, groupOfLine(groups, range.startIndex)))
      if (activeLine !== undefined && activeLine < range.count) lines.add(activeLine)
      return [...lines].sort((a, b) => a - b)
    },
  })
  const range = virtualizer.range
  const first = range?.startIndex ?? 0
  const last = range?.endIndex ?? 0
  const firstRow = rowAtOrBelow(groups, first)
  const lastRow = rowAtOrBelow(groups, last) + AHEAD
  useEffect(() => setShown({ first: Math.max(firstRow - AHEAD, 0), last: lastRow }), [firstRow, lastRow])
  const snippetOf = useSnippets(filter.query, rowAt, total, {
    first: firstRow,
    last: rowAtOrBelow(groups, last),
  })
  const shownGroup = groups[groupOfLine(groups, first)]?.key
  useEffect(() => listedAt.set(order ? undefined : shownGroup), [order, shownGroup])
  const stickyLine = groups.length > 0 ? lineOfHeading(groups, groupOfLine(groups, first)) : -1

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new filter starts at the top
  useEffect(() => {
    if (virtualizer.scrollOffset !== 0) virtualizer.scrollToOffset(0)
  }, [filter])
  useEffect(() => {
    if (activeLine === undefined) return undefined
    const how = { align: align.current }
    virtualizer.scrollToIndex(activeLine, how)
    // Once more when the row has come and been measured: it may be higher than it was taken to be.
    const frame = requestAnimationFrame(() => {
      virtualizer.scrollToIndex(activeLine, how)
      if (isActiveLoaded) align.current = 'auto'
    })
    return () => cancelAnimationFrame(frame)
  }, [activeLine, isActiveLoaded, virtualizer])
  useChosenInView(scroller, virtualizer, activeLine, HEADING_PX)

  const jumped = useStore(jumpedTo)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each jump, as soon as the list has its group
  useEffect(() => {
    const at = jumped === undefined ? -1 : groups.findIndex(({ key }) => key === jumped.group)
    if (at < 0) return
    jumpedTo.set(undefined)
    align.current = 'start'
    if (groups[at]?.start === selection.active)
      virtualizer.scrollToIndex(lineOfHeading(groups, at), { align: 'start' })
    void select(groups[at]?.start ?? 0)
  }, [jumped, groups])

  useCommand('next', () => void move(1))
  useCommand('previous', () => void move(-1))
  useCommand('back', selection.ids.length > 1 ? () => void select(selection.active) : undefined)

  const rowUnder = ({ target }: { readonly target: EventTarget }): number => {
    const option = target instanceof Element ? target.closest('[role=option]') : null
    return option ? Number(option.id.slice(optionId('').length)) : -1
  }
  const arranging = useArranging(filter, total, rowAt, rowUnder, selection)
  const keys: Readonly<Record<string, () => void>> = {
    'list-down': () => void move(1),
    'list-up': () => void move(-1),
    'extend-down': () => void extendBy(1),
    'extend-up': () => void extendBy(-1),
    'list-first': () => void select(0),
    'list-last': () => void select(total - 1),
    'select-all': () => void selectAll(),
    open: openReader,
    ...(arranging.step && {
      'move-row-up': () => arranging.step?.(-1),
      'move-row-down': () => arranging.step?.(1),
    }),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const run = keys[commandsOf(event.nativeEvent, platform, true)[0] ?? '']
    if (!run) return
    event.preventDefault()
    run()
  }
  const chosen = new Set(selection.ids)
  const isSelected = (row: number): boolean => {
    const id = rowAt(row)?.id
    return id === undefined ? row === selection.active : chosen.has(id)
  }
  const onContextMenu = async (event: MouseEvent) => {
    event.preventDefault()
    const under = rowUnder(event)
    const row = under < 0 ? selection.active : under
    const { clientX, clientY } = event
    if (row < 0) return
    if (!isSelected(row)) await select(row)
    const place = document.getElementById(optionId(row))?.getBoundingClientRect()
    setMenuAt(under < 0 && place ? { x: place.left + 60, y: place.top + 28 } : { x: clientX, y: clientY })
  }
  const dragging = useDraggingClippings(event => {
    const row = rowUnder(event)
    const id = rowAt(row)?.id
    if (id === undefined) return []
    return chosen.has(id) ? selection.ids : [id]
  })
  const onPress = useLatest((row: number, event: MouseEvent) => {
    const mod = platform === 'darwin' ? event.metaKey : event.ctrlKey
    if (event.shiftKey) void extend(row)
    else if (mod) void toggle(row)
    else void select(row)
  })
  if (total === 0) return <NothingHere filter={filter} />
  const thisYear = new Date().getFullYear()
  return (
    <>
      <div
        ref={scroller}
        id="clippings"
        role="listbox"
        tabIndex={0}
        aria-label={t('timeline.list')}
        aria-multiselectable="true"
        aria-activedescendant={
          selection.active >= 0 && !selection.gap ? optionId(selection.active) : undefined
        }
        className={css('list', isStale && 'stale')}
        onKeyDown={onKeyDown}
        onContextMenu={event => void onContextMenu(event)}
        {...dragging}
        {...arranging.target}
      >
        <div className={css('content')} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(item => {
            const line = lineAt(groups, item.index)
            const isSticky = item.index === stickyLine
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                role="presentation"
                className={css(
                  'line',
                  isSticky && 'sticky',
                  line.kind === 'row' && line.row === arranging.gap?.row && arranging.gap.side,
                )}
                style={isSticky ? undefined : { transform: `translateY(${item.start}px)` }}
              >
                {line.kind === 'heading' ? (
                  <div className={css('heading')} role="presentation">
                    {order
                      ? t(order === 'hand' ? 'timeline.byHandHeading' : 'search.relevanceHeading')
                      : headingWords(t, line.group.key, language, thisYear, filter.grouping)}
                    <span className={css('count')}>
                      {t('timeline.groupCount', { count: line.group.count })}
                    </span>
                  </div>
                ) : (
                  <ClippingRow
                    id={optionId(line.row)}
                    row={rowAt(line.row)}
                    clock={filter.clock}
                    saysDay={order !== undefined}
                    query={query}
                    snippet={snippetOf(rowAt(line.row)?.id ?? '')}
                    position={line.row}
                    total={total}
                    isSelected={isSelected(line.row)}
                    isActive={!selection.gap && line.row === selection.active}
                    colourOf={colourOf}
                    t={t}
                    language={language}
                    onPress={onPress}
                    onOpen={openReader}
                  />
                )}
              </div>
            )
          })}
        </div>
      </div>
      {menuAt && (
        <ClippingMenu at={menuAt} isTrash={filter.shelf === 'trash'} onClose={() => setMenuAt(undefined)} />
      )}
    </>
  )
})
