import type { Highlighted } from '../core/library/list-highlights.ts'
import type { Highlight } from '../core/model/highlight.ts'
import { inParallel } from '../store/in-parallel.ts'
import type { Library } from '../store/library.ts'

interface Known {
  readonly revision: number
  readonly highlights: readonly Highlight[]
}

interface All {
  readonly highlighted: readonly Highlighted[]
  /** How many articles could not be read. */
  readonly unread: number
}

/**
 * What is highlighted in an open library. The highlights are in the articles: each is read once, and again when it has
 * another revision. Clippings without a highlight, and those in the trash, are never read.
 */
export class KnownHighlights {
  readonly #library: Library
  #known = new Map<string, Known>()
  #last: { readonly version: number; readonly all: Promise<All> } | undefined

  constructor(library: Library) {
    this.#library = library
  }

  /** As the library is now. Until it changes nothing is looked at again. */
  all(): Promise<All> {
    const { version } = this.#library
    if (this.#last?.version !== version) this.#last = { version, all: this.#gather() }
    return this.#last.all
  }

  async #gather(): Promise<All> {
    const clippings = [...this.#library.state.clippings.values()].filter(
      ({ highlights, trashedAt }) => highlights !== undefined && trashedAt === undefined,
    )
    const known = new Map<string, Known>()
    await inParallel(clippings, async clipping => {
      const { id, articleRevision: revision } = clipping
      const before = this.#known.get(id)
      if (before?.revision === revision) return void known.set(id, before)
      const article = await this.#library.readArticle(clipping)
      if (article.ok) known.set(id, { revision, highlights: article.value.highlights ?? [] })
    })
    this.#known = known
    return {
      highlighted: clippings.flatMap(clipping => {
        const highlights = known.get(clipping.id)?.highlights
        return highlights === undefined ? [] : [{ clipping, highlights }]
      }),
      unread: clippings.length - known.size,
    }
  }
}
