import { BookOpen, FileQuestion } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Highlight } from '../../../electron/core/model/highlight.ts'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { useCommand } from '../../commands/registry.ts'
import type { Route } from '../../routing/route.ts'
import { useRoute, useRouteOf } from '../../routing/use-route.ts'
import { selection } from '../../state/selection.ts'
import { useStore } from '../../state/store.ts'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ConfirmationBar } from '../clip/ConfirmationBar.tsx'
import { confirming } from '../clip/confirming.ts'
import { PublishedContext } from '../dates/DateMeaning.tsx'
import { useDateCorrecting } from '../dates/use-date-correcting.tsx'
import { LostHighlights } from '../highlights/LostHighlights.tsx'
import { MarginNotes } from '../highlights/MarginNotes.tsx'
import { useHighlighting } from '../highlights/use-highlighting.tsx'
import { OriginalPage } from '../original-page/OriginalPage.tsx'
import { RelatedStrip } from '../reprints/RelatedStrip.tsx'
import { useSourcesByBlock } from '../source-chain/use-sources-by-block.ts'
import { ArticleBlock } from './ArticleBlock.tsx'
import { ArticleHeader } from './ArticleHeader.tsx'
import { EmptyBody } from './EmptyBody.tsx'
import { FindBar } from './FindBar.tsx'
import { Provenance } from './Provenance.tsx'
import styles from './ReaderPane.module.css'
import { ReaderToolbar } from './ReaderToolbar.tsx'
import { SetAsidePane } from './SetAsidePane.tsx'
import { SetAsideStrip } from './SetAsideStrip.tsx'
import { SeveralSelected } from './SeveralSelected.tsx'
import { selectedWords } from './selected-words.ts'
import { useKeptPlace } from './use-kept-place.ts'
import { matchesIn, NOTHING_FOUND, useMatches } from './use-matches.ts'
import { usePassageToShow } from './use-passage-to-show.ts'
import { useReadingProgress } from './use-reading-progress.ts'
import { walkStops } from './walk-stops.ts'

const css = classNames(styles)

const NO_HIGHLIGHTS: readonly Highlight[] = []

const opened = ({ clipping }: Route) => ({ clipping })

/** The right pane: the open clipping, or what stands there while none is. */
export function ReaderPane({ hasBack }: { readonly hasBack: boolean }) {
  const { t } = useTranslation()
  const { clipping } = useRouteOf(opened)
  const selected = useStore(selection)
  return (
    <section className={css('pane')} aria-label={t('reader.label')}>
      {selected.length > 1 ? (
        <SeveralSelected count={selected.length} hasBack={hasBack} />
      ) : clipping ? (
        <OpenClipping id={clipping} hasBack={hasBack} />
      ) : (
        <EmptyState icon={<BookOpen />} title={t('reader.nothingSelected')}>
          {t('reader.nothingSelectedDetail')}
        </EmptyState>
      )}
    </section>
  )
}

