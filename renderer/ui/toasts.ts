import type { TFunction } from 'i18next'
import { createStore } from '../state/store.ts'

/** Words in whichever language is on show, so that a message follows a switch while it stands. */
export type Words = (t: TFunction) => string

interface ToastAction {
  readonly label: Words
  readonly run: () => void
}

export interface Toast {
  readonly id: number
  readonly tone: 'done' | 'failure'
  /** A failure that asks for nothing, such as an empty clipboard: it goes by itself. */
  readonly isPassing?: boolean
  readonly title: Words
  readonly detail?: Words | undefined
  readonly action?: ToastAction | undefined
  /** A second one beside it: the way to what the message is about. */
  readonly also?: ToastAction | undefined
}

/** Messages on show, oldest first. */
export const toasts = createStore<readonly Toast[]>([])

let lastId = 0

/**
 * The last thing done replaces the one before it, whose Undo would no longer be the next; of failures at most
 * two stay, so that a burst does not cover the article.
 */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  const failures = toasts.get().filter(({ tone }) => tone === 'failure')
  toasts.set([...failures.slice(-2), { ...toast, id: lastId }])
}

/** Takes back an offer of Undo after a change that is not announced: it would now undo that one instead. */
export function withdrawUndo(): void {
  toasts.set(toasts.get().filter(({ action }) => action === undefined))
}

export function dismissToast(id: number): void {
  toasts.set(toasts.get().filter(toast => toast.id !== id))
}
