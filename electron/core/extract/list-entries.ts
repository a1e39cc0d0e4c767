import { findStamps } from '../dates/stamp.ts'
import type { ListedItem } from '../model/article.ts'
import { creditsIn } from './credit-labels.ts'
import type { Line } from './draft.ts'

/** "3小时前", "2 hours ago", "昨天 12:30", "07-18 09:12": a time that names no year. */
const AGO =
  /^(?:\d{1,3}\s?(?:秒|分钟|分鐘|小时|小時|天|日|周|個?月|个?月|年)前|(?:刚刚|剛剛|昨天|前天|今天|昨日|今日)(?:\s?\d{1,2}[:：]\d{2})?|\d{1,2}[-/月.]\d{1,2}日?(?:\s\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?|\d{1,2}[:：]\d{2}|(?:\d{1,3}|an?|one)\s?(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r?|day|week|month|year)s?\s?(?:ago)?|(?:just now|yesterday|today))$/iu

/** `3. `, `3、`: the rank of an entry is not part of its headline. */
const RANK = /^(?:\d{1,2}[.．、)）]\s?|\d{1,2}\s)(?=\D)/u

const CLOCK_ONLY = /^\d{1,2}[:：]\d{2}$|^\d{1,2}[-/月.]\d{1,2}日?$/u
const WEEKDAY =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:星期|[周週])[一二三四五六日天]/giu

/** A time with a date, or one counted from now, in a line of its own: not a bare hour, which live reports have. */
export const isDatedLine = (line: Line, language: string): boolean =>
  line.text.length <= 60 && !CLOCK_ONLY.test(line.text) && isTimeLine(line, language)

/** A line that is a time and nothing else. */
export function isTimeLine({ text }: Line, language: string): boolean {
  if (text.length > 60) return false
  if (AGO.test(text)) return true
  if (!/\d/.test(text)) return false
  const { credits, stamps, rest } = creditsIn(text, language)
  const isOnlyDate = credits.every(({ role }) => role === 'published' || role === 'updated')
  return stamps.length > 0 && isOnlyDate && rest.replace(WEEKDAY, '').replace(/[^\p{L}]/gu, '').length <= 2
}

/** `标题... 摘要`: a headline cut short and its blurb in one line. */
const CUT_TITLE = /^(?<title>.{2,80}?(?:\.{3}|…+))\s+(?<summary>\S.*)$/u

function itemOf(lines: readonly Line[], language: string): ListedItem {
  const times = lines.filter(line => isTimeLine(line, language))
  const words = lines.filter(line => !times.includes(line)).map(line => line.text)
  const published = times
    .map(line => findStamps(line.text, language)[0]?.edtf)
    .find(edtf => edtf !== undefined)
  const [ranked = lines[0]?.text ?? '', ...rest] = words
  const first = ranked.replace(RANK, '')
  const cut = rest.length === 0 && first.length < 400 ? CUT_TITLE.exec(first)?.groups : undefined
  const inline =
    cut === undefined && published === undefined && rest.length === 0
      ? datedTitle(first, language)
      : undefined
  const summary = cut?.['summary'] ?? (rest.length > 0 ? rest.join(' ') : undefined)
  const when = published ?? inline?.published
  return {
    title: cut?.['title'] ?? inline?.title ?? first,
    ...(summary === undefined ? {} : { summary }),
    ...(when === undefined ? {} : { published: when }),
  }
}

/** `标题 2025-07-18 09:00`: a headline with its date in one line. */
function datedTitle(text: string, language: string): { title: string; published: string } | undefined {
  if (text.length > 200) return undefined
  const stamp = findStamps(text, language).at(-1)
  if (stamp === undefined || stamp.end < text.length - 1 || stamp.start < 4) return undefined
  const title = text.slice(0, stamp.start).replace(/[\s(（|·[—–-]+$/u, '')
  return title === '' || !/^[\s(（|·[—–-]/u.test(text.slice(title.length))
    ? undefined
    : { title, published: stamp.edtf }
}

export interface Entry {
  readonly lines: readonly Line[]
  readonly item: ListedItem
}

/**
 * The entries of a list. Where times stand in lines of their own, each closes (or, if the list starts with one,
 * opens) an entry; else a blurb belongs to the headline above it; else every line is an entry.
 */
export function entriesOf(lines: readonly Line[], language: string): Entry[] {
  return groups(lines, language).map(group => ({ lines: group, item: itemOf(group, language) }))
}

function groups(lines: readonly Line[], language: string): Line[][] {
  const isTime = lines.map(line => isTimeLine(line, language))
  const times = isTime.filter(Boolean).length
  if (times > 0 && lines.length <= times * 4 + 3) return groupsByTime(lines, isTime)
  const hasBlurbs = lines.length >= 2 && lines.filter(isBlurb).length * 3 >= lines.length
  const groupsFound: Line[][] = []
  for (const line of lines) {
    const current = groupsFound.at(-1)
    const isContinuation = hasBlurbs && isBlurb(line) && current?.length === 1 && !current.some(isBlurb)
    if (isContinuation) current?.push(line)
    else groupsFound.push([line])
  }
  return groupsFound
}

const isBlurb = ({ measure, text }: Line): boolean =>
  (measure.isProse || measure.isCut) && !CUT_TITLE.test(text.slice(0, 400))

function groupsByTime(lines: readonly Line[], isTime: readonly boolean[]): Line[][] {
  const opens = isTime[0] === true
  const found: Line[][] = []
  let current: Line[] = []
  for (const [index, line] of lines.entries()) {
    if (opens && isTime[index] === true && current.length > 0) {
      found.push(current)
      current = []
    }
    current.push(line)
    if (!opens && isTime[index] === true) {
      found.push(current)
      current = []
    }
  }
  return current.length > 0 ? [...found, current] : found
}
