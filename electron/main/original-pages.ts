import { createHash } from 'node:crypto'
import type { LeftOut } from '../core/model/original-page.ts'
import { ORIGINALS_PATH } from './origin.ts'

interface ShownPage {
  /** In the window's own origin. */
  readonly address: string
  readonly leftOut: LeftOut
}

interface KeptPage extends ShownPage {
  readonly html: string
}

/** Those that were looked at last: going back to one need not make it again. */
const MOST = 4

/** Holds the originals that the window shows, each under an address that its content names. */
export class OriginalPages {
  /** The last one used stands last. */
  readonly #pages = new Map<string, KeptPage>()

  /** The page that was put under a key, while it is still held. */
  get(key: string): ShownPage | undefined {
    const page = this.#pages.get(key)
    if (page === undefined) return undefined
    this.#pages.delete(key)
    this.#pages.set(key, page)
    return page
  }

  put(key: string, html: string, leftOut: LeftOut): ShownPage {
    const name = createHash('sha256').update(html).digest('hex')
    const page = { address: `${ORIGINALS_PATH}${name}`, leftOut, html }
    this.#pages.set(key, page)
    const [oldest] = this.#pages.keys()
    if (this.#pages.size > MOST && oldest !== undefined) this.#pages.delete(oldest)
    return page
  }

  /** What an address holds. */
  at(address: string): string | undefined {
    return [...this.#pages.values()].find(page => page.address === address)?.html
  }
}
