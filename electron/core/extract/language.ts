/**
 * Characters that only one of the two Chinese scripts writes, frequent in news. Characters that both write
 * (后, 里, 台, 只, 面) say nothing and are left out.
 */
const HANS_ONLY = new Set(
  '这们为国会来时对发说过还进经现动开关问题长间实业东车马门见让应该种总战给从两产务达联报机关电请员议变导选举办记论计认识设证评诉词译话语读课谁调谈谢账货质贵资赛赞轮转输运边远连选还迁适遗邮释钟钢钱铁银错键镇长门闭闻闪问阅队阳阴际陆陈险随难雾静页项须顾预领频题颜风飞饭馆驻验骑鱼鸟龙',
)
const HANT_ONLY = new Set(
  '這們為國會來時對發說過還進經現動開關問題長間實業東車馬門見讓應該種總戰給從兩產務達聯報機關電請員議變導選舉辦記論計認識設證評訴詞譯話語讀課誰調談謝賬貨質貴資賽贊輪轉輸運邊遠連選還遷適遺郵釋鐘鋼錢鐵銀錯鍵鎮長門閉聞閃問閱隊陽陰際陸陳險隨難霧靜頁項須顧預領頻題顏風飛飯館駐驗騎魚鳥龍',
)
for (const character of HANS_ONLY) if (HANT_ONLY.delete(character)) HANS_ONLY.delete(character)

/** Words that mark a language of the Latin script; each is rare in the others. */
const STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'the',
    'and',
    'of',
    'that',
    'was',
    'with',
    'has',
    'his',
    'from',
    'said',
    'have',
    'were',
    'this',
    'which',
  ],
  de: ['der', 'und', 'das', 'ist', 'nicht', 'mit', 'auf', 'ein', 'eine', 'auch', 'sich', 'dem', 'den', 'von'],
  fr: [
    'les',
    'des',
    'est',
    'une',
    'dans',
    'qui',
    'pour',
    'pas',
    'sur',
    'avec',
    'aux',
    'cette',
    'été',
    'sont',
  ],
  es: ['los', 'las', 'una', 'por', 'para', 'del', 'con', 'más', 'como', 'pero', 'sus', 'está', 'fue', 'y'],
  it: ['che', 'di', 'il', 'non', 'per', 'della', 'sono', 'gli', 'una', 'nel', 'anche', 'è', 'più', 'alla'],
  pt: ['que', 'não', 'uma', 'para', 'com', 'os', 'mais', 'dos', 'foi', 'pelo', 'são', 'também', 'ao', 'pela'],
  nl: [
    'het',
    'een',
    'van',
    'niet',
    'zijn',
    'voor',
    'dat',
    'maar',
    'ook',
    'aan',
    'naar',
    'wordt',
    'bij',
    'deze',
  ],
  sv: ['och', 'att', 'det', 'som', 'för', 'på', 'är', 'inte', 'med', 'har', 'till', 'av', 'ett', 'från'],
  da: ['og', 'det', 'ikke', 'til', 'på', 'af', 'er', 'som', 'med', 'har', 'også', 'efter', 'blev', 'en'],
  tr: [
    've',
    'bir',
    'bu',
    'için',
    'ile',
    'olarak',
    'daha',
    'çok',
    'olan',
    'gibi',
    'sonra',
    'kadar',
    'ise',
    'değil',
  ],
  pl: ['się', 'nie', 'na', 'jest', 'że', 'do', 'z', 'oraz', 'dla', 'przez', 'jak', 'po', 'od', 'także'],
}

const SAMPLE = 20_000
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/**
 * BCP 47: `zh-Hans` or `zh-Hant` by the characters that only one script writes, `ja`, `ko`, a language of the
 * Latin script by its stop words where they are plain, `ru`/`uk` style Cyrillic is not told apart; else `und`.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const han = count(sample, /\p{Script=Han}/gu)
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(sample, /\p{Script=Hangul}/gu)
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const latin = words.filter(word => /^\p{Script=Latin}/u.test(word)).length
  if (hangul > han && hangul > latin) return 'ko'
  if (kana > 10 && kana * 5 > han) return 'ja'
  if (han > 1 && han > latin) return chineseScript(sample)
  return latinLanguage(
    words.filter(word => /^\p{Script=Latin}+$/u.test(word)),
    words.length,
  )
}

function chineseScript(text: string): string {
  let hans = 0
  let hant = 0
  for (const character of text) {
    if (HANS_ONLY.has(character)) hans += 1
    else if (HANT_ONLY.has(character)) hant += 1
  }
  if (hans === hant) return 'zh'
  return hans > hant ? 'zh-Hans' : 'zh-Hant'
}

function latinLanguage(words: readonly string[], total: number): string {
  if (words.length < 8 || words.length * 2 < total) return 'und'
  const scores = Object.entries(STOP_WORDS)
    .map(([language, stops]) => ({ language, hits: words.filter(word => stops.includes(word)).length }))
    .toSorted((a, b) => b.hits - a.hits)
  const [best, second] = scores
  if (best === undefined || best.hits < 3 || best.hits / words.length < 0.04) return 'und'
  return second !== undefined && best.hits < second.hits * 1.3 ? 'und' : best.language
}
