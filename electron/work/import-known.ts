import type { Clipping } from '../core/model/clipping.ts'
import { samePageKey } from '../core/similarity/same-page.ts'
import { forEachInTurns } from '../store/in-turns.ts'
import type { Library } from '../store/library.ts'
import type { ReadItem } from './read-item.ts'
import { textDigestOf } from './text-digest.ts'

/** A clipping that an item may be the same as. */
interface Known {
  readonly id: string
  readonly isTrashed: boolean
  /** Of a clipping that this import brought; of others it is worked out when it is asked for. */
  readonly textDigest?: string
  readonly isLink: boolean
}

/** What an import asks a library for; what it keeps goes through its target. */
export type AskedLibrary = Pick<Library, 'directory' | 'state' | 'readArticle'>

/** What the library has, as far as an import has to know it, with what the import itself has added. */
export class KnownClippings {
  readonly #library: AskedLibrary
  readonly #byOriginal = new Map<string, Known>()
  readonly #byPage = new Map<string, Known[]>()

  private constructor(library: AskedLibrary) {
    this.#library = library
  }

  /** Looks through the whole library, in turns: a large one takes a while. */
  static async of(library: AskedLibrary): Promise<KnownClippings> {
    const known = new KnownClippings(library)
    await forEachInTurns(library.state.clippings.values(), clipping => known.#take(clipping))
    return known
  }

  #take({ id, url, originals, trashedAt, length }: Clipping): void {
    const known = { id, isTrashed: trashedAt !== undefined, isLink: length === 0 }
    for (const { sha256 } of originals) this.#add(sha256, url, known)
  }

  #add(sha256: string, url: string | undefined, known: Known): void {
    const before = this.#byOriginal.get(sha256)
    if (before === undefined || before.isTrashed) this.#byOriginal.set(sha256, known)
    const page = url === undefined ? undefined : samePageKey(url)
    if (page === undefined) return
    const others = this.#byPage.get(page) ?? []
    if (!others.some(({ id }) => id === known.id)) this.#byPage.set(page, [...others, known])
  }

  /** An item that is about to be kept under the id. */
  add(id: string, { original, url, textDigest, trashed, isLink }: ReadItem): void {
    this.#add(original.sha256, url, { id, isTrashed: trashed, textDigest, isLink })
  }

  /** The clipping that has the very bytes. One in the trash counts only for an item that is trashed itself. */
  sameOriginal({ original, trashed }: ReadItem): string | undefined {
    const known = this.#byOriginal.get(original.sha256)
    return known === undefined || (known.isTrashed && !trashed) ? undefined : known.id
  }

  /** Clippings of the same address, the newest first. */
  samePage({ url, trashed }: ReadItem): readonly Known[] {
    const page = url === undefined ? undefined : samePageKey(url)
    const known = page === undefined ? [] : (this.#byPage.get(page) ?? [])
    return known.filter(({ isTrashed }) => trashed || !isTrashed).toReversed()
  }

  /** {@link textDigestOf} the clipping's text; undefined where it cannot be read. */
  async textDigest({ id, textDigest }: Known): Promise<string | undefined> {
    if (textDigest !== undefined) return textDigest
    const clipping = this.#library.state.clippings.get(id)
    const article = clipping === undefined ? undefined : await this.#library.readArticle(clipping)
    return article?.ok === true ? textDigestOf(article.value.body) : undefined
  }
}
