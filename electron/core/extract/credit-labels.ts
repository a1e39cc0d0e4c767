import { allMatches } from '../all-matches.ts'
import { findStamps, type Stamp } from '../dates/stamp.ts'
import { isFurniture } from './phrases.ts'

/** What a labelled part of a line states. `other` is a label that no field holds (校对, 关键词). */
export type Role = 'source' | 'author' | 'editor' | 'photo' | 'published' | 'updated' | 'other'

export interface Credit {
  readonly role: Role
  readonly value: string
  /** From the label to the end of the value. */
  readonly start: number
  readonly end: number
}

export interface Credits {
  readonly credits: readonly Credit[]
  readonly stamps: readonly Stamp[]
  /** What is neither labelled nor a date, with separators trimmed. */
  readonly rest: string
  /** The line holds nothing else: it states fields and is not running text. */
  readonly isWhole: boolean
}

/** Lines longer than this are not read for labels. */
const LONGEST = 240

const LABELS: readonly (readonly [Role, string])[] = [
  [
    'source',
    '(?:文章|本文|稿件|信息|消息|新闻|新聞|资料|資料|内容|內容|图文|综合|資訊|资讯)?(?:来源|來源|出处|出處)(?:于|於|自)?|稿源|转自|轉自|转载自|sources?|via',
  ],
  [
    'editor',
    '(?:本期|本文|责任|責任|执行|值班|网络|網路|本版|新媒体|微信|美术|文字|视频|见习|实习|助理|初审|复审|終審|终审)?(?:编辑|編輯|主编|主編)|责编|責編|编审|(?:edited|editing)(?: by)?|editors?',
  ],
  [
    'photo',
    '图源|圖源|(?:图片|圖片|配图|题图|封面|头图|照片)(?:来源|來源|提供)?|(?:摄影|攝影)(?:记者|記者)?|供图|供圖|图|圖|photo(?:graph)?s?(?: by| credit)?|(?:picture|image)s?(?: by| credit)?|credit',
  ],
  [
    'author',
    '(?:文章|本文|原文)?作者|(?:本报|本報|特约|特派|首席|见习|實習|实习)?(?:记者|記者)|撰文|撰稿人?|采写|採寫|采访|文字|通讯员|通訊員|文|(?:written|reported|reporting|words|story)(?: by)|authors?',
  ],
  [
    'published',
    '(?:发布|發布|發佈|发表|發表|刊登|上线)(?:时间|時間|日期|于|於|時間)?|(?:时间|時間|日期)|(?:first )?published(?: on| at)?|posted(?: on| at)?|publication date|date|veröffentlicht|publié(?: le)?|publicado(?: el)?|pubblicato(?: il)?|erstellt',
  ],
  [
    'updated',
    '(?:最后|最後)?(?:更新|修改)(?:时间|時間|日期|于|於)?|(?:last )?(?:updated|modified)(?: on| at)?|mis à jour(?: le)?|aktualisiert|actualizado',
  ],
  [
    'other',
    '(?:责任)?(?:校对|校對)|(?:一审|二审|三审|审核|審核|监制|監製|统筹|策划|排版|设计|值班主任|签发|出品|编译|翻译|翻譯|制图|剪辑|配音|主播|版式)|(?:所属|所屬)?(?:分类|分類|栏目|欄目|专题|專題)|关键词|關鍵字|关键字|标签|標籤|分类|分類|栏目|原标题|原標題|原题|阅读|浏览|点击|评论|人气|热度|字数|tags?|keywords?|topics?|filed under|category|categories|additional reporting(?: by)?|with files from',
  ],
]

const SEPARATOR = String.raw`\s?(?:[:：]|[/／|｜丨](?=\s?[\p{Script=Han}\p{Lu}]))\s?`
/** Labels that a space may part from the name: `记者 张三`, `责任编辑 李四`, `Editing by Ann Lee`. */
const SPACED =
  '(?:本报|本報|特约|见习|实习)?(?:记者|記者)|(?:责任|責任)(?:编辑|編輯)|责编|責編|撰文|摄影|攝影|编辑|編輯|作者|通讯员|reporting by|additional reporting by|editing by|written by|published(?: on| at)?|(?:last )?(?:updated|modified)(?: on| at)?|posted(?: on| at)?|来源|來源|发布于|发表于|發布於|更新于|更新於|via'
const BOUNDARY = String.raw`(?<=^|[\s|｜,，;；、()（）【】\[\]·•…。.\d/／])`

