import { useTranslation } from 'react-i18next'
import type { Highlight } from '../../../electron/core/model/highlight.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './LostHighlights.module.css'

const css = classNames(styles)

interface Props {
  readonly highlights: readonly Highlight[]
  readonly onOpen: (id: string, anchor: Element) => void
}

/** Highlights whose words are not in the text any more, below it: nothing that was marked is lost. */
export function LostHighlights({ highlights, onOpen }: Props) {
  const { t } = useTranslation()
  const lost = highlights.filter(({ position }) => position === undefined)
  if (lost.length === 0) return null
  return (
    <aside className={css('lost')}>
      <h2 className={css('heading')}>{t('highlights.lost', { count: lost.length })}</h2>
      <ul className={css('list')}>
        {lost.map(({ id, quote, note, colour }) => (
          <li key={id}>
            <button
              type="button"
              className={css('quote')}
              data-marker={colour}
              onClick={event => onOpen(id, event.currentTarget)}
            >
              {quote.exact}
            </button>
            {note && <p className={css('note')}>{note}</p>}
          </li>
        ))}
      </ul>
    </aside>
  )
}
