import type { Page, PageElement } from './page/page.ts'

/** What pages call the parts of themselves that are not the article; whole words of a class or id. */
const ASIDE_HINTS =
  /(?:^|[\s_-])(?:comments?(?:list|area|box|s|-?section)?|disqus|livefyre|related\w*|recommend\w*|recirc\w*|sidebar\w*|side-?bar|aside|footer\w*|foot|nav|navi|navbar|navigation|menu\w*|breadcrumbs?|crumbs?|share\w*|sharing|social\w*|newsletter\w*|subscri\w*|signup|sign-up|promo\w*|sponsor\w*|advert\w*|ads?|banner|tags?|tag-?list|toolbar|hot\w*|rank\w*|popular|trending|most-?read|outbrain|taboola|copyright|disclaimer|statement|login|search\w*|pager|pagination|page-?nav|read-?more|more-?stories|qrcode|erweima|author-?(?:bio|box|info)|bio|teasers?|infobox|promobox|poll|opinary|cta|affiliate\w*|abo-?box)(?=$|[\s_-])/u

/** Dialogs over the page. Their text can be longer than a short article's. */
const DIALOG_HINTS =
  /(?:^|[\s_-])(?:cookies?\w*|consent\w*|gdpr|ccpa|onetrust|ot-sdk\w*|didomi\w*|cmp\w*|usercentrics|popup|pop-up|modal|lightbox|overlay|dialog|toast|disqus_thread|comments?|commentlist|comment-?list|comment-?area)(?=$|[\s_-])/u

/** What pages call the article's own text, whatever else the same element is called. */
const TEXT_HINTS =
  /(?:article|story|post|entry|news|main)[_-]*(?:body|content|text|detail)|content[_-]*(?:body|article|main)|(?:^|\s)(?:articlebody|body__content|art_?content|zhengwen)/u

const ASIDE_TAGS = new Set(['nav', 'aside', 'footer', 'form', 'button', 'select', 'menu', 'search', 'label'])

const MOST = 0.4
const MOST_OF_DIALOG = 0.95

/** Elements that are not part of the article as the page itself calls them, with all that is in them. */
export function asideElements({ elements, lines }: Page): ReadonlySet<number> {
  const units = [0]
  for (const line of lines)
    units.push((units.at(-1) ?? 0) + (line.measure.isProse && line.linked < 0.5 ? line.measure.units : 0))
  const total = units.at(-1) ?? 0
  const within = ({ firstLine, endLine }: PageElement): number =>
    (units[endLine] ?? 0) - (units[firstLine] ?? 0)
  const found = new Set<number>()
  const dialogs = new Set<number>()
  for (const element of elements) {
    const share = within(element) / Math.max(1, total)
    if (dialogs.has(element.parent) || (isDialog(element) && share < MOST_OF_DIALOG))
      dialogs.add(element.index)
    else if (isText(element, share)) continue
    if (dialogs.has(element.index) || found.has(element.parent) || isAside(element, share))
      found.add(element.index)
  }
  return found
}

/** So much of the page's text in what is called an article is one, not a card that announces one. */
const ARTICLE = 0.15

const isText = ({ tag, hints }: PageElement, share: number): boolean =>
  tag === 'html' ||
  tag === 'body' ||
  tag === 'main' ||
  (share > ARTICLE && (tag === 'article' || TEXT_HINTS.test(hints)))

const isDialog = ({ tag, hints, attributes }: PageElement): boolean =>
  tag !== 'html' &&
  tag !== 'body' &&
  (tag === 'dialog' || DIALOG_HINTS.test(hints) || /dialog/u.test(attributes.get('role') ?? ''))

/** An element that holds much of the page's text is the page, whatever it is called. */
const isAside = ({ tag, hints }: PageElement, share: number): boolean =>
  tag !== 'p' && share < MOST && (ASIDE_TAGS.has(tag) || ASIDE_HINTS.test(hints))
