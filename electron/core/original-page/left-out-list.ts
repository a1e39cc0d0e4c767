import { type LeftOut, NOT_LOADED_KINDS, type NotLoaded, type NotLoadedKind } from '../model/original-page.ts'

/** More than anybody reads; all are counted. */
const MOST_LISTED = 300
const LONGEST = 300

/** Counts what a page is shown without. */
export class LeftOutList {
  private readonly counts = new Map<NotLoadedKind, number>(NOT_LOADED_KINDS.map(kind => [kind, 0]))
  private readonly first: NotLoaded[] = []

  add(kind: NotLoadedKind, address: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1)
    if (this.first.length >= MOST_LISTED) return
    const text = address.trim()
    // What is written into the page has no address.
    this.first.push({
      kind,
      address: /^data:/iu.test(text) ? '' : text.slice(0, LONGEST).replace(/\p{Cs}/gu, ''),
    })
  }

  get value(): LeftOut {
    const count = (kind: NotLoadedKind): number => this.counts.get(kind) ?? 0
    return {
      counts: {
        script: count('script'),
        picture: count('picture'),
        style: count('style'),
        font: count('font'),
        media: count('media'),
        frame: count('frame'),
        form: count('form'),
        hint: count('hint'),
      },
      first: this.first,
    }
  }
}
