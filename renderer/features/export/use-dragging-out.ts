import type { DragEvent, PointerEvent } from 'react'
import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { rememberFilesOfOurs } from '../../state/files-of-ours.ts'
import { areTooManyToDrag, tellTooManyToDrag } from './too-many-to-drag.ts'
import { useRequestOf } from './use-request-of.ts'

interface DraggingOut {
  /** Has the files written as soon as the pointer goes down, so that they are there when it moves. */
  readonly prepare: (event: PointerEvent, ids: readonly string[]) => void
  /** Makes a drag that begins one of files; false where it is none, and the drag goes on as it is. */
  readonly start: (event: DragEvent, ids: readonly string[]) => boolean
}

/** What was prepared last, and whether the pointer that it was prepared for is still held. */
let held: { readonly key: string; readonly drag: Promise<string | undefined>; isHeld: boolean } | undefined

/**
 * Dragging clippings out of the window as files, with Alt held: a drag is either one of the window's own, onto collections
 * and tags, or one of the system's, and Electron takes the second only in place of the first.
 */
export function useDraggingOut(): DraggingOut {
  const requestOf = useRequestOf()
  const prepare = (ids: readonly string[]) => {
    const drag = send('drag:prepare', requestOf(ids)).then(
      prepared => {
        rememberFilesOfOurs(prepared.folder)
        return prepared.drag
      },
      (error: unknown) => {
        showFailure(error)
        return undefined
      },
    )
    const now = { key: ids.join(' '), drag, isHeld: true }
    held = now
    const letGo = () => {
      now.isHeld = false
    }
    window.addEventListener('pointerup', letGo, { once: true })
    return now
  }
  return {
    prepare: (event, ids) => {
      if (event.altKey && event.button === 0 && ids.length > 0 && !areTooManyToDrag(ids)) prepare(ids)
    },
    start: (event, ids) => {
      if (!event.altKey || ids.length === 0) return false
      event.preventDefault()
      if (areTooManyToDrag(ids)) {
        tellTooManyToDrag()
        return true
      }
      const now = held?.isHeld && held.key === ids.join(' ') ? held : prepare(ids)
      held = undefined
      void now.drag.then(drag => {
        // Let go before the files were there: nothing is dragged any more.
        if (drag !== undefined && now.isHeld) void send('drag:start', { drag }).catch(showFailure)
      })
      return true
    },
  }
}
