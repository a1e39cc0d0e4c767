import type { Page, PageElement } from './page/page.ts'

/** What pages call the parts of themselves that are not the article. Word parts are bounded: `header` is in `headerless`. */
const ASIDE_HINTS =
  /(?:^|[\s_-])(?:comments?(?:list|area|box|s|-?section)?|disqus|livefyre|related\w*|recommend\w*|recirc\w*|sidebar\w*|side-?bar|aside|footer\w*|foot|nav|navi|navbar|navigation|menu\w*|breadcrumbs?|crumbs?|share\w*|sharing|social\w*|newsletter\w*|subscri\w*|signup|sign-up|promo\w*|sponsor\w*|advert\w*|ads?|banner|popup|pop-up|modal|cookie\w*|consent|gdpr|widget|tags?|tag-?list|toolbar|hot\w*|rank\w*|popular|trending|most-?read|outbrain|taboola|copyright|disclaimer|statement|login|search\w*|pager|pagination|page-?nav|read-?more|more-?stories|paywall|qrcode|erweima)(?=$|[\s_-])/u

const ASIDE_TAGS = new Set(['nav', 'aside', 'footer', 'form', 'button', 'menu', 'dialog', 'search', 'label'])

/** Elements that hold so much of the page's text are the page, whatever they are called. */
export function asideElements({ elements, lines }: Page): ReadonlySet<number> {
  const units = [0]
  for (const line of lines)
    units.push((units.at(-1) ?? 0) + (line.measure.isProse && line.linked < 0.5 ? line.measure.units : 0))
  const total = units.at(-1) ?? 0
  const within = ({ firstLine, endLine }: PageElement): number =>
    (units[endLine] ?? 0) - (units[firstLine] ?? 0)
  const found = new Set<number>()
  for (const element of elements) {
    if (found.has(element.parent)) {
      found.add(element.index)
      continue
    }
    if (
      element.tag === 'body' ||
      element.tag === 'html' ||
      element.tag === 'article' ||
      element.tag === 'main'
    )
      continue
    const isNamed = ASIDE_TAGS.has(element.tag) || ASIDE_HINTS.test(element.hints)
    if (isNamed && within(element) < total * 0.4) found.add(element.index)
  }
  return found
}
