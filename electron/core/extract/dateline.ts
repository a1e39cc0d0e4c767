import { backs, type Draft, type Line, type Step } from './draft.ts'
import { headerOf } from './header.ts'
import { personNames } from './names.ts'

const HEAD = 160

/** `新华社北京7月17日电（记者 王小明）`: outlet, place, day, sign, and perhaps the reporter. */
const ZH =
  /^[（(【]?(?<outlet>(?:本报|本報)?\p{Script=Han}{2,6}?(?:通讯社|通訊社|社|网|網|报|報))(?<place>\p{Script=Han}{2,8})(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|電|讯|訊)[）)】]?(?:\s?[（(](?<reporters>[^（）()]{2,40})[）)])?/u
/** `记者陈怡安／南屿报道` at the start of the text, in brackets or before white space. */
const ZH_REPORTER =
  /^[〔［【（([]?\p{Script=Han}{0,6}(?:记者|記者)\s?(?<reporters>\p{Script=Han}{2,4}(?:[、,，\s]\p{Script=Han}{2,4}){0,3})\s?[/／]\s?\p{Script=Han}{2,8}(?:报道|報道|報導|电|電|讯)[〕］】）)\]]?/u
/** `WASHINGTON, July 17 (Example Wire) —`. */
const EN =
  /^\p{Lu}[\p{Lu}\s.'’,-]{2,40}(?:,\s[\p{L}.\s]{2,20})?(?:,\s\p{L}{3,9}\.?\s\d{1,2})?(?:,\s\d{4})?\s\((?<outlet>\p{Lu}[\p{L}\s.&'’-]{1,40})\)\s?[—–-]/u

interface Found {
  readonly evidence: string
  readonly outlet: string | undefined
  readonly reporters: readonly string[]
}

function datelineIn(line: Line): Found | undefined {
  const match = [ZH, ZH_REPORTER, EN]
    .map(pattern => pattern.exec(line.raw.slice(0, HEAD)))
    .find(found => found !== null)
  if (!match) return undefined
  const { outlet, reporters } = match.groups ?? {}
  const isReporters = reporters !== undefined && (match[0].startsWith('记') || /记者|記者/u.test(match[0]))
  return { evidence: match[0], outlet, reporters: isReporters ? personNames(reporters) : [] }
}

/**
 * An agency's dateline states outlet and reporter where no line of their own does. Its words stay in the text;
 * a line that is nothing but a dateline is taken out.
 */
export const dateline: Step = {
  name: 'dateline',
  run(draft: Draft): Draft {
    const { below, textAt } = headerOf(draft)
    for (const index of [...below, textAt]) {
      const line = draft.lines[index]
      const found = line === undefined || line.fate !== undefined ? undefined : datelineIn(line)
      if (line === undefined || found === undefined) continue
      const bylines = draft.bylines.length > 0 ? [] : found.reporters
      const sources = draft.sources.length > 0 || found.outlet === undefined ? [] : [found.outlet]
      if (bylines.length === 0 && sources.length === 0) continue
      const isWhole = found.evidence.length >= line.raw.length - 1
      const next: Draft = {
        ...draft,
        bylines: [...draft.bylines, ...bylines],
        sources: [...draft.sources, ...sources],
        evidence: {
          ...draft.evidence,
          ...(bylines.length > 0 ? { bylines: found.evidence } : {}),
          ...(sources.length > 0 ? { sources: found.evidence } : {}),
        },
      }
      return isWhole ? backs(next, index, bylines.length > 0 ? ['bylines'] : ['sources']) : next
    }
    return draft
  },
}
