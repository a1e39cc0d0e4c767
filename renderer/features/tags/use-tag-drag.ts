import { type DragEvent, useRef, useState } from 'react'
import { setFolded } from './folded-tags.ts'
import type { TagLine } from './tag-lines.ts'
import { movedName } from './tag-plans.ts'

/** The place of what is at the top: no tag is called so. */
export const TOP = '/'

/** What is dragged of the tree; the name is read when it is dropped, because until then a page may not read it. */
const TAG = 'application/x-cuttings-tag'
/** Over a folded tag so long it opens. */
const OPEN_MS = 700

interface TagDrag {
  /** The tag that what is dragged would go below, or {@link TOP}; undefined where it would not move. */
  readonly over: string | undefined
  /** For the tree itself. */
  readonly tree: {
    readonly onDragStart: (event: DragEvent) => void
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
    readonly onDragEnd: () => void
  }
}

const lineOf = ({ target }: DragEvent): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tag]') : null

/** Dragging a tag onto another, or onto the free place below the tree. Keys have "move under" for it. */
export function useTagDrag(
  lines: readonly TagLine[],
  onMove: (name: string, below: string | undefined) => void,
): TagDrag {
  const [over, setOver] = useState<string>()
  const dragged = useRef<string>(undefined)
  const opening = useRef<{ readonly name: string; readonly timer: ReturnType<typeof setTimeout> }>(undefined)

  const stopOpening = () => {
    clearTimeout(opening.current?.timer)
    opening.current = undefined
  }
  const end = () => {
    dragged.current = undefined
    stopOpening()
    setOver(undefined)
  }
  const openSoon = (name: string | undefined) => {
    if (opening.current?.name === name) return
    stopOpening()
    if (name === undefined || !lines.some(line => line.tag.name === name && line.hasBranches)) return
    opening.current = { name, timer: setTimeout(() => setFolded(name, false), OPEN_MS) }
  }
  const placeOf = (event: DragEvent): string | undefined => {
    const name = dragged.current
    if (name === undefined) return undefined
    const below = lineOf(event)?.dataset['tag']
    return movedName(name, below) === undefined ? undefined : (below ?? TOP)
  }
  return {
    over,
    tree: {
      onDragStart: event => {
        const name = lineOf(event)?.dataset['tag']
        if (name === undefined) return
        dragged.current = name
        event.dataTransfer.setData(TAG, name)
        event.dataTransfer.effectAllowed = 'move'
      },
      onDragOver: event => {
        if (dragged.current === undefined) return
        const place = placeOf(event)
        openSoon(lineOf(event)?.dataset['tag'])
        setOver(place)
        if (place === undefined) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
      },
      onDragLeave: event => {
        const { relatedTarget } = event
        if (!(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget)))
          setOver(undefined)
      },
      onDrop: event => {
        const name = dragged.current
        const place = placeOf(event)
        end()
        if (name === undefined || place === undefined) return
        event.preventDefault()
        onMove(name, place === TOP ? undefined : place)
      },
      onDragEnd: end,
    },
  }
}
