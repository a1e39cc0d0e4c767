const DIGITS = '〇一二三四五六七八九'

const digit = (character: string): number => {
  if (character === '零' || character === '○') return 0
  if (character === '两' || character === '兩') return 2
  if (character === '元' || character === '正') return 1
  const at = DIGITS.indexOf(character)
  return at === -1 ? Number(character) : at
}

/**
 * A number written in Arabic or Chinese numerals, read as one: `15`, `十五`, `廿五`, `二〇二五`, `初三`, `元`
 * (the first year of an era). NaN for anything else.
 */
export function zhNumber(words: string): number {
  const text = words.replace(/^初/u, '').replace(/廿/gu, '二十').replace(/卅/gu, '三十')
  if (/^\d+$/.test(text)) return Number(text)
  if (!/[十百]/u.test(text)) return [...text].reduce((total, character) => total * 10 + digit(character), 0)
  const [, hundreds = '', rest = ''] = /^(?:(.?)百零?)?(.*)$/u.exec(text) ?? []
  const base = text.includes('百') ? (hundreds === '' ? 1 : digit(hundreds)) * 100 : 0
  if (!rest.includes('十')) return base + (rest === '' ? 0 : digit(rest))
  const [tens = '', units = ''] = rest.split('十')
  return base + (tens === '' ? 1 : digit(tens)) * 10 + (units === '' ? 0 : digit(units))
}

/** Pattern sources; digits are ASCII because texts are folded before matching. */
export const ZH_YEAR = String.raw`(?:(?<!\d)[12]\d{3}|(?<![〇零○一二三四五六七八九十百千万])[一二][〇零○一二三四五六七八九]{3})`
export const ZH_MONTH = String.raw`(?:(?<![\d.])(?:1[0-2]|0?[1-9])|(?<![一二三四五六七八九十每第])(?:十[一二]?|[一二三四五六七八九]))`
export const ZH_DAY = String.raw`(?:3[01]|[12]\d|0?[1-9]|三十一?|(?:二十|廿)[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])`
/** "两三年" is about so many: two numerals beside each other that make no number count nothing. */
export const ZH_COUNT = String.raw`(?<![\d.,])\d{1,3}(?![\d.,])|(?<![一二两兩三四五六七八九十百几幾])(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二两兩三四五六七八九])(?![一二三四五六七八九十百千万多几])`
export const ZH_TO = String.raw`\s?(?:至|到|—{1,2}|–|-|~|～)\s?`
