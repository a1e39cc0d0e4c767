import { oneOf } from './one-of.ts'

/** What is counted, before or after its number. */
const EITHER = oneOf([
  '阅读',
  '閱讀',
  '浏览',
  '瀏覽',
  '点击',
  '评论',
  '評論',
  '参与',
  '分享',
  '转发',
  '播放',
  'views?',
  'reads?',
  'shares?',
  'comments?',
  'likes?',
])
/** What is counted, before its number or without one. */
const BEFORE = oneOf([
  '浏览量',
  '阅读量',
  '阅读数',
  '点击数',
  '瀏覽數',
  '點擊',
  '收藏',
  '点赞',
  '赞',
  '讚',
  '人气',
  '人氣',
  '參與',
  '围观',
  '观看',
  '字数',
  '字號',
  '字号',
])
/** What is counted, after its number. */
const AFTER = oneOf(['跟贴', 'min(?:ute)?s? read'])

const OPENS = String.raw`\s?[:：]?\s?[(（]?`
const NUMBER = String.raw`[\d.,]*\d[\d.,]*\s?(?:(?!min)[万萬wkm])?\+?`
const TOKEN = new RegExp(
  String.raw`(?<number>${NUMBER})(?<unit>\s?(?:次|人(?![气氣])|条|條))?|(?<before>${BEFORE})${OPENS}|(?<after>${AFTER})|(?<either>${EITHER})${OPENS}|[\s|·•/，,、)）]+`,
  'iuy',
)

/** Where a line of counters may stand: each is words with a number, a number with words, or words alone. */
interface Places {
  /** A counter ends here. */
  readonly isEnd: boolean
  /** It ends with words that may have a number yet. */
  readonly hasWords: boolean
  /** It is a number that needs its words. */
  readonly hasNumber: boolean
}

/**
 * Whether a line is counters alone: `阅读 1.2万 评论(3)`, `12 comments`. Step by step, because a pattern for the whole line
 * tries every way to put numbers and blanks to words, and a bar of ten buttons took it seconds.
 */
export function isCounters(text: string): boolean {
  let at: Places = { isEnd: true, hasWords: false, hasNumber: false }
  let isAny = false
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const groups = TOKEN.exec(text)?.groups
    if (groups === undefined) return false
    const { number, unit, before, after, either } = groups
    const mayBegin = at.isEnd || at.hasWords
    if (number !== undefined)
      at = { isEnd: at.hasWords && unit === undefined, hasWords: false, hasNumber: mayBegin }
    else if (before !== undefined) at = { isEnd: false, hasWords: mayBegin, hasNumber: false }
    else if (after !== undefined) at = { isEnd: at.hasNumber, hasWords: false, hasNumber: false }
    else if (either !== undefined) at = { isEnd: at.hasNumber, hasWords: mayBegin, hasNumber: false }
    else continue
    isAny = true
  }
  return isAny && (at.isEnd || at.hasWords)
}
