import type { PageLine } from './page/page.ts'

/** The hundred most frequent surnames (Ministry of Public Security, 2020) and frequent double ones: a name begins with one. */
const SURNAME =
  '(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金贾賈韦韋夏傅方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬伊文风葛柏俞涂温庄柳岳鲁裴翁])'
const NAME = String.raw`${SURNAME}\s?\p{Script=Han}{1,2}`
const NAMES = String.raw`${NAME}(?:[\s、,，/／]{1,3}${NAME}){0,5}(?!\p{Script=Han})`
const REPORTER = '(?:记者|記者|实习生|實習生|通讯员|通訊員|特约撰稿人?|撰稿人?|特派员|评论员|編譯|编译)'

/** `（记者 李四）`, `（总台记者 张三 王五）` at the end of a text, `（袁源）` in a line of its own. */
const CLOSING = new RegExp(
  String.raw`[（(\[【]\s*(?:\p{Script=Han}{0,10}${REPORTER}[\s:：/]*|文[:：/]\s*|作者[:：]?\s*)(?<names>${NAMES})[^（()）]{0,12}[)）\]】]\s*。?$`,
  'u',
)
const CLOSING_BARE = new RegExp(String.raw`^[（(\[【]\s*(?<names>${NAMES})\s*[)）\]】]$`, 'u')
/** `□ 本报记者 葛灵丹`, `新京报记者 彭冲 山东冠县报道`, `河南商报记者马俊峰/文`. */
const OPENING = new RegExp(
  String.raw`^[□■●◎◆\s]*(?:文\s?[/|｜]\s?)?[\p{Script=Han}·A-Za-z]{0,14}${REPORTER}\s*(?<names>${NAMES.replace(String.raw`(?!\p{Script=Han})`, '')})(?=[\s/／|｜)）]|$|文|摄|报道|報道)`,
  'u',
)
const BRACKETED = new RegExp(String.raw`\[\s*(?<names>${NAMES})\s*\]`, 'u')
const ALONE = new RegExp(String.raw`^(?:文\s?[/|｜:：]\s?)?(?<names>${NAMES})$`, 'u')
/** `张三 发表于 2005-9-15`, `发布时间 … by 张三`: accounts. */
const ACCOUNT =
  /^(?<names>[\p{L}\p{N}_-]{2,20})\s+(?:发表|發表|发布)于\s|\sby\s(?<by>[\p{L}\p{N}_-]{2,20})(?:\s|$)/u

const LONGEST = 60
const LONGEST_OWN = 40

const split = (names: string): string[] =>
  names
    .split(/[、,，/／]|\s+(?=\p{Script=Han}{2,})/u)
    .map(name => name.replace(/\s+/gu, ''))
    .filter(name => name.length >= 2)

const namesBy = (pattern: RegExp, text: string): string[] => {
  const groups = pattern.exec(text)?.groups
  return split(groups?.['names'] ?? groups?.['by'] ?? '')
}

/** Names that a short line above or in the beginning of a Chinese text signs it with. */
export function openingSignature({ text }: PageLine, isBelowTitle: boolean): string[] {
  if (text.length > LONGEST) return []
  for (const pattern of [OPENING, BRACKETED, ACCOUNT]) {
    const names = namesBy(pattern, text)
    if (names.length > 0) return names
  }
  return isBelowTitle ? namesBy(ALONE, text) : []
}

/** Names in brackets, or in a line of a reporter's own, that close a Chinese text, with the words that state them. */
export function closingSignature({ text }: PageLine): { names: string[]; evidence: string } | undefined {
  const own = text.length > LONGEST_OWN ? [] : namesBy(OPENING, text)
  if (own.length > 0) return { names: own, evidence: text }
  for (const pattern of [CLOSING, CLOSING_BARE]) {
    const match = pattern.exec(text.slice(-80))
    if (match !== null) return { names: split(match.groups?.['names'] ?? ''), evidence: match[0] }
  }
  return undefined
}
