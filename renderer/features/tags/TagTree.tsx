import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../state/platform.ts'
import { classNames } from '../../ui/class-names.ts'
import { menuPlace } from '../../ui/Menu.tsx'
import { TagDot } from '../../ui/TagDot.tsx'
import { setFolded } from './folded-tags.ts'
import styles from './TagTree.module.css'
import { type TagLine, treeMove } from './tag-lines.ts'
import { actionOf, type TreeAction } from './tree-keys.ts'
import { TOP, useTagDrag } from './use-tag-drag.ts'

const css = classNames(styles)

const LINE_PX = 30
const INDENT_PX = 18
/** Levels below this one are no further in: the names need the room. */
const DEEPEST_INDENT = 6

interface Props {
  readonly lines: readonly TagLine[]
  readonly folded: ReadonlySet<string>
  readonly chosen: string | undefined
  /** The line whose name is being typed, and the field for it. */
  readonly renaming: { readonly name: string; readonly field: ReactNode } | undefined
  readonly treeRef: RefObject<HTMLDivElement | null>
  readonly onChoose: (name: string) => void
  readonly onAction: (action: TreeAction) => void
  readonly onMenu: (name: string, at: { readonly x: number; readonly y: number }) => void
  /** Moves a tag below another; to the top where that is undefined. */
  readonly onMove: (name: string, below: string | undefined) => void
}

/** The tags as a tree: one is chosen, the keys act on it. Only the lines on show are in the document. */
export function TagTree({ lines, folded, chosen, renaming, treeRef, onChoose, onAction, ...on }: Props) {
  const { t } = useTranslation()
  const platform = usePlatform()
  const id = useId()
  const at = lines.findIndex(({ tag }) => tag.name === chosen)
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => treeRef.current,
    estimateSize: () => LINE_PX,
    overscan: 12,
  })
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' })
  }, [at, virtualizer])

  const dragging = useTagDrag(lines, on.onMove)
  const onContextMenu = (event: MouseEvent) => {
    const line = event.target instanceof Element ? event.target.closest('[role=treeitem]') : null
    const index = line ? Number(line.id.slice(id.length + 1)) : at
    const name = lines[index]?.tag.name
    if (name === undefined) return
    event.preventDefault()
    on.onMenu(name, menuPlace(event, document.getElementById(`${id}-${index}`)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    const move = isPlain ? treeMove(lines, at, event.key, folded) : undefined
    if (move) {
      if ('to' in move) onChoose(lines[move.to]?.tag.name ?? '')
      else if ('fold' in move) setFolded(move.fold, true)
      else setFolded(move.unfold, false)
    }
    const action = actionOf(event.nativeEvent, platform)
    if (action) onAction(action)
    if (move || action) event.preventDefault()
  }
  return (
    <div
      ref={treeRef}
      role="tree"
      tabIndex={0}
      aria-label={t('tags.tree')}
      aria-activedescendant={at >= 0 && !renaming ? `${id}-${at}` : undefined}
      className={css('tree', dragging.over === TOP && 'into')}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      {...dragging.tree}
    >
      <div className={css('content')} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          const { tag } = line
          const isFolded = folded.has(tag.name)
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the tree keeps the focus and names the active line
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree answers the keys for its lines
            <div
              key={tag.name}
              id={`${id}-${index}`}
              role="treeitem"
              aria-level={line.depth + 1}
              aria-posinset={line.position}
              aria-setsize={line.siblings}
              aria-selected={index === at}
              {...(line.hasBranches ? { 'aria-expanded': !isFolded } : {})}
              className={css('line', index === at && 'chosen', dragging.over === tag.name && 'into')}
              draggable={renaming?.name !== tag.name}
              data-tag={tag.name}
              style={{
                transform: `translateY(${start}px)`,
                paddingInlineStart: 6 + Math.min(line.depth, DEEPEST_INDENT) * INDENT_PX,
              }}
              onClick={() => onChoose(tag.name)}
              onDoubleClick={() => onAction('rename')}
            >
              <span
                className={css('fold')}
                aria-hidden="true"
                onClick={event => {
                  if (!line.hasBranches) return
                  event.stopPropagation()
                  setFolded(tag.name, !isFolded)
                }}
                onDoubleClick={event => event.stopPropagation()}
              >
                {line.hasBranches && (isFolded ? <ChevronRight /> : <ChevronDown />)}
              </span>
              <TagDot colour={tag.colour} />
              {renaming?.name === tag.name ? (
                renaming.field
              ) : (
                <span className={css('name')} title={tag.name}>
                  {line.label}
                </span>
              )}
              <span className="visually-hidden">
                {t('tags.lineWords', {
                  colour: t(`tags.colours.${tag.colour}`),
                  own: tag.own,
                  total: tag.total,
                })}
              </span>
              <span className={css('own')} aria-hidden="true">
                {tag.own.toLocaleString('en-GB')}
              </span>
              <span className={css('total')} aria-hidden="true">
                {tag.total.toLocaleString('en-GB')}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
