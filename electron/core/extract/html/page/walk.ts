import type { Page, PageElement } from './page.ts'

/** The element and those around it, innermost first. */
export function* around({ elements }: Pick<Page, 'elements'>, index: number): Generator<PageElement> {
  for (let at = index; at >= 0; ) {
    const element = elements[at]
    if (element === undefined) return
    yield element
    at = element.parent
  }
}