const LABEL = new RegExp(
  `${BOUNDARY}(?:${LABELS.map(([role, source]) => `(?<${role}>${source})`).join('|')})(?:${SEPARATOR})`,
  'giu',
)
/** A name written right after its label: `记者王小明`. */
const GLUED = String.raw`(?!\p{Script=Han}{1,4}[摄攝])(?=\p{Script=Han}{2,4}(?:[\s、,，)）|]|$))`
/** A date written right after its label: `发表于2005年09月07日`. */
const GLUED_DATE = '(?:发表|發表|发布|發布|發佈|刊登|更新|编辑)[于於](?=\\s?\\d)'
const SPACED_LABEL = new RegExp(
  `${BOUNDARY}(?:(?<label>${SPACED})(?:\\s(?=[\\p{L}\\d])|${GLUED})|(?<dated>${GLUED_DATE}))`,
  'giu',
)
const WHOLE_LABELS = LABELS.map(([role, source]) => [role, new RegExp(`^(?:${source})$`, 'iu')] as const)

const roleOf = (label: string): Role =>
  WHOLE_LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? 'other'

/** What every label needs: most lines of a page have none of it, and are passed over at once. */
const MAY_LABEL =
  /[:：/／|｜丨]|记者|記者|编辑|編輯|责编|責編|撰文|摄影|攝影|作者|通讯员|来源|來源|发布|發布|發佈|发表|發表|刊登|更新|\b(?:by|published|updated|modified|posted|via)\b/iu

interface Mark {
  readonly role: Role
  readonly start: number
  readonly valueStart: number
}

function marksIn(text: string): Mark[] {
  if (!MAY_LABEL.test(text)) return []
  const marks: Mark[] = []
  for (const match of allMatches(text, LABEL)) {
    const role = LABELS.find(([name]) => match.groups?.[name] !== undefined)?.[0] ?? 'other'
    marks.push({ role, start: match.index, valueStart: match.index + match[0].length })
  }
  for (const match of allMatches(text, SPACED_LABEL)) {
    const isKnown = marks.some(
      mark => match.index < mark.valueStart && match.index + match[0].length > mark.start,
    )
    if (isKnown) continue
    const label = match.groups?.['label'] ?? match.groups?.['dated'] ?? ''
    marks.push({ role: roleOf(label), start: match.index, valueStart: match.index + match[0].length })
  }
  return marks.toSorted((a, b) => a.start - b.start)
}

/** Characters that a weekday takes between a label and its date. */
const WEEKDAY = 11

const VALUE_END = /\s{2,}|[|｜\t()（）【】[\];；]|\s[·•]\s|\.\s|。|\s(?=\d{1,4}[-/年.]\d)/u
const EDGE = /^[\s|｜,，;；、()（）【】[\]·•:：/／>».。—–-]+|[\s|｜,，;；、()（）【】[\]·•:：/／>»—–-]+$/gu

/** The labelled parts, dates and rest of a line. */
export function creditsIn(text: string, language: string): Credits {
  if (text.length > LONGEST) return { credits: [], stamps: [], rest: text, isWhole: false }
  const stamps = findStamps(text, language)
  const marks = marksIn(text)
  const credits = marks.map((mark, index): Credit => {
    const limit = Math.min(
      marks[index + 1]?.start ?? text.length,
      ...stamps.filter(stamp => stamp.start >= mark.valueStart).map(stamp => stamp.start),
    )
    const value = text.slice(mark.valueStart, limit)
    const dated = stamps.find(
      stamp => stamp.start >= mark.valueStart && stamp.start <= mark.valueStart + WEEKDAY,
    )
    if (dated !== undefined && (mark.role === 'published' || mark.role === 'updated'))
      return { role: mark.role, value: text.slice(dated.start, dated.end), start: mark.start, end: dated.end }
    const cut = VALUE_END.exec(value)
    const end = mark.valueStart + (cut === null ? value.length : cut.index)
    const words = text.slice(mark.valueStart, end).replace(EDGE, '')
    const role = mark.role === 'author' && /[摄攝]$/u.test(words) ? 'photo' : mark.role
    return { role, value: words, start: mark.start, end }
  })
  const rest = restOf(text, [...credits, ...stamps])
  return { credits, stamps, rest, isWhole: isWhole(credits, stamps, rest) }
}

function restOf(text: string, parts: readonly { start: number; end: number }[]): string {
  let rest = ''
  let at = 0
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    if (part.start > at) rest += ` ${text.slice(at, part.start)}`
    at = Math.max(at, part.end)
  }
  return (rest + (at < text.length ? ` ${text.slice(at)}` : ''))
    .replace(/[()（）【】[\]]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(EDGE, '')
}

function isWhole(credits: readonly Credit[], stamps: readonly Stamp[], rest: string): boolean {
  if (credits.length === 0 && stamps.length === 0) return false
  if (credits.some(({ value }) => value.length > 80 || /[。！？!?]./u.test(value))) return false
  return (
    rest.length <= 12 ||
    isFurniture(rest) ||
    (stamps.length > 0 && rest.length <= 40 && !/[。，,]/u.test(rest))
  )
}
