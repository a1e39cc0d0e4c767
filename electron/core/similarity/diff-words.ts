import { fold } from '../search/fold.ts'
import { align } from './align.ts'

/** A run of words that stand in both texts, in the older one alone, or in the newer one alone. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A number with its separators and unit, a word, a character of an unspaced script, white space, or one sign. */
const TOKEN =
  /\d+(?:[.,:]\d+)*[%％‰]?|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\d])[\p{L}\p{N}]\p{M}*)+(?:['’]\p{L}+)?|\s+|./gsu

const NUMBER =
  /\d+(?:[.,]\d+)*(?:\s?(?:%|％|‰))?|[零〇一二三四五六七八九十百千]+(?=[万亿萬億元年月日个人家吨米])/gu

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []

/** As the same word whatever its width, case and script; the marks show each text as it is. */
const keyOf = (token: string): string => (/^\s+$/u.test(token) ? ' ' : fold(token))

/** A gap of white space or punctuation between two changes reads better as a part of both. */
const isGap = (text: string): boolean => text.length <= 2 && !/[\p{L}\p{N}]/u.test(text)

/** The words of two texts against each other: what is `same` or `added`, in order, is the newer text. */
export function diffWords(before: string, after: string): WordRun[] {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  const aligned = align(a.map(keyOf), b.map(keyOf))
  const runs: WordRun[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed })
    if (added !== '') runs.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  for (const [place, run] of aligned.entries()) {
    const [old, now] = [a.slice(...run.a).join(''), b.slice(...run.b).join('')]
    const isBetween = place > 0 && place < aligned.length - 1
    if (run.kind === 'changed' || (isBetween && isGap(now))) {
      removed += old
      added += now
    } else {
      flush()
      runs.push({ kind: 'same', text: now })
    }
  }
  flush()
  return runs
}

/** Numbers of one text that the other does not have, in their order, each as often as it is over. */
export function changedNumbers(before: string, after: string): { before: string[]; after: string[] } {
  const [a, b] = [numbersIn(before), numbersIn(after)]
  return { before: without(a, b), after: without(b, a) }
}

const numbersIn = (text: string): string[] => text.normalize('NFKC').match(NUMBER) ?? []

function without(numbers: readonly string[], others: readonly string[]): string[] {
  const plain = (number: string) => number.replace(/[,\s](?=\d{3})|\s/gu, '')
  const left = new Map<string, number>()
  for (const other of others) left.set(plain(other), (left.get(plain(other)) ?? 0) + 1)
  return numbers.filter(number => {
    const count = left.get(plain(number)) ?? 0
    left.set(plain(number), count - 1)
    return count <= 0
  })
}
