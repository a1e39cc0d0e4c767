import { beforeEach, expect, it } from 'vitest'
import { dismissToast, showToast, toasts, withdrawUndo } from '../../../../renderer/ui/toasts.ts'

const undo = { label: 'Undo', run: () => undefined }
const titles = () => toasts.get().map(({ title }) => title)

beforeEach(() => toasts.set([]))

it('shows only the last thing done, whose Undo is the next', () => {
  showToast({ tone: 'done', title: 'Starred', action: undo })
  showToast({ tone: 'done', title: 'Tagged', action: undo })
  expect(titles()).toEqual(['Tagged'])
})

it('keeps failures beside it, but not more than cover the article', () => {
  for (const title of ['first', 'second', 'third']) showToast({ tone: 'failure', title })
  showToast({ tone: 'done', title: 'Tagged' })
  expect(titles()).toEqual(['second', 'third', 'Tagged'])
})

it('withdraws an Undo that another change has made untrue, and nothing else', () => {
  showToast({ tone: 'failure', title: 'Not saved' })
  showToast({ tone: 'done', title: 'Tagged', action: undo })
  withdrawUndo()
  expect(titles()).toEqual(['Not saved'])
})

it('dismisses one', () => {
  showToast({ tone: 'failure', title: 'Not saved' })
  dismissToast(toasts.get()[0]?.id ?? -1)
  expect(titles()).toEqual([])
})
