import { allMatches } from '../all-matches.ts'
import type { ReportedBy } from '../model/clipping.ts'

/**
 * What credits an outlet in running text. Each pattern has the outlet's name in `source`; the whole match is
 * the phrase. Names are bounded, so that reading is linear.
 */
const NAME_ZH = String.raw`[\p{Script=Han}A-Za-z0-9·]`
const OUTLET_ZH = `(?:网站|網站|网|網|新闻|新聞|报|報|社|周刊|週刊|杂志|雜誌|电视台|電視台|电台|電台|广播公司|廣播公司|消息|客户端|通讯社|通訊社|时报|時報|日报|日報|卫视|在线|公众号|微博|财经|论坛|频道|央视|头条)`
const SAYS_ZH = '(?:报道|報道|報導|消息|披露|刊文|刊登|发文|發文|称|稱|指出|透露|援引)'
const WHEN_ZH = String.raw`(?:(?:\d{1,2}月)?\d{1,2}[日号]|今日|昨日|当天|日前|近日|今天|昨天|早前|稍早|此前|先前)?`

const ZH: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:另据|另據|又据|又據|据|據|综合|綜合)(?:[\p{Script=Han}]{0,4}《(?<quoted>[^》]{2,20})》|(?<source>${NAME_ZH}{1,14}?${OUTLET_ZH}))${WHEN_ZH}(?:的)?(?:${SAYS_ZH})?(?=[,，:：、；。\s“「（(]|$)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:另据|另據|又据|又據|据|據)(?<source>${NAME_ZH}{2,14}?)${WHEN_ZH}(?:报道|報道|報導|消息|披露)(?=[,，:：、；。\s“「（(]|$)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<=^|[，。；？！”」、,.?!;\s])[\p{Script=Han}]{0,4}《(?<quoted>[^》]{2,20})》${WHEN_ZH}(?:报道称|报道|報道|報導|披露|刊文|称|稱|指出|表示)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<=^|[，。；？！”」、,.?!;\s])(?<source>${NAME_ZH}{1,10}?(?:新闻|新聞|日报|日報|时报|時報|晚报|晚報|通讯社|通訊社|电视台|電視台|周刊|週刊|社|网|網))${WHEN_ZH}(?:报道称|报道|報道|報導)`,
    'gu',
  ),
]

const NAME_EN = String.raw`(?:(?:The|the)\s)?\p{Lu}[\p{L}\p{N}&'’.-]*(?:\s(?:of|and|&|\p{Lu}[\p{L}\p{N}&'’.-]*)){0,5}`
const OUTLET_EN =
  /(?:News|Times|Post|Journal|Herald|Tribune|Gazette|Daily|Press|Wire|Agency|Broadcasting|Radio|Television|TV|Magazine|Weekly|Chronicle|Guardian|Observer|Telegraph|Reuters|Bloomberg|AFP|BBC|CNN|Courier|Mail|Mirror|Standard|Star|Sun|Globe|Bulletin|Monitor|Review|Register|Dispatch|Examiner|Sentinel|Ledger|Record|Mercury|Echo|Argus|Report)\b/u
const EN: readonly RegExp[] = [
  new RegExp(
    `(?:[Aa]ccording to|[Aa]s reported by|[Ff]irst reported by|[Rr]eported by) (?<source>${NAME_EN})`,
    'gu',
  ),
  new RegExp(`(?:told|tells|in an interview with|in a statement to) (?<source>${NAME_EN})`, 'gu'),
  new RegExp(
    String.raw`(?<source>${NAME_EN}) (?:first |previously |has |had |also |earlier )?reported\b`,
    'gu',
  ),
]

interface Credit extends ReportedBy {
  readonly at: number
}

const english = (name: string): string => name.replace(/^the\s/iu, '').replace(/['’]s$|[.,]+$/gu, '')

/**
 * The outlets that running text credits, each once, with the words that credit it first, in order of mention:
 * `据环球网报道`, `美国《纽约时报》17日披露`, `according to the Example Times`.
 */
export function reportedBy(paragraphs: readonly string[], language: string): ReportedBy[] {
  const isChinese = language.startsWith('zh')
  const patterns = isChinese ? ZH : language === 'en' ? EN : []
  const found = new Map<string, string>()
  for (const text of paragraphs) {
    const credits = patterns
      .flatMap(pattern =>
        allMatches(text, pattern).map((match): Credit => {
          const { quoted, source = '' } = match.groups ?? {}
          const name = quoted ?? source
          return { at: match.index, phrase: match[0].trim(), source: isChinese ? name : english(name) }
        }),
      )
      .filter(({ source }) => (isChinese ? !NOT_OUTLET.test(source) : OUTLET_EN.test(source)))
      .toSorted((a, b) => a.at - b.at || b.phrase.length - a.phrase.length)
    let taken = 0
    for (const { at, source, phrase } of credits) {
      if (at < taken) continue
      taken = at + phrase.length
      if (!found.has(source)) found.set(source, phrase)
    }
  }
  return [...found].map(([source, phrase]) => ({ source, phrase }))
}

/** 据悉, 据了解, 据介绍 and the like credit nobody. */
const NOT_OUTLET =
  /^(?:据|據|另据|又据|悉|了解|瞭解|介绍|介紹|统计|統計|估计|最新|有关|有關|相关|此前|该|該|本报|本報|公开|初步|外媒|媒体|媒體|当地|當地|知情|多家|内部)|^(?:消息|新闻|新聞|网|社|报)$|记者|記者|^.$/u
