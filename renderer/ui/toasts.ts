import { createStore } from '../state/store.ts'

export interface Toast {
  readonly id: number
  readonly tone: 'done' | 'failure'
  readonly title: string
  readonly detail?: string | undefined
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** Messages on show, oldest first. */
export const toasts = createStore<readonly Toast[]>([])

let lastId = 0

/** At most three at a time: a burst of changes must not cover the article. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  toasts.set([...toasts.get().slice(-2), { ...toast, id: lastId }])
}

export function dismissToast(id: number): void {
  toasts.set(toasts.get().filter(toast => toast.id !== id))
}