function OpenClipping({ id, hasBack }: { readonly id: string; readonly hasBack: boolean }) {
  const { t } = useTranslation()
  const { pane, filter } = useRoute()
  const { data: kept, error } = useRequest('clipping:get', { id }, { keepPrevious: true })
  const setAside = useChange('clipping:set-block-aside')
  const checking = useStore(confirming)
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLElement>(null)
  /** What was set aside, and the page as it was, stand in the place of the article. */
  const isArticle = pane !== 'set-aside' && pane !== 'original'
  const shownId = kept?.clipping.id
  // Before what goes to a place in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article, or another side of it, starts at the top
  useEffect(() => {
    // Newer Chromium returns a promise here, which must not become the effect's clean-up.
    void scroller.current?.scrollTo(0, 0)
  }, [shownId, isArticle])
  const mark = useRef<HTMLDivElement>(null)
  useReadingProgress(isArticle ? shownId : undefined, scroller, body, mark)
  const highlighting = useHighlighting(kept, body, isArticle)
  const dates = useDateCorrecting(kept, body, isArticle)
  const sources = useSourcesByBlock(kept)
  const keepPlace = useKeptPlace(body, '[data-walk-stop]', kept?.article)
  const [phrase, setPhrase] = useState<string>()
  const isFinding = phrase !== undefined && isArticle
  const found = useMatches(kept, filter.query, phrase, !isArticle)
  useCommand(
    'find-in-article',
    isArticle ? () => setPhrase(before => selectedWords(body.current) ?? before ?? '') : undefined,
  )
  // One function for all renderings: a block is drawn anew only where something of its own changed.
  const takeOut = useRef((_order: number) => {})
  takeOut.current = order => {
    if (!shownId) return
    keepPlace()
    void setAside.run({ id: shownId, order })
  }
  const onSetAside = useCallback((order: number) => takeOut.current(order), [])
  usePassageToShow(kept, body)
  useEffect(() => {
    if (hasBack) document.getElementById('reader')?.focus()
  }, [hasBack])

  useEffect(() => {
    if (confirming.get() && confirming.get()?.id !== id) confirming.set(undefined)
  }, [id])

  if (error) return <EmptyState icon={<FileQuestion />} title={t('reader.notFoundTitle')} />
  if (!kept) return null
  const { clipping, article } = kept
  const lang = clipping.language === 'und' ? undefined : clipping.language
  return (
    <PublishedContext value={typeof clipping.published === 'object' ? clipping.published.edtf : null}>
      <ReaderToolbar clipping={clipping} hasBack={hasBack} {...(isFinding ? NOTHING_FOUND : found)} />
      {isFinding && (
        <FindBar
          phrase={phrase}
          onChange={setPhrase}
          onClose={() => {
            setPhrase(undefined)
            body.current?.focus({ preventScroll: true })
          }}
          {...found}
        />
      )}
      {checking?.id === clipping.id && (
        // Not the key of the page below it: of two siblings with one key React leaves one behind, in another article.
        <ConfirmationBar
          key={`fields of ${clipping.id}`}
          kept={kept}
          onClose={() => {
            confirming.set(undefined)
            document.getElementById('reader')?.focus()
          }}
        />
      )}
      <div className={css('progress')} aria-hidden="true">
        <div ref={mark} className={css('mark')} data-progress="" />
      </div>
      {pane === 'original' ? (
        <OriginalPage key={clipping.id} id={clipping.id} />
      ) : (
        <div ref={scroller} className={css('scroller')} data-scroller="">
          <article
            id="reader"
            tabIndex={-1}
            className={css('article')}
            aria-labelledby={pane === 'set-aside' ? 'set-aside-title' : 'article-title'}
          >
            {pane === 'set-aside' ? (
              <SetAsidePane id={clipping.id} blocks={article.setAside} lang={lang} />
            ) : (
              <>
                <ArticleHeader clipping={clipping} {...found} />
                {clipping.trashedAt && <p className={css('trashed')}>{t('reader.inTrash')}</p>}
                <RelatedStrip clipping={clipping} />
                <SetAsideStrip blocks={article.setAside} />
                {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: the one tab stop of what is within */}
                <section
                  ref={body}
                  className={css('body')}
                  lang={lang}
                  tabIndex={0}
                  aria-label={t('reader.body')}
                  aria-description={t('reader.bodyKeys')}
                  onKeyDown={event => {
                    dates.onKeyDown(event)
                    walkStops(event)
                  }}
                  onClick={event => {
                    if (!dates.onClick(event)) highlighting.onClick(event)
                  }}
                  onContextMenu={highlighting.onContextMenu}
                >
                  {article.body.children.map(block => (
                    <ArticleBlock
                      key={block.properties.dataOrder}
                      block={block}
                      dates={dates.dates}
                      sources={sources.get(block.properties.dataOrder)}
                      highlights={highlighting.of(block)}
                      {...matchesIn(block, found)}
                      onSetAside={onSetAside}
                    />
                  ))}
                </section>
                {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: the one tab stop of what is within */}
                <MarginNotes
                  highlights={article.highlights ?? NO_HIGHLIGHTS}
                  body={body}
                  onOpen={highlighting.open}
                />
                {highlighting.bar}
                {dates.card}
                <LostHighlights highlights={article.highlights ?? []} onOpen={highlighting.open} />
                {article.body.children.length === 0 && <EmptyBody clipping={clipping} article={article} />}
              </>
            )}
          </article>
        </div>
      )}
      <Provenance clipping={clipping} />
    </PublishedContext>
  )
}
