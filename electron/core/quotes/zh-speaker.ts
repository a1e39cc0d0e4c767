/** Verbs of saying; 称 alone is one where no other word is made with it (简称, 被称, 号称). */
const SAYS =
  '(?:表示|指出|强调|认为|透露|坦言|直言|写道|回应|介绍|解释|补充|宣布|呼吁|警告|回忆|承认|重申|评论|评价|分析|提到|谈到|感叹|声称|宣称|笑称|发文|发帖|留言|告诉[^，。：“]{1,10}|(?<![据被简俗号自人堪所美誉宣声笑])称|(?<![据所听再小传学])说)(?:道|称|说|过)?'

/** What a speaker's name ends before: when, where, to whom, how. */
const BEFORE_VERB =
  /(?:\d{1,4}年|\d{1,2}月|\d{1,2}日|\d{1,2}时|当地时间|周[一二三四五六日]|星期|今天|昨天|昨日|当天|当日|近日|日前|随后|此前|之后|表示|在|向|对|就|于|则|也|还|又|并|曾|都|接受|通过|发表|明确|多次|一再|进一步|同时|再次|公开)/u

/** When and where, before the name. */
const OPENING =
  /^(?:当地时间|\d{1,4}年|\d{1,2}月|\d{1,2}日|上午|下午|晚间?|周[一二三四五六日]|今天|昨天|昨日|近日|日前|随后)+/u

/** Words that begin a clause and are nobody's name. */
const NOBODY =
  /^(?:据|有报道|报道|消息|其中|同时|此外|对此|不过|但是|但|而|并|另外|因此|所以|所谓|被|因为|如果|那么)/u

const NAME = '^[，,]?\\s*([^，。；：！？,;:“”「」"\\n]{1,40}?)'
const AFTER = new RegExp(`${NAME}${SAYS}(?=[，。；：！？,.:]|$)`, 'u')
const AFTER_WHOLE = new RegExp(`${NAME}${SAYS}(?=[。；！？;]|$)`, 'u')
const BEFORE = new RegExp(`([^，。；：！？,;:”」"\\n]{1,60}?)${SAYS}[，：,:]?\\s*$`, 'u')

function nameIn(words: string): string | undefined {
  const clause = words.trim().replace(OPENING, '')
  if (NOBODY.test(clause) || clause.includes('被')) return undefined
  const cut = clause.slice(1).search(BEFORE_VERB)
  const name = (cut < 0 ? clause : clause.slice(0, cut + 1)).trim().replace(/(?:分析|介绍|解释)$/u, '')
  if (!/^[\p{Script=Han}\p{Lu}]/u.test(name) || name.length > 30) return undefined
  return name.length > 1 || /^[他她它]$/u.test(name) ? name : undefined
}

/**
 * Who says a quotation, by the words before and behind it in its sentence; undefined where they do not say. Behind one
 * that is a sentence of its own (`isWhole`) a verb may as well begin the next: it counts where nothing follows it.
 */
export function chineseSpeaker(before: string, after: string, isWhole: boolean): string | undefined {
  const behind = (isWhole ? AFTER_WHOLE : AFTER).exec(after)?.[1]
  const ahead = BEFORE.exec(before)?.[1]
  return (ahead && nameIn(ahead)) || (behind && nameIn(behind)) || undefined
}
