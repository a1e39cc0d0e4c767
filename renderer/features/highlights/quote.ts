import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { linkTo } from '../../../electron/core/model/clipping-link.ts'
import { formatDate } from '../../i18n/format-date.ts'
import type { Language } from '../../i18n/language.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, character => `&#${character.codePointAt(0)};`)

/** What a quotation names as its origin, each only where the document states it. */
export type Quoted = Pick<Clipping, 'id' | 'title' | 'bylines' | 'source' | 'published' | 'url'> & {
  /** Whose words they are, where the article quotes somebody. */
  readonly speaker?: string | null
}

/**
 * A passage with where it is from (who, which outlet, its headline, when, the page), as Markdown and as HTML for a
 * program that takes rich text. What is not stated is left out. The last link leads to the clipping, in this app.
 */
export function quoteOf(
  passage: string,
  { id, title, bylines, source, published, url, speaker }: Quoted,
  language: Language,
): { text: string; html: string } {
  const isChinese = language === 'zh-Hans'
  const names = bylines.join(isChinese ? '、' : ', ')
  const headline = isChinese ? `《${title}》` : `“${title}”`
  const date = typeof published === 'object' ? formatDate(published.edtf, language) : ''
  const join = (parts: readonly string[]) => parts.filter(part => part !== '').join(isChinese ? '，' : ', ')
  const saidBefore = speaker ? (isChinese ? `${speaker}；引自` : `${speaker}; quoted in `) : ''
  const origin = [names, source?.name ?? '']
  const [own, ownName] = [linkTo(id), isChinese ? '剪报' : 'clipping']
  const lines = passage.split('\n').map(line => line.trim())
  const link = url === undefined ? headline : `[${headline.replaceAll(/[[\]]/gu, '\\$&')}](<${url}>)`
  const anchor = url === undefined ? escaped(headline) : `<a href="${escaped(url)}">${escaped(headline)}</a>`
  return {
    text: `${lines.map(line => `> ${line}`.trimEnd()).join('\n')}\n>\n> —— ${saidBefore}${join([...origin, link, date, `[${ownName}](<${own}>)`])}\n`,
    html: `<blockquote>${lines.map(line => `<p>${escaped(line)}</p>`).join('')}<p>—— ${escaped(saidBefore)}${join(
      [...origin.map(escaped), anchor, escaped(date), `<a href="${own}">${ownName}</a>`],
    )}</p></blockquote>`,
  }
}
