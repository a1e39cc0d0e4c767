import type { SearchDocument } from '../../electron/core/search/document.ts'
import { sampleClipping, sampleId } from '../unit/core/library/samples.ts'

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const COMMON =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严芯关税贸易港渡轮库博物馆谈判告'
const CHARACTERS = [...new Set(COMMON)]
const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou']
const CODAS = ['', 'n', 'r', 't', 'l', 's', 'nd', 'ck', 'm']

/** Words by rank: like those of real text, the hundredth is about a hundred times as rare as the first (Zipf). */
function vocabulary(size: number, make: (random: () => number) => string): string[] {
  const random = randomFrom(42)
  const words = new Set<string>()
  while (words.size < size) words.add(make(random))
  return [...words]
}
const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T
const zipf = <T>(list: readonly T[], random: () => number): T =>
  list[Math.max(0, Math.floor(list.length ** random()) - 1)] as T

const ZH_WORDS = vocabulary(30_000, random =>
  Array.from({ length: 2 + Math.floor(random() * 1.5) }, () => pick(CHARACTERS, random)).join(''),
)
const EN_WORDS = vocabulary(30_000, random =>
  Array.from(
    { length: 1 + Math.floor(random() * 2.5) },
    () => pick(ONSETS, random) + pick(VOWELS, random) + pick(CODAS, random),
  ).join(''),
)
const OUTLETS = Array.from({ length: 60 }, (_, at) =>
  at % 2 === 0 ? `${ZH_WORDS[500 + at]}日报` : `The ${EN_WORDS[500 + at]} Post`,
)
const TAGS = Array.from({ length: 300 }, (_, at) =>
  at % 3 === 0 ? `${ZH_WORDS[at]}/${ZH_WORDS[at + 1]}` : `${EN_WORDS[at]}`,
)

/** A word as often as it stands in the invented texts. */
export const wordOf = (language: 'zh' | 'en', random: () => number): string =>
  zipf(language === 'zh' ? ZH_WORDS : EN_WORDS, random)

export function sentence(language: 'zh' | 'en', random: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => wordOf(language, random))
  if (language === 'en') return `${words.join(' ')}. `
  const half = Math.floor(words.length / 2)
  const mixed = random() < 0.1 ? 'H20' : ''
  return `${words.slice(0, half).join('')}，${mixed}${words.slice(half).join('')}。`
}

/** The words of a body: 2.5 KB on average, in Chinese about 830 characters. */
function body(language: 'zh' | 'en', random: () => number): string {
  const size = (language === 'zh' ? 830 : 2500) * (0.3 + 1.4 * random())
  let text = ''
  for (let line = 0; text.length < size; line = (line + 1) % 4)
    text += sentence(language, random) + (line === 3 ? '\n' : '')
  return text
}

const DAY_MS = 86_400_000

/** The clipping of this number, always the same: half Chinese and half English, over fifteen years. */
export function inventDocument(number: number): SearchDocument {
  const random = randomFrom(number * 7919 + 1)
  const language = random() < 0.5 ? 'zh' : 'en'
  const at = new Date(Date.UTC(2010, 0, 1) + Math.floor(random() * 5600) * DAY_MS).toISOString()
  const day = at.slice(0, 10)
  const title = Array.from({ length: 6 }, () => wordOf(language, random)).join(language === 'zh' ? '' : ' ')
  const name = pick(OUTLETS, random)
  const text = body(language, random)
  return {
    clipping: sampleClipping(number + 1, {
      id: sampleId(number + 1, Date.UTC(2020, 0, 1)),
      title,
      source: { name },
      sources: [{ name }],
      bylines: [wordOf(language, random)],
      tags: Array.from({ length: Math.floor(random() * 4) }, () => pick(TAGS, random)),
      language: language === 'zh' ? 'zh-Hans' : 'en',
      published: {
        edtf: random() < 0.05 ? day.slice(0, 7) : day,
        origin: 'text',
        evidence: day,
        confidence: 0.9,
      },
      clippedAt: at,
      starred: random() < 0.02,
    }),
    text,
    datesInText: [],
    collections: [],
    clippedOn: day,
  }
}
