import { type MouseEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { type BlockHighlights, highlightsByBlock } from '../../../electron/core/model/block-highlights.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import type { Highlight } from '../../../electron/core/model/highlight.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { queryClient } from '../../api/query-client.ts'
import { useChange } from '../../api/use-change.ts'
import { useCommand } from '../../commands/registry.ts'
import { useStore } from '../../state/store.ts'
import { showToast } from '../../ui/toasts.ts'
import { eventOfPassage, passageEvent } from '../chronology/passage-event.ts'
import { HighlightBar } from './HighlightBar.tsx'
import { HighlightCard } from './HighlightCard.tsx'
import { HighlightMenu } from './HighlightMenu.tsx'
import { lastColour } from './highlight-colour.ts'
import { type Passage, selectedPassage, selectSentence } from './selected-passage.ts'
import { soughtHighlight } from './shown-highlights.ts'
import { useQuoting } from './use-quoting.ts'
import { useSelectedPassage } from './use-selected-passage.ts'

export interface Highlighting {
  /** What of a block is highlighted; the same object until an article or its highlights are others. */
  readonly of: (block: Block) => BlockHighlights | undefined
  readonly onClick: (event: MouseEvent) => void
  /** The menu of a highlight, where the pointer is on one. */
  readonly onContextMenu: (event: MouseEvent) => void
  /** Shows a highlight's card at an element. */
  readonly open: (id: string, anchor: Element) => void
  /** What floats over the article: the bar at what is selected, the card of a highlight. */
  readonly bar: ReactNode
}

/** Highlighting of the open article: by mouse, by a bar above what is selected, and by keys. */
export function useHighlighting(
  kept: Output<'clipping:get'> | undefined,
  container: RefObject<HTMLElement | null>,
  isOn: boolean,
): Highlighting {
  const quote = useQuoting()
  const make = useChange('clipping:highlight')
  const change = useChange('clipping:change-highlight', { quiet: true })
  const remove = useChange('clipping:remove-highlight')
  const [opened, setOpened] = useState<string>()
  const [menu, setMenu] = useState<{ readonly id: string; readonly at: { x: number; y: number } }>()
  const anchor = useRef<Element>(null)
  const article = kept?.article
  const id = kept?.clipping.id
  const blocks = useMemo(() => (article ? highlightsByBlock(article) : undefined), [article])
  const highlight = article?.highlights?.find(each => each.id === opened)
  const menuOf = article?.highlights?.find(each => each.id === menu?.id)
  const selected = useSelectedPassage(container, isOn ? article?.body : undefined)

  const open = (which: string, at: Element) => {
    anchor.current = at
    setOpened(which)
  }
  const passageNow = (): Passage | undefined => {
    const words = article && container.current ? selectedPassage(container.current, article.body) : undefined
    if (words === undefined)
      showToast({
        tone: 'failure',
        isPassing: true,
        title: t => t('highlights.selectFirst'),
        detail: t => t('highlights.selectFirstDetail'),
      })
    return words
  }
  const mark = async ({ from, to }: Passage, colour: Highlight['colour']) => {
    if (id === undefined) return
    lastColour.set(colour)
    if (await make.run({ id, from, to, colour })) getSelection()?.removeAllRanges()
  }
  const copy = (passage: string) => {
    if (kept !== undefined) quote(passage, kept.clipping)
  }
  const step = (by: 1 | -1) => {
    const marks = [...(container.current?.querySelectorAll('mark[data-highlight]') ?? [])]
    const ids = [...new Set(marks.map(each => each.getAttribute('data-highlight')))]
    const here = ids.indexOf(opened ?? anchor.current?.getAttribute('data-highlight') ?? null)
    const next = ids[(here + by + ids.length + (here < 0 && by < 0 ? 1 : 0)) % ids.length]
    const at = marks.find(each => each.getAttribute('data-highlight') === next)
    if (!next || !at) return
    at.scrollIntoView({ block: 'center' })
    open(next, at)
  }
  const sought = useStore(soughtHighlight)
  // Its words may be somewhere far down: whoever comes from the list of highlights looks for them.
  useEffect(() => {
    if (sought === undefined || sought.clipping !== id || article === undefined) return
    const words = container.current?.querySelector(`mark[data-highlight="${sought.id}"]`)
    soughtHighlight.set(undefined)
    if (!words) return
    words.scrollIntoView({ block: 'center' })
    anchor.current = words
    setOpened(sought.id)
  }, [sought, id, article, container])
  const hasText = isOn && article !== undefined && article.body.children.length > 0
  const hasHighlights = isOn && (blocks?.size ?? 0) > 0
  useCommand(
    'highlight',
    hasText
      ? () => {
          const words = passageNow()
          if (words) void mark(words, lastColour.get())
        }
      : undefined,
  )
  useCommand(
    'copy-quote',
    hasText
      ? () => {
          const words = passageNow()
          if (words) copy(words.text)
        }
      : undefined,
  )
  const makeEvent = ({ from, to, text }: Passage) => {
    if (kept === undefined) return
    const known = queryClient.getQueryData<Output<'library:overview'>>(['library:overview', {}])
    if (known?.collections.length === 0) {
      showToast({
        tone: 'failure',
        isPassing: true,
        title: t => t('chronology.passageNone'),
        detail: t => t('chronology.passageNoneDetail'),
      })
      return
    }
    passageEvent.set({
      clipping: kept.clipping,
      ...eventOfPassage({ from, to, text }, kept.article.datesInText),
    })
  }
  useCommand(
    'passage-event',
    hasText
      ? () => {
          const words = passageNow()
          if (words) makeEvent(words)
        }
      : undefined,
  )
  const select = (isExtending: boolean) => () => {
    if (container.current) selectSentence(container.current, isExtending)
  }
  useCommand('select-sentence', hasText ? select(false) : undefined)
  useCommand('extend-sentence', hasText ? select(true) : undefined)
  useCommand('next-highlight', hasHighlights ? () => step(1) : undefined)
  useCommand('previous-highlight', hasHighlights ? () => step(-1) : undefined)

  return {
    of: block => blocks?.get(block.properties.dataOrder),
    onClick: ({ target }) => {
      const words = target instanceof Element ? target.closest('mark[data-highlight]') : null
      const which = words?.getAttribute('data-highlight')
      if (words && which && getSelection()?.isCollapsed !== false) open(which, words)
    },
    onContextMenu: event => {
      const words = event.target instanceof Element ? event.target.closest('mark[data-highlight]') : null
      const which = words?.getAttribute('data-highlight')
      if (!words || !which) return
      event.preventDefault()
      anchor.current = words
      setMenu({ id: which, at: { x: event.clientX, y: event.clientY } })
    },
    open,
    bar: (
      <>
        {menuOf && id && (
          <HighlightMenu
            at={menu?.at ?? { x: 0, y: 0 }}
            onColour={colour => void change.run({ id, highlight: menuOf.id, colour })}
            onNote={() => setOpened(menuOf.id)}
            onCopy={() => copy(menuOf.quote.exact)}
            onRemove={() => void remove.run({ id, highlight: menuOf.id })}
            onClose={() => setMenu(undefined)}
          />
        )}
        {selected && !highlight && (
          <HighlightBar
            place={selected.place}
            onChoose={colour => void mark(selected.passage, colour)}
            onCopy={() => copy(selected.passage.text)}
            onEvent={() => makeEvent(selected.passage)}
          />
        )}
        {highlight && id && (
          <HighlightCard
            key={highlight.id}
            highlight={highlight}
            anchor={anchor}
            onChange={changed => void change.run({ id, highlight: highlight.id, ...changed })}
            onCopy={() => {
              // Copying takes the focus for a moment, which a card does not outlive.
              setOpened(undefined)
              copy(highlight.quote.exact)
            }}
            onRemove={() => {
              setOpened(undefined)
              void remove.run({ id, highlight: highlight.id })
            }}
            onClose={() => setOpened(undefined)}
          />
        )}
      </>
    ),
  }
}
