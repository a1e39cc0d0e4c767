import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Output } from '../../../electron/ipc/contract.ts'
import { useChange } from '../../api/use-change.ts'
import { useCommand } from '../../commands/registry.ts'
import { useStore } from '../../state/store.ts'
import { showToast } from '../../ui/toasts.ts'
import { selectedPassage } from '../highlights/selected-passage.ts'
import { DateCard } from './DateCard.tsx'
import { datesShown, toggleDates } from './dates-shown.ts'
import { type ReaderDate, readerDates } from './reader-dates.ts'

interface Opened {
  readonly date: ReaderDate
  /** Where its words end in their block. */
  readonly end: number
  /** The words are none of the article's dates yet. */
  readonly isNew: boolean
}

export interface DateCorrecting {
  /** What is marked in the text; the same array until the article is another. */
  readonly dates: readonly ReaderDate[]
  /** True where a date was pressed. */
  readonly onClick: (event: MouseEvent) => boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly card: ReactNode
}

const NONE: readonly ReaderDate[] = []

/** The dates of the open article: marked where that is switched on, and corrected at their words. */
export function useDateCorrecting(
  kept: Output<'clipping:get'> | undefined,
  container: RefObject<HTMLElement | null>,
  isOn: boolean,
): DateCorrecting {
  const areShown = useStore(datesShown)
  const correct = useChange('clipping:correct-date')
  const anchor = useRef<Element>(null)
  const [opened, setOpened] = useState<Opened>()
  const article = kept?.article
  const id = kept?.clipping.id
  const dates = useMemo(() => (article && areShown ? readerDates(article) : NONE), [article, areShown])

  const openAt = (element: Element | null | undefined): boolean => {
    const date = dates[Number(element?.getAttribute('data-date-index') ?? -1)]
    if (!element || !date) return false
    anchor.current = element
    setOpened({ date, end: date.start + date.phrase.length, isNew: false })
    return true
  }
  const openSelected = () => {
    const { activeElement } = document
    if (openAt(activeElement?.closest('[data-date-index]'))) return
    const words = article && container.current ? selectedPassage(container.current, article.body) : undefined
    const block = container.current?.querySelector(`[data-order="${words?.from.order}"]`)
    if (!words || !block || words.from.order !== words.to.order) {
      showToast({
        tone: 'failure',
        isPassing: true,
        title: t => t('dates.selectFirst'),
        detail: t => t('dates.selectFirstDetail'),
      })
      return
    }
    anchor.current = block
    const { order, at: start } = words.from
    setOpened({
      date: { phrase: words.text, order, start, edtf: '', precision: 'day', confidence: 1 },
      end: words.to.at,
      isNew: true,
    })
  }
  useCommand('correct-date', isOn && article ? openSelected : undefined)
  useCommand('toggle-dates', isOn && article ? toggleDates : undefined)

  return {
    dates,
    onClick: ({ target }) =>
      target instanceof Element &&
      getSelection()?.isCollapsed !== false &&
      openAt(target.closest('[data-date-index]')),
    onKeyDown: event => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      if (event.target instanceof Element && openAt(event.target.closest('[data-date-index]')))
        event.preventDefault()
    },
    card: opened && id && (
      <DateCard
        key={`${opened.date.order} ${opened.date.start}`}
        date={opened.date}
        isNew={opened.isNew}
        anchor={anchor}
        onCorrect={edtf => {
          const { order, start } = opened.date
          setOpened(undefined)
          const [from, to] = [
            { order, at: start },
            { order, at: opened.end },
          ]
          void correct.run({ id, from, to, ...(edtf !== undefined && { edtf }) })
        }}
        onClose={() => setOpened(undefined)}
      />
    ),
  }
}
