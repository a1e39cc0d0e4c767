import type { Origin } from '../../model/stated.ts'
import type { Head } from '../html/page/head.ts'
import { articlesIn, type StatedArticle, siteIn } from './json-ld.ts'

/** A value that the page's own metadata states, with the words that state it. */
export interface Claim {
  readonly value: string
  readonly origin: Origin
  /** Which statement it is: `datePublished`, `og:title`. */
  readonly name: string
}

/** What the head of a page claims of its article, the most trustworthy first in each list. */
export interface Claims {
  readonly articles: readonly StatedArticle[]
  readonly titles: readonly Claim[]
  /** The page's `<title>`. */
  readonly windowTitle: string
  readonly published: readonly Claim[]
  readonly modified: readonly Claim[]
  readonly authors: readonly Claim[]
  readonly sites: readonly Claim[]
  readonly urls: readonly Claim[]
}

const TITLES = [
  'og:title',
  'twitter:title',
  'parsely-title',
  'sailthru.title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'headline',
  'articletitle',
]
const PUBLISHED = [
  ...[
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'published_time',
    'datepublished',
    'parsely-pub-date',
  ],
  ...[
    'sailthru.date',
    'article.published',
    'cxenseparse:recs:publishtime',
    'cse:pubdate',
    'rnews:datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date.created',
    'dcterms.created',
  ],
  ...[
    'weibo:article:create_at',
    'og:release_date',
    'bytedance:published_time',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'publish_time',
    'publication_date',
    'ptime',
    'article_date_original',
    'originalpublicationdate',
    'datecreated',
    'citation_publication_date',
    'citation_date',
    'dc.date',
    'dcterms.date',
    'date',
    '_pubtime',
    'firstcreatetime',
  ],
]
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
  'lastmod',
  'revised',
  'bytedance:updated_time',
]
const AUTHORS = [
  'article:author',
  'og:article:author',
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.creator',
  'citation_author',
  'byl',
  'article:author_name',
  'article.author',
  'cxenseparse:author',
  'twitter:creator:name',
  'og:author',
  'rnews:author',
]
const SITES = [
  'og:site_name',
  'application-name',
  'apple-mobile-web-app-title',
  'al:ios:app_name',
  'twitter:site:name',
  'dc.publisher',
  'publisher',
  'article:publisher:name',
  'copyright',
]

function metaClaims({ metas }: Head, names: readonly string[]): Claim[] {
  return names.flatMap(name =>
    (metas.get(name) ?? []).map((value): Claim => ({ value, origin: 'meta', name })),
  )
}

const stated = (values: readonly string[], name: string): Claim[] =>
  values.map((value): Claim => ({ value, origin: 'jsonld', name }))

/** Everything that the head and the page's JSON-LD state. */
export function claimsIn(head: Head): Claims {
  const articles = articlesIn(head.jsonLd)
  const [article] = articles
  const site = siteIn(head.jsonLd)
  return {
    articles,
    windowTitle: head.title,
    titles: [
      ...stated(article?.headlines ?? [], 'headline'),
      ...metaClaims(head, TITLES),
      ...(head.title === '' ? [] : [{ value: head.title, origin: 'meta' as const, name: 'title' }]),
    ],
    published: [...stated(article?.published ?? [], 'datePublished'), ...metaClaims(head, PUBLISHED)],
    modified: [...stated(article?.modified ?? [], 'dateModified'), ...metaClaims(head, MODIFIED)],
    authors: [...stated(article?.authors ?? [], 'author'), ...metaClaims(head, AUTHORS)],
    sites: [
      ...metaClaims(head, SITES.slice(0, 1)),
      ...stated(article?.publishers ?? [], 'publisher'),
      ...(site === undefined ? [] : stated([site], 'WebSite')),
      ...metaClaims(head, SITES.slice(1)),
    ],
    urls: [
      ...(head.canonical === undefined
        ? []
        : [{ value: head.canonical, origin: 'meta' as const, name: 'canonical' }]),
      ...metaClaims(head, ['og:url']),
      ...stated(article?.urls ?? [], 'url'),
    ],
  }
}
