import { allMatches } from '../all-matches.ts'
import type { FoundSource } from './found-source.ts'

const LETTER = String.raw`[\p{Script=Han}\p{L}\p{N}·&.“”"]`
/** Who it is: a title in its marks with what stands before it, or a name. Bounded, so that reading is linear. */
const WHO = `(?:[\\p{Script=Han}]{0,8}《[^》\\n]{2,24}》(?:[\\p{Script=Han}]{0,6})??|${LETTER}{2,24}?)`
const DAY = String.raw`(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号]|今日|昨日|今天|昨天|当天|当地时间|日前|近日|早前|此前|稍早|先前|上周|本周|周[一二三四五六日]){0,3}`
const REPORT = '(?:报道|報道|報導|消息|披露|爆料|刊文|发文|發文)'
const TELLS =
  '(?:透露|介绍|介紹|称|稱|说|說|表示|指出|统计|統計|通报|通報|公告|发布|發布|公布|显示|顯示|测算|測算|估算|分析)'
const FIRST = '(?:最先|率先|首先|最早|独家|獨家|另外|援引)?'
const OUTLET =
  '(?:通讯社|通訊社|新华社|新華社|法新社|路透社|美联社|美聯社|塔斯社|共同社|韩联社|韓聯社|[社网網报報]|新闻|新聞|时报|時報|日报|日報|晚报|晚報|周刊|週刊|杂志|雜誌|电视台|電視台|电台|電台|卫视|衛視|广播公司|廣播公司|客户端|央视|央視|财经|財經|彭博|路透)'
const EDGE = String.raw`(?<=^|[，。；：！？“”」、,.?!;:\s（(])`
const STOP = String.raw`(?=[，。；：、！？,;:“”「」（()）\s]|$)`

/** The sentence says that it was told and not by whom. */
const UNNAMED = new RegExp(
  `${EDGE}(?:另?据(?:报道|報道|悉|了解|称|稱|传|傳)|另?據(?:報道|報導|悉|了解|瞭解|稱|傳)|有(?:报道|報道|消息)(?:称|稱|指出|说|說)|消息(?:称|稱|人士称))`,
  'gu',
)

const NAMED: readonly RegExp[] = [
  // 路透社援引知情人士的话报道称
  new RegExp(
    `${EDGE}(?:据|據)?(?<by>${WHO})${DAY}(?:援引|引述|引用)(?<source>${WHO})(?:的)?(?:话|話|消息|说法|說法|数据|數據|研究|报告|報告|${REPORT})?(?:报道|報道|報導)?(?:称|稱|说|說|表示|指出)?${STOP}`,
    'gu',
  ),
  // 据环球网7月17日报道，据商务部介绍
  new RegExp(
    `(?:另据|另據|又据|又據|根据|根據|综合|綜合|转引自?|轉引自?|援引|引述|据|據)(?<source>${WHO})${DAY}(?:的)?${FIRST}(?:${REPORT}|${TELLS}|数据|數據|说法|說法)(?:称|稱|显示|顯示|指出)?${STOP}`,
    'gu',
  ),
  // 另据参考消息，
  new RegExp(
    `(?:另据|另據|又据|又據|根据|根據|据|據)(?<source>(?:参考消息|參考消息)[网網]?|[\\p{Script=Han}]{0,8}《[^》\\n]{2,24}》)${STOP}`,
    'gu',
  ),
  // 美国《纽约时报》17日率先披露
  new RegExp(
    `${EDGE}(?<source>(?!根[据據])[\\p{Script=Han}]{0,8}《[^》\\n]{2,24}》|[\\p{Script=Han}A-Za-z·]{0,12}?${OUTLET})${DAY}${FIRST}(?:报道|報道|報導|披露|爆料|刊文|消息)(?:称|稱|说|說|指出)?`,
    'gu',
  ),
  // 他告诉新华社记者，接受央视新闻采访时
  new RegExp(
    `(?:告诉|告訴|接受|回应|回應|向|对|對)(?<source>《[^》\\n]{2,24}》|[\\p{Script=Han}A-Za-z·]{0,12}?${OUTLET})(?:记者|記者)?(?=${STOP}|采访|採訪|专访|專訪|表示|透露|证实|證實|称|稱|说|說|确认|確認|介绍|介紹)(?:采访|採訪|专访|專訪)?`,
    'gu',
  ),
]

/** Words that are nobody's name: what is told, and when. */
const NOBODY =
  /^(?:参考|參考|悉|了解|瞭解|介绍|介紹|统计|統計|估计|估計|最新|有关|有關|相关|相關|此前|该|該|公开|公開|初步|不完全|理|我|他|她|此|以上|上述|报道|報道|報導|消息|称|稱)$|^(?:不完全|初步|最新|以上|上述)|[年月日]$|^.$/u

const trimmed = (name: string): string => name.replace(/^(?:记者|記者)?从|的$|[“”"]/gu, '').trim()

/** Sources that a Chinese text names, in no order. */
export function chineseSources(text: string): FoundSource[] {
  const unnamed = allMatches(text, UNNAMED).map(
    ({ index, 0: words }): FoundSource => ({
      source: null,
      start: index,
      end: index + words.length,
    }),
  )
  const named = NAMED.flatMap(pattern =>
    allMatches(text, pattern).flatMap(({ index, 0: words, groups }): FoundSource[] => {
      const source = trimmed(groups?.['source'] ?? '')
      const by = groups?.['by'] === undefined ? undefined : trimmed(groups['by'])
      if (NOBODY.test(source) || (by !== undefined && NOBODY.test(by))) return []
      return [{ source, ...(by !== undefined && { by }), start: index, end: index + words.length }]
    }),
  )
  return [...unnamed, ...named]
}
