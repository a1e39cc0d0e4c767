import type { Element, Root } from 'hast'
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { CircleMinus } from 'lucide-react'
import { memo } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { useTranslation } from 'react-i18next'
import { isAligned } from '../../../electron/core/model/aligned.ts'
import type { BlockHighlights } from '../../../electron/core/model/block-highlights.ts'
import { wordsOfBlock } from '../../../electron/core/model/block-text.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import type { CreditedSource } from '../../../electron/core/model/credited-source.ts'
import { type Span, wrapSpans } from '../../../electron/core/model/wrap-spans.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { ReaderDate } from '../dates/reader-dates.ts'
import { HighlightMark } from '../highlights/HighlightMark.tsx'
import { Mark } from '../search/Marked.tsx'
import { SourceInBody } from '../source-chain/SourceInBody.tsx'
import { sourceSpans } from '../source-chain/source-spans.ts'
import styles from './ArticleBlock.module.css'
import { groupCaptionWords } from './caption-words.ts'
import { DateInBody } from './DateInBody.tsx'
import { markDates, spansOfDates } from './mark-dates.ts'
import { Picture } from './Picture.tsx'
import { ScrollRegion } from './ScrollRegion.tsx'
import { WALK_STOP } from './walk-stops.ts'

const css = classNames(styles)

interface Props {
  readonly block: Block
  readonly dates: readonly ReaderDate[]
  /** Whom it names for what it tells; the same object as long as nothing of it changed. */
  readonly sources?: readonly CreditedSource[] | undefined
  /** What of it is highlighted; the same object as long as nothing of it changed. */
  readonly highlights?: BlockHighlights | undefined
  /** What of the block the search found. */
  readonly matches?: readonly Span[] | undefined
  /** The match that was gone to last, where it is in this block. */
  readonly matchNow?: number | undefined
  /** Takes the block out of the body; undefined where the article is only read. */
  readonly onSetAside: ((order: number) => void) | undefined
}

const NO_SOURCES: readonly CreditedSource[] = []

const textOf = (node: { readonly children: readonly unknown[] }): string =>
  node.children
    .map(child => {
      const inner = child as { value?: string; children?: readonly unknown[] }
      return inner.value ?? (inner.children ? textOf({ children: inner.children }) : '')
    })
    .join('')

/** The words above a table, or none. */
const captionOf = (block: Block): string =>
  block.tagName === 'table'
    ? block.children
        .filter(part => part.tagName === 'caption')
        .map(textOf)
        .join('')
    : ''

const hasPicture = (block: Block): boolean =>
  block.tagName === 'figure' && block.children.some(child => child.tagName === 'img')

/** One block of the body, made into elements from its syntax tree: no HTML is ever parsed here. */
export const ArticleBlock = memo(function ArticleBlock({
  block,
  dates,
  sources = NO_SOURCES,
  highlights,
  matches,
  matchNow,
  onSetAside,
}: Props) {
  const { t } = useTranslation()
  const components: Partial<Components> = {
    a: ({ href, children }) => (
      <a href={href} target="_blank" rel="noreferrer" title={href}>
        {children}
      </a>
    ),
    span: ({ children, ...rest }) => {
      const properties = rest as Readonly<Record<string, unknown>>
      const source = sources[Number(properties['data-source'])]
      if (source) return <SourceInBody source={source}>{children}</SourceInBody>
      const index = properties['data-date']
      const date = dates[Number(index)]
      if (!date) return <span>{children}</span>
      return (
        <DateInBody date={date} index={Number(index)}>
          {children}
        </DateInBody>
      )
    },
    mark: ({ children, ...rest }) => {
      const properties = rest as Readonly<Record<string, unknown>>
      const highlight = highlights?.highlights[Number(properties['data-highlight'])]
      if (highlight) return <HighlightMark highlight={highlight}>{children}</HighlightMark>
      const match = Number(properties['data-match'])
      return (
        <Mark match={match} isNow={match === matchNow}>
          {children}
        </Mark>
      )
    },
    figure: ({ children }) => (
      <figure>
        {!hasPicture(block) && <Picture asset={undefined} alt="" />}
        {children}
      </figure>
    ),
    table: ({ children }) => (
      <ScrollRegion label={captionOf(block) || t('reader.table')}>
        <table>{children}</table>
      </ScrollRegion>
    ),
    pre: ({ children }) => (
      <ScrollRegion label={t('reader.preformatted')}>
        <pre className={isAligned(wordsOfBlock(block)) ? css('aligned') : undefined}>{children}</pre>
      </ScrollRegion>
    ),
    img: ({ alt, ...rest }) => {
      const asset = (rest as Readonly<Record<string, unknown>>)['data-asset']
      return <Picture asset={typeof asset === 'string' ? asset : undefined} alt={alt ?? ''} />
    },
  }
  const spans = sourceSpans(sources, spansOfDates(block, dates))
  const credited = wrapSpans(block, spans, { tagName: 'span', property: 'dataSource' })
  const dated = markDates(credited, dates)
  const highlighted = highlights
    ? wrapSpans(dated, highlights.spans, { tagName: 'mark', property: 'dataHighlight' })
    : dated
  const marked = matches
    ? wrapSpans(highlighted, matches, { tagName: 'mark', property: 'dataMatch' })
    : highlighted
  const tree: Root = { type: 'root', children: [groupCaptionWords(marked as Element)] }
  const order = block.properties.dataOrder
  return (
    <div className={css('block')} data-order={order}>
      {toJsxRuntime(tree, { Fragment, jsx, jsxs, components })}
      {onSetAside && (
        <span className={css('action')}>
          <IconButton
            {...WALK_STOP}
            excludeFromTabOrder
            size="small"
            label={t('reader.setAside')}
            aria-description={textOf(block).slice(0, 40)}
            icon={<CircleMinus />}
            onPress={() => onSetAside(order)}
          />
        </span>
      )}
    </div>
  )
})
