import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Highlight } from '../../../electron/core/model/highlight.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './MarginNotes.module.css'
import { placesOfNotes } from './note-places.ts'

const css = classNames(styles)

/** Less room than this beside the article is no margin to write in. */
const NARROWEST = 190
const WIDEST = 260
const EDGES = 44

interface Props {
  readonly highlights: readonly Highlight[]
  readonly body: RefObject<HTMLElement | null>
  readonly onOpen: (id: string, anchor: Element) => void
}

const markOf = (body: Element, id: string): Element | null =>
  body.querySelector(`mark[data-highlight="${id}"]`)

/** Notes in the margin, each beside its highlight, where the reader is wide enough to have one. */
export function MarginNotes({ highlights, body, onOpen }: Props) {
  const { t } = useTranslation()
  const noted = highlights.filter(({ note, position }) => note !== undefined && position !== undefined)
  const ids = noted.map(({ id, note }) => `${id} ${note}`).join('\n')
  const frame = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the notes and their words are what is placed
  useLayoutEffect(() => {
    const article = body.current?.closest('article')
    const scroller = article?.closest('[data-scroller]')
    if (!article || !scroller || !body.current || ids === '') return undefined
    const place = () => {
      const room = scroller.clientWidth - article.offsetWidth - EDGES
      setWidth(room < NARROWEST ? 0 : Math.min(room, WIDEST))
      const above = article.getBoundingClientRect().top
      const notes = [...(frame.current?.querySelectorAll<HTMLElement>('[data-note]') ?? [])]
        .map(note => {
          const mark = body.current && markOf(body.current, note.dataset['note'] ?? '')
          return {
            note,
            height: note.offsetHeight,
            top: (mark?.getBoundingClientRect().top ?? above) - above,
          }
        })
        .sort((a, b) => a.top - b.top)
      for (const [at, top] of placesOfNotes(notes).entries())
        notes[at]?.note.style.setProperty('top', `${top}px`)
    }
    place()
    const observer = new ResizeObserver(place)
    for (const each of [scroller, article, body.current]) observer.observe(each)
    return () => observer.disconnect()
  }, [ids, width, body])
  if (noted.length === 0) return null
  return (
    <aside ref={frame} className={css('margin')} aria-label={t('highlights.notes')} hidden={width === 0}>
      {noted.map(({ id, note, colour }) => (
        <button
          key={id}
          type="button"
          className={css('note')}
          style={{ width }}
          data-note={id}
          data-marker={colour}
          onClick={() => {
            const mark = body.current && markOf(body.current, id)
            if (mark) onOpen(id, mark)
          }}
        >
          {note}
        </button>
      ))}
    </aside>
  )
}
