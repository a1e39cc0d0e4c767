import { toBase64 } from '@exodus/bytes/base64.js'
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import style from '../../../../resources/export/page.css?raw'
import script from '../../../../resources/export/page.js?raw'
import { articleName } from '../article-title.ts'
import { element } from '../book/element.ts'
import { dateInWords, instantInWords } from '../stated-date.ts'
import { webArticle } from '../web/article.ts'
import { picturesOf } from '../web/pictures.ts'
import { wordsOf } from '../words.ts'
import type { ExportSource } from '../writer.ts'
import { contentsOf, timelineOf } from './navigation.ts'
import { type Period, periodsOf } from './periods.ts'

/**
 * A collection as one HTML file that needs nothing else: pictures are in it, its own style and script are all that its
 * policy allows, by their SHA-256, and it connects to nothing. It is whole without the script, which searches it. Text
 * becomes markup only through hast-util-to-html, article by article.
 */
export async function* htmlPage(source: ExportSource): AsyncGenerator<string> {
  const { language, clippings, title } = source
  const words = wordsOf(language)
  const periods = periodsOf(clippings)
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policyOf(source) }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'generator', content: 'Cuttings' }),
    element('title', {}, title),
    // Nothing in our style or script could end its element.
    element('style', {}, style),
  )
  yield `<!doctype html>\n<html lang="${language}">\n${toHtml(head)}\n<body>\n`
  yield toHtml(
    element(
      'div',
      { className: ['side'] },
      element(
        'header',
        { className: ['cover'] },
        element('h1', { dir: 'auto' }, title),
        element(
          'p',
          { className: ['count'] },
          [words.articles(source.articles), ...spanOf(periods, source)].join(' · '),
        ),
        element(
          'p',
          { className: ['created'] },
          `${words.created}${words.colon}${instantInWords(source.createdAt, language)}`,
        ),
      ),
      toolsOf(source),
      ...timelineOf(periods, language),
      contentsOf(clippings, periods, language),
    ),
  )
  yield '\n<main>\n'
  let index = 0
  for await (const entry of source.entries()) {
    const pictures = new Map<string, string>()
    for await (const { sha256, mediaType, bytes } of picturesOf(entry.article, source))
      pictures.set(sha256, `data:${mediaType};base64,${toBase64(bytes)}`)
    const article = webArticle(entry, {
      language,
      name: articleName(index),
      image: sha256 => pictures.get(sha256),
      level: 2,
    })
    yield `${toHtml(withSafeLinks(article))}\n`
    index += 1
  }
  yield `${toHtml(element('p', { className: ['made'] }, words.madeWith))}\n</main>\n${toHtml(element('script', {}, script))}\n</body>\n</html>\n`
}

/** The first and the last period, at their own precision. */
function spanOf(periods: readonly Period[], { language }: ExportSource): string[] {
  const dated = periods.filter(({ key }) => key !== '')
  const [first, last] = [dated[0]?.key, dated.at(-1)?.key]
  if (first === undefined || last === undefined) return []
  return [dateInWords(first === last ? first : `${first}/${last}`, language)]
}

function policyOf({ digest, encode }: ExportSource): string {
  const hashOf = (text: string) => `'sha256-${toBase64(digest(encode(text)))}'`
  return [
    "default-src 'none'",
    'img-src data:',
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Shown by the script alone: without it they could do nothing. */
function toolsOf({ language, articles }: ExportSource): Element {
  const words = wordsOf(language)
  return element(
    'div',
    { className: ['tools'], hidden: true },
    element('input', {
      type: 'search',
      id: 'search',
      placeholder: `${words.search} (/)`,
      ariaLabel: words.search,
      autoComplete: ['off'],
      spellCheck: 'false',
    }),
    element(
      'button',
      { type: 'button', id: 'theme', ariaLabel: words.appearance, title: words.appearance },
      '◐',
    ),
    element('p', {
      id: 'found',
      role: 'status',
      dataFound: words.found('#', articles),
      dataNothing: words.nothingFound,
    }),
  )
}

/** What is opened from the page learns nothing of it. */
function withSafeLinks(node: Element): Element {
  const children = node.children.map(child => (child.type === 'element' ? withSafeLinks(child) : child))
  const href = node.tagName === 'a' ? node.properties['href'] : undefined
  if (typeof href !== 'string' || href.startsWith('#')) return { ...node, children }
  return { ...node, properties: { ...node.properties, rel: ['noreferrer', 'noopener'] }, children }
}
