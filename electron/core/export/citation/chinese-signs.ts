import { FIELD, NAME } from './reference-marks.ts'

/** What stays as it is: the clipping's own words, an address, a tag. */
const KEPT = new RegExp(
  `(${NAME.start}[^${NAME.end}]*${NAME.end}|${FIELD.start}[^${FIELD.end}]*${FIELD.end}|<a [^>]*>[^<]*</a>|<[^>]*>)`,
  'u',
)

/** A style's own signs, in the order in which they are looked for. Two that meet stand as one. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(\d{4}), (\d{1,2})月 (\d{1,2}(?:–\d{1,2})?)(?!\d)/gu, '$1年$2月$3日'],
  [/(\d{4}), (\d{1,2})月/gu, '$1年$2月'],
  // A letter tells two works of one year apart.
  [/(\d{4}[a-z]), (\d{1,2})月 (\d{1,2}(?:–\d{1,2})?)(?!\d)/gu, '$1，$2月$3日'],
  [/ ?\(/gu, '（'],
  [/\) ?/gu, '）'],
  [/\.(?: |$)/gu, '。'],
  [/, ?/gu, '，'],
  [/: ?/gu, '：'],
  [/; ?/gu, '；'],
  [/---/gu, '———'],
]

const between = (text: string): string => SIGNS.reduce((words, [sign, own]) => words.replace(sign, own), text)

/**
 * The signs that a style made for English puts between the words of a Chinese reference, as Chinese sets them: full
 * width, 、 between names, no `and`. The reference is HTML whose own words are marked ({@link NAME}, {@link FIELD}), and
 * those are not touched.
 */
export function withChineseSigns(html: string): string {
  const names = new RegExp(`${NAME.end}(?:, )?(?:(?:&#38;|and|[和與与及]) ?|(?<=, ))${NAME.start}`, 'gu')
  const joined = html
    .replace(new RegExp(`${NAME.end} (?=&#38;|[和與与及])`, 'gu'), NAME.end)
    .replace(names, `${NAME.end}、${NAME.start}`)
    .replace(new RegExp(`${NAME.end}, (?=等)`, 'gu'), NAME.end)
  const set = joined
    .split(KEPT)
    .map((part, index) => (index % 2 === 1 ? part : between(part)))
    .join('')
  return (
    set
      // The year's sign after a date that is words already.
      .replaceAll(`${FIELD.end}年`, FIELD.end)
      .replace(/[.。]（/gu, '（')
      // A title that ends in a sign of its own needs no full stop.
      .replace(new RegExp(`([。？！…]${FIELD.end}(?:</[a-z]+>)?[”’》〉]?)。`, 'gu'), '$1')
      .replace(/。。/gu, '。')
  )
}
