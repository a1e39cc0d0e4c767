import { type ReactNode, useState } from 'react'
import { Button as AriaButton, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ArticleDiff, DiffBlock } from '../../../electron/core/model/article-diff.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './DiffView.module.css'
import { foldUnchanged } from './fold-unchanged.ts'

const css = classNames(styles)

const LAYOUTS = ['inline', 'beside'] as const
type Layout = (typeof LAYOUTS)[number]
type Runs = ArticleDiff['title']['runs']
type Side = 'before' | 'after' | 'both'

interface Props {
  readonly diff: ArticleDiff
  /** What the older and the newer text are called. */
  readonly before: string
  readonly after: string
  /** The language of the texts. */
  readonly lang: string | undefined
  /** Whether they stand side by side at first. */
  readonly isBeside?: boolean
}

/** Two texts against each other: headline, numbers, paragraphs; what did not change is folded away. */
export function DiffView({ diff, before, after, lang, isBeside = false }: Props) {
  const { t } = useTranslation()
  const [layout, setLayout] = useState<Layout>(isBeside ? 'beside' : 'inline')
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const isSame = !diff.title.changed && diff.blocks.every(({ kind }) => kind === 'same')
  return (
    <section className={css('diff')} aria-label={t('reprints.diff')}>
      <header className={css('head')}>
        <p className={css('names')}>
          <span>{t('reprints.from', { what: before })}</span>
          <span>{t('reprints.to', { what: after })}</span>
        </p>
        <ToggleButtonGroup
          className={css('layouts')}
          aria-label={t('reprints.how')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[layout]}
          onSelectionChange={([chosen]) => setLayout(LAYOUTS.find(one => one === chosen) ?? layout)}
        >
          {LAYOUTS.map(one => (
            <ToggleButton key={one} id={one} className={css('layout')}>
              {t(`reprints.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </header>
      {isSame && <p className={css('same')}>{t('reprints.same')}</p>}
      <Numbers numbers={diff.numbers} />
      <div lang={lang} className={css('text', layout)}>
        {diff.title.changed && (
          <Row
            layout={layout}
            of={side => <h3 className={css('title')}>{wordsOf(diff.title.runs, side)}</h3>}
          />
        )}
        {foldUnchanged(diff.blocks).map((line, at) =>
          line.kind === 'block' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never changes its lines
            <BlockRow key={at} block={line.block} layout={layout} />
          ) : unfolded.has(at) ? (
            line.blocks.map((block, inner) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same
              <BlockRow key={`${at} ${inner}`} block={block} layout={layout} />
            ))
          ) : (
            <AriaButton
              // biome-ignore lint/suspicious/noArrayIndexKey: the same
              key={at}
              className={css('fold')}
              onPress={() => setUnfolded(new Set([...unfolded, at]))}
            >
              {t('reprints.unchanged', { count: line.blocks.length })}
            </AriaButton>
          ),
        )}
      </div>
    </section>
  )
}

/** What a reader of a correction looks for first. */
function Numbers({ numbers: { before, after } }: { readonly numbers: ArticleDiff['numbers'] }) {
  const { t } = useTranslation()
  if (before.length === 0 && after.length === 0) return null
  const listed = (numbers: readonly string[], Mark: 'del' | 'ins') =>
    numbers.length > 0 ? <Mark>{numbers.join(t('common.listGap'))}</Mark> : t('reprints.noNumber')
  return (
    <p className={css('numbers')}>
      <strong>{t('reprints.numbers')}</strong> {listed(before, 'del')}{' '}
      <span className={css('becomes')}>{t('reprints.becomes')}</span> {listed(after, 'ins')}
    </p>
  )
}

/** A row of the comparison: one text with both in it, or each in its column. */
function Row({ layout, of }: { readonly layout: Layout; readonly of: (side: Side) => ReactNode }) {
  if (layout === 'inline') return <div className={css('row')}>{of('both')}</div>
  return (
    <div className={css('row')}>
      <div>{of('before')}</div>
      <div>{of('after')}</div>
    </div>
  )
}

function wordsOf(runs: Runs, side: Side): ReactNode {
  return runs.map((run, at) => {
    if (run.kind === 'same') return run.text
    if (run.kind === 'removed') {
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a comparison never change
      return side === 'after' ? null : <del key={at}>{run.text}</del>
    }
    // biome-ignore lint/suspicious/noArrayIndexKey: the same
    return side === 'before' ? null : <ins key={at}>{run.text}</ins>
  })
}

function BlockRow({ block, layout }: { readonly block: DiffBlock; readonly layout: Layout }) {
  const { t } = useTranslation()
  const content = (side: Side): ReactNode => {
    switch (block.kind) {
      case 'same':
        return <p className={css('unchanged')}>{block.text}</p>
      case 'changed':
        return <p>{wordsOf(block.runs, side)}</p>
      case 'removed':
        return side === 'after' ? null : (
          <p>
            <span className="visually-hidden">{t('reprints.removedBlock')}</span>
            <del>{block.text}</del>
          </p>
        )
      case 'added':
        return side === 'before' ? null : (
          <p>
            <span className="visually-hidden">{t('reprints.addedBlock')}</span>
            <ins>{block.text}</ins>
          </p>
        )
    }
  }
  return <Row layout={layout} of={content} />
}
