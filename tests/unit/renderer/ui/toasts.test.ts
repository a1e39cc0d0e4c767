import type { TFunction } from 'i18next'
import { beforeEach, expect, it } from 'vitest'
import { dismissToast, showToast, toasts, withdrawUndo } from '../../../../renderer/ui/toasts.ts'

const says = (words: string) => () => words
const speak: TFunction = ((key: string) => key) as TFunction
const undo = { label: says('Undo'), run: () => undefined }
const titles = () => toasts.get().map(({ title }) => title(speak))

beforeEach(() => toasts.set([]))

it('shows only the last thing done, whose Undo is the next', () => {
  showToast({ tone: 'done', title: says('Starred'), action: undo })
  showToast({ tone: 'done', title: says('Tagged'), action: undo })
  expect(titles()).toEqual(['Tagged'])
})

it('keeps failures beside it, but not more than cover the article', () => {
  for (const title of ['first', 'second', 'third']) showToast({ tone: 'failure', title: says(title) })
  showToast({ tone: 'done', title: says('Tagged') })
  expect(titles()).toEqual(['second', 'third', 'Tagged'])
})

it('withdraws an Undo that another change has made untrue, and nothing else', () => {
  showToast({ tone: 'failure', title: says('Not saved') })
  showToast({ tone: 'done', title: says('Tagged'), action: undo })
  withdrawUndo()
  expect(titles()).toEqual(['Not saved'])
})

it('dismisses one', () => {
  showToast({ tone: 'failure', title: says('Not saved') })
  dismissToast(toasts.get()[0]?.id ?? -1)
  expect(titles()).toEqual([])
})
