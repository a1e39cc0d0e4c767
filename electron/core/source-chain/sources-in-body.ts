import { blockText } from '../body/text.ts'
import type { Body } from '../model/body.ts'
import type { CreditedSource } from '../model/credited-source.ts'
import { englishSources } from './en-sources.ts'
import { chineseSources } from './zh-sources.ts'

/** Blocks of running text; what stands under a picture credits a photographer. */
const RUNNING = new Set(['p', 'blockquote', 'ul', 'ol'])

/**
 * Where the text says from whom it has what it tells, in reading order: "据环球网报道", "according to Reuters", "told the
 * AP", "路透社援引知情人士的话". Names are as the sentence has them, nothing is looked up; a sentence that only says that
 * there is a source gives one without a name.
 */
export function sourcesInBody(body: Body): CreditedSource[] {
  return body.children.flatMap(block => {
    if (!RUNNING.has(block.tagName)) return []
    const text = blockText(block)
    const found = [...chineseSources(text), ...englishSources(text)]
      // Of two that overlap the one that begins first counts, then the one that says more.
      .toSorted(
        (a, b) =>
          a.start - b.start || Number(b.by !== undefined) - Number(a.by !== undefined) || b.end - a.end,
      )
    let taken = 0
    return found.flatMap(({ source, by, start, end }): CreditedSource[] => {
      if (start < taken) return []
      taken = end
      const phrase = text.slice(start, end)
      return [
        { source, ...(by !== undefined && { by }), phrase, order: block.properties.dataOrder, start, end },
      ]
    })
  })
}
