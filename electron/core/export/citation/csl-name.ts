/** A name of CSL-JSON: one that is never taken apart, or a person's whose parts are certain. */
export type CslName =
  | { readonly literal: string }
  | {
      readonly family: string
      readonly given: string
      readonly 'non-dropping-particle'?: string
      readonly suffix?: string
    }

/** Words that only the names of agencies, newsrooms and roles have. */
const NO_PERSON =
  /\b(?:agenc(?:y|ies|e|ia)|agenzia|agentur|associated|presse?|redaktion|r[ée]daction|news|newsroom|staff|team|desk|bureau|editors?|editorial|board|wires?|services?|reporters?|correspondents?|writers?|contributors?|times|post|journal|media|tv|radio|the|and|of|for|at|from)\b/iu

/** Small words before a family name that belong to it. */
const PARTICLES = new Set(
  'af al bin da das de del della den der di do dos du el ibn la las le lo los ten ter van von zu'.split(' '),
)
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/iu
const INITIAL = /^(?:\p{Lu}\.?-?)+$/u
const WORD = /^\p{Lu}[\p{Ll}\p{M}]+(?:['’-]?\p{L}[\p{Ll}\p{M}]*)*$|^\p{Lu}['’]\p{Lu}[\p{Ll}\p{M}]+$/u

/**
 * Family names of China, Korea and Vietnam in Latin letters, which stand first as often as last: with one of them nobody
 * can tell which word is the family's.
 */
const EITHER_WAY = new Set(
  `ai an bai bao bi bo cai cao cen chan chang chao chen cheng cheung chi choi chong chow chu cui dai deng ding dong du duan
  fan fang fei feng fong fu gao ge gong gu guan guo ha han hao he ho hong hou hsu hu hua huang hui jia jian jiang jiao jin
  jung kan kang kim kong ku kwok lai lam lan lau le lee lei leung li lian liang liao lin ling liu lo long lou lu luo lv ma
  mai man mao mei meng mi mo mu ng ngo nguyen ni nie ning niu ou ouyang pan pang park pei peng pham pu qi qian qiao qin qiu
  qu quan ren rong ruan shao shen sheng shi shu si sima situ song su sun tai tam tan tang tao tian tong tran tsai tse tu wan
  wang wei wen weng wong wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yi yin ying yip yoon you yu yuan yue
  zang zeng zha zhan zhang zhao zheng zhong zhou zhu zhuang zhuge zou`.split(/\s+/u),
)

/**
 * People and bodies that a document names as its authors. A name is taken apart only where its parts are certain: Latin
 * letters, one family name after given ones. Of `Gabriel García Márquez` nobody can tell, of a Chinese name no style needs
 * to know, and agencies have no parts; those stay whole, which every style prints as they are written.
 */
export const cslNames = (names: readonly string[]): CslName[] =>
  names.filter(name => name !== '').map(cslName)

function cslName(name: string): CslName {
  const whole = { literal: name }
  if (NO_PERSON.test(name) || !/^[\p{Script=Latin}\p{M}\s.'’-]+$/u.test(name)) return whole
  const words = name.split(' ')
  const last = words.at(-1) ?? ''
  const suffix = SUFFIX.test(last) ? words.pop() : undefined
  const family = words.pop() ?? ''
  if (!WORD.test(family)) return whole
  const particle: string[] = []
  while (words.length > 1 && PARTICLES.has(words.at(-1) ?? '')) particle.unshift(words.pop() ?? '')
  const [first = '', ...middle] = words
  const isClear =
    (WORD.test(first) || INITIAL.test(first)) &&
    first.length > 1 &&
    middle.every(each => INITIAL.test(each)) &&
    ![family, first].some(each => EITHER_WAY.has(each.toLowerCase()))
  if (!isClear) return whole
  return {
    family,
    given: words.join(' '),
    ...(particle.length === 0 ? {} : { 'non-dropping-particle': particle.join(' ') }),
    ...(suffix === undefined ? {} : { suffix }),
  }
}

/** A name as it is written, its parts in their order. */
export function nameInFull(name: CslName): string {
  if ('literal' in name) return name.literal
  const { given, family, suffix } = name
  return [given, name['non-dropping-particle'], family, suffix].filter(part => part !== undefined).join(' ')
}
