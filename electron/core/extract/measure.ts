/** What a line looks like, measured once. */
export interface Measure {
  /** Length in reading units: a Chinese, Japanese or Korean character is one, a word of another script two. */
  readonly units: number
  /** Running text: at least one whole sentence. */
  readonly isProse: boolean
  /** Ends with an ellipsis, as the blurbs of lists do. */
  readonly isCut: boolean
  /** Share of the units that are CJK characters. */
  readonly cjk: number
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu
const SENTENCE_END = /[.!?。！？…;；:：]["'”’」』）)\]】»]*$|[”」』]$/u
const INNER_SENTENCE = /[。！？]|[.!?]["”’»)]*\s+["“‘«(¿¡]?[\p{Lu}\p{N}]/u
const CLAUSE = /[，,、；;：:]/gu
const CUT = /(?:\.{3,}|(?<!…)…|⋯|\[…\]|\[\.\.\.\])$/u

/** Longer lines are running text whatever they hold; only their beginning is measured in detail. */
const DETAIL = 2_000

export function measure(text: string): Measure {
  const head = text.slice(0, DETAIL)
  const cjkCount = head.match(CJK)?.length ?? 0
  const words = head.replace(CJK, ' ').match(WORD)?.length ?? 0
  const units = Math.round((cjkCount + words * 2) * (text.length / Math.max(1, head.length)))
  const cjk = units === 0 ? 0 : cjkCount / (cjkCount + words * 2)
  const tail = text.slice(-40)
  const isCut = CUT.test(tail)
  return { units, cjk, isCut, isProse: isProse(head, tail, units, cjk, isCut) }
}

function isProse(head: string, tail: string, units: number, cjk: number, isCut: boolean): boolean {
  if (units > 400) return true
  const ends = SENTENCE_END.test(tail)
  const clauses = head.match(CLAUSE)?.length ?? 0
  if (cjk > 0.4) {
    if (isCut) return units > 150
    const hasStop = head.includes('。')
    if (hasStop) return units >= 10
    return (ends && units >= 24) || (clauses >= 2 && units >= 60)
  }
  if (isCut) return units > 120
  if (ends) return units >= 20 || (units >= 12 && INNER_SENTENCE.test(head))
  return units >= 60 || (units >= 36 && INNER_SENTENCE.test(head))
}
