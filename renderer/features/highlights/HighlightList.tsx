import { useVirtualizer } from '@tanstack/react-virtual'
import { Quote } from 'lucide-react'
import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { formatDate, formatInstant } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { DEFAULT_ROUTE, formatRoute } from '../../routing/route.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { moveFocus } from '../sidebar/arrow-focus.ts'
import styles from './HighlightList.module.css'
import { soughtHighlight } from './shown-highlights.ts'
import type { ListedHighlight } from './use-library-highlights.ts'
import { useQuoting } from './use-quoting.ts'

const css = classNames(styles)

const LINE_PX = 118

interface Props {
  readonly total: number
  readonly at: (index: number) => ListedHighlight | undefined
  readonly listRef: RefObject<HTMLElement | null>
  /** The last line on show. */
  readonly onShow: (last: number) => void
}

/** Highlights one below the other, each a link to its words in the reader. */
export function HighlightList({ total, at, listRef, onShow }: Props) {
  const { t } = useTranslation()
  const quote = useQuoting()
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => listRef.current,
    estimateSize: () => LINE_PX,
    getItemKey: index => at(index)?.highlight.id ?? index,
    overscan: 6,
  })
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => onShow(last + 20), [last, onShow])
  const copy = ({ clipping, highlight }: ListedHighlight) => quote(highlight.quote.exact, clipping)
  useCommand('copy-quote', () => {
    const index = document.activeElement?.closest('[data-index]')?.getAttribute('data-index')
    const listed = index ? at(Number(index)) : undefined
    if (listed) copy(listed)
  })
  return (
    <section ref={listRef} className={css('list')} aria-label={t('highlights.list')} onKeyDown={moveFocus}>
      <ul className={css('content')} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const listed = at(index)
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={css('line')}
              style={{ transform: `translateY(${start}px)` }}
              aria-posinset={index + 1}
              aria-setsize={total}
            >
              {listed && <Line listed={listed} onCopy={() => copy(listed)} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface LineProps {
  readonly listed: ListedHighlight
  readonly onCopy: () => void
}

function Line({ listed: { clipping, highlight }, onCopy }: LineProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { id, title, source, published } = clipping
  const lang = clipping.language === 'und' ? undefined : clipping.language
  const date = typeof published === 'object' ? formatDate(published.edtf, language) : t('timeline.undated')
  return (
    <div className={css('row')}>
      <a
        className={css('link')}
        data-nav-item=""
        draggable={false}
        href={formatRoute({ ...DEFAULT_ROUTE, clipping: id, pane: 'reader' })}
        onClick={() => soughtHighlight.set({ clipping: id, id: highlight.id })}
      >
        <span className={css('passage')} data-marker={highlight.colour} lang={lang}>
          <span className="visually-hidden">{t(`highlights.colour.${highlight.colour}`)}: </span>
          {highlight.quote.exact}
        </span>
        {highlight.note !== undefined && <span className={css('note')}>{highlight.note}</span>}
        <span className={css('about')}>
          <span className={css('headline')} lang={lang}>
            {title || t('timeline.untitled')}
          </span>
          {source && <span>{source.name}</span>}
          <span>{date}</span>
          {highlight.position === undefined && <span className={css('lost')}>{t('highlights.isLost')}</span>}
          <time className={css('made')} dateTime={highlight.madeAt} title={formatInstant(highlight.madeAt)}>
            {formatInstant(highlight.madeAt).slice(0, 10)}
          </time>
        </span>
      </a>
      <IconButton
        size="small"
        label={t('highlights.copyQuote')}
        keys={COMMANDS['copy-quote'].keys[0]}
        icon={<Quote />}
        onPress={onCopy}
      />
    </div>
  )
}
