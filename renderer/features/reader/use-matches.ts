import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Block } from '../../../electron/core/model/body.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { useCommand } from '../../commands/registry.ts'
import { typedQuery } from '../search/typed-query.ts'
import { type ArticleMatches, articleMatches, NO_MATCHES } from './article-matches.ts'
import type { Span } from './wrap-spans.ts'

export interface MatchesOnShow {
  readonly matches: ArticleMatches
  /** The match that was gone to last; undefined before the first step. */
  readonly now: number | undefined
}

interface Place {
  readonly of: string
  readonly now: number
}

/**
 * What the list's query found in the open article, and the commands that go from one match to the next, from the last
 * on to the first. Escape takes the marks away until the query is another or a step is asked for again.
 */
export function useMatches(
  kept: Output<'clipping:get'> | undefined,
  query: string,
  isOff: boolean,
): MatchesOnShow {
  // A long article is marked once the list has been drawn.
  const shown = useDeferredValue(query)
  const [cleared, setCleared] = useState<string>()
  const [place, setPlace] = useState<Place>()
  const all = useMemo(() => {
    const wanted = kept && typedQuery(shown)
    return wanted ? articleMatches(kept.clipping.title, kept.article.body, wanted) : NO_MATCHES
  }, [kept, shown])
  const matches = isOff || cleared === shown ? NO_MATCHES : all
  const of = `${kept?.clipping.id} ${shown}`
  const now = place?.of === of && matches.count > 0 ? Math.min(place.now, matches.count - 1) : undefined

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
    matches.count > 0
      ? () => {
          setCleared(shown)
          setPlace(undefined)
        }
      : undefined,
  )
  useEffect(() => {
    if (now === undefined) return
    document.querySelector(`#reader [data-match="${now}"]`)?.scrollIntoView({ block: 'center' })
  }, [now])
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
