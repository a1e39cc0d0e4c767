import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Block } from '../../../electron/core/model/body.ts'
import type { Span } from '../../../electron/core/model/wrap-spans.ts'
import { highlightsIn } from '../../../electron/core/search/highlights.ts'
import { phraseOccurrences } from '../../../electron/core/search/occurrences.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { useCommand } from '../../commands/registry.ts'
import { typedQuery } from '../search/typed-query.ts'
import { type ArticleMatches, articleMatches, type Finder, NO_MATCHES } from './article-matches.ts'

export interface MatchesOnShow {
  readonly matches: ArticleMatches
  /** The match that was gone to last; undefined before the first step. */
  readonly now: number | undefined
}

export const NOTHING_FOUND: MatchesOnShow = { matches: NO_MATCHES, now: undefined }

interface Place {
  readonly of: string
  readonly now: number
}

/** How a query of the list, or a phrase looked for in the article itself, finds its words. */
function finderOf(query: string, phrase: string | undefined): Finder | undefined {
  if (phrase !== undefined) return words => phraseOccurrences(words, phrase)
  const typed = typedQuery(query)
  return typed && ((words, field) => highlightsIn(words, typed, field))
}

/**
 * What the list's query, or in its place a phrase, found in the open article, and the commands that go from one match to
 * the next, from the last on to the first. The first match of a phrase is gone to at once. Escape takes the marks of a
 * query away until it is another or a step is asked for again.
 */
export function useMatches(
  kept: Output<'clipping:get'> | undefined,
  query: string,
  phrase: string | undefined,
  isOff: boolean,
): MatchesOnShow {
  // A long article is marked once the list has been drawn.
  const shownQuery = useDeferredValue(query)
  const shown = phrase === undefined ? shownQuery : `phrase ${phrase}`
  const [cleared, setCleared] = useState<string>()
  const [place, setPlace] = useState<Place>()
  const all = useMemo(() => {
    const find = kept && finderOf(shownQuery, phrase)
    return find ? articleMatches(kept.clipping.title, kept.article.body, find) : NO_MATCHES
  }, [kept, shownQuery, phrase])
  const matches = isOff || (phrase === undefined && cleared === shown) ? NO_MATCHES : all
  const of = `${kept?.clipping.id} ${shown}`
  const gone = place?.of === of ? place.now : phrase === undefined ? undefined : 0
  const now = gone !== undefined && matches.count > 0 ? Math.min(gone, matches.count - 1) : undefined

  const step = (by: 1 | -1) => {
    setCleared(undefined)
    const before = now ?? (by > 0 ? -1 : 0)
    setPlace({ of, now: (before + by + all.count) % all.count })
  }
  const canStep = !isOff && all.count > 0
  useCommand('next-match', canStep ? () => step(1) : undefined)
  useCommand('previous-match', canStep ? () => step(-1) : undefined)
  useCommand(
    'back',
    matches.count > 0 && phrase === undefined
      ? () => {
          setCleared(shown)
          setPlace(undefined)
        }
      : undefined,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same number of another search is another place
  useEffect(() => {
    if (now === undefined) return
    document.querySelector(`#reader [data-match="${now}"]`)?.scrollIntoView({ block: 'center' })
  }, [now, of])
  return { matches, now }
}

/** Those of one block: a step from one match to another draws the two blocks anew that they are in. */
export function matchesIn(
  block: Block,
  { matches, now }: MatchesOnShow,
): { readonly matches: readonly Span[] | undefined; readonly matchNow: number | undefined } {
  const spans = matches.blocks.get(block.properties.dataOrder)
  return { matches: spans, matchNow: spans?.find(({ index }) => index === now)?.index }
}
