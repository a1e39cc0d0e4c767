import { RecordMap } from '../core/library/record-map.ts'
import type { LibraryState } from '../core/library/state.ts'
import type { Clipping } from '../core/model/clipping.ts'
import { samePageKey } from '../core/similarity/same-page.ts'
import type { Library } from '../store/library.ts'
import { inSlices } from './in-slices.ts'

/** Ids by what the clippings have in common. */
class Groups {
  readonly #ids = new Map<string, Set<string>>()

  of(key: string): ReadonlySet<string> {
    return this.#ids.get(key) ?? new Set()
  }

  add(key: string | undefined, id: string): void {
    if (key === undefined) return
    const ids = this.#ids.get(key)
    if (ids === undefined) this.#ids.set(key, new Set([id]))
    else ids.add(id)
  }

  remove(key: string | undefined, id: string): void {
    if (key === undefined) return
    const ids = this.#ids.get(key)
    ids?.delete(id)
    if (ids?.size === 0) this.#ids.delete(key)
  }
}

/** Which clippings are of one family, one page, one line of versions. */
export interface Relations {
  /** Ids of the clippings that name the family; the one that it began with names it only by its own id. */
  readonly byFamily: Pick<Groups, 'of'>
  /** By {@link samePageKey} of their address. */
  readonly byPage: Pick<Groups, 'of'>
  readonly byPreviousVersion: Pick<Groups, 'of'>
}

const pageOf = ({ url }: Clipping): string | undefined => (url === undefined ? undefined : samePageKey(url))

/** Keeps the relations of a library's clippings up to it, by what changed, in slices of a few milliseconds. */
export class ClippingRelations {
  readonly #library: Pick<Library, 'state'>
  readonly #byFamily = new Groups()
  readonly #byPage = new Groups()
  readonly #byPreviousVersion = new Groups()
  #kept: RecordMap<Clipping> = RecordMap.of([])
  #seen: LibraryState['clippings'] | undefined
  #following: Promise<void> | undefined

  constructor(library: Pick<Library, 'state'>) {
    this.#library = library
  }

  /** The relations as the library is now: good until the caller next waits for something. */
  async upToDate(): Promise<Relations> {
    while (this.#seen !== this.#library.state.clippings || this.#following !== undefined) {
      this.#following ??= this.#follow().finally(() => {
        this.#following = undefined
      })
      await this.#following
    }
    return { byFamily: this.#byFamily, byPage: this.#byPage, byPreviousVersion: this.#byPreviousVersion }
  }

  async #follow(): Promise<void> {
    const { clippings } = this.#library.state
    const after = RecordMap.from(clippings)
    await inSlices(this.#change(this.#kept, after))
    this.#kept = after
    this.#seen = clippings
  }

  *#change(before: RecordMap<Clipping>, after: RecordMap<Clipping>): Generator<string> {
    for (const [id, now] of after.eachChangeSince(before)) {
      const old = before.get(id)
      this.#byFamily.remove(old?.familyId, id)
      this.#byFamily.add(now?.familyId, id)
      if (old?.url !== now?.url) {
        this.#byPage.remove(old === undefined ? undefined : pageOf(old), id)
        this.#byPage.add(now === undefined ? undefined : pageOf(now), id)
      }
      this.#byPreviousVersion.remove(old?.previousVersion, id)
      this.#byPreviousVersion.add(now?.previousVersion, id)
      yield id
    }
  }
}
