import type { Stamp } from '../dates/stamp.ts'
import { daySpanOf, secondsOf } from '../model/edtf.ts'
import { type Credits, creditsIn } from './credit-labels.ts'
import { backs, type Draft, type Line, type Step } from './draft.ts'
import { headerOf, tailOf } from './header.ts'

interface Candidate {
  readonly index: number
  readonly stamp: Stamp
  readonly score: number
}

const DAY = 86_400

/**
 * A page cannot be published after it was clipped. A value without an offset is read at the easternmost one
 * (UTC+14), a day at its first moment there, so that only what is certainly later is refused.
 */
function isPossible({ edtf }: Stamp, clippedAtMs: number): boolean {
  const seconds = secondsOf(edtf)
  const zoned = seconds !== undefined && /(?:Z|[+-]\d{2}:\d{2})$/.test(edtf)
  const earliest = zoned ? seconds : (seconds ?? daySpanOf(edtf).from * DAY) - 14 * 3600
  return earliest * 1000 <= clippedAtMs
}

function scored(credits: Credits, place: number): { stamp: Stamp; score: number }[] {
  return credits.stamps.map(stamp => {
    const label = credits.credits.find(credit => credit.start <= stamp.start && credit.end >= stamp.end)
    const labelled =
      label?.role === 'published' ? 5 : label?.role === 'updated' ? -3 : label === undefined ? 0 : -1
    return { stamp, score: place + labelled + (stamp.hasTime ? 2 : 0) }
  })
}

function candidates(draft: Draft): Candidate[] {
  const { above, below } = headerOf(draft)
  const places = new Map<number, number>()
  for (const index of above) places.set(index, 3 - (draft.titleAt - index) * 0.4)
  for (const [distance, index] of below.entries()) places.set(index, 6 - Math.min(distance, 12) * 0.25)
  for (const index of tailOf(draft)) if (!places.has(index)) places.set(index, 0)
  return [...places].flatMap(([index, place]) => {
    const line = draft.lines[index]
    if (line === undefined || line.fate !== undefined) return []
    const credits = creditsIn(line.text, draft.language)
    if (!credits.isWhole) return []
    return scored(credits, place).map(({ stamp, score }) => ({ index, stamp, score }))
  })
}

/** A date with its year in the first words of the text, as an agency's dateline has it. */
function datelineStamp(draft: Draft): { line: Line; stamp: Stamp; evidence: string } | undefined {
  const line = draft.lines[headerOf(draft).textAt]
  if (line === undefined) return undefined
  const head = line.text.slice(0, 120)
  const sign = /(?:[电電讯訊][)）]?|\s?[—–-]{1,2}\s|\)\s?[—–-])/u.exec(head)
  if (sign === null) return undefined
  const evidence = head.slice(0, sign.index + sign[0].length).trim()
  const stamp = creditsIn(evidence, draft.language).stamps.find(found => isPossible(found, draft.clippedAtMs))
  return stamp === undefined ? undefined : { line, stamp, evidence }
}

/**
 * When the document says that it was published: the date beside its title before any other, one labelled so
 * before one labelled as an update. Dates of the lists that follow are never looked at.
 */
export const published: Step = {
  name: 'published',
  run(draft: Draft): Draft {
    const best = candidates(draft)
      .filter(({ stamp }) => isPossible(stamp, draft.clippedAtMs))
      .toSorted((a, b) => b.score - a.score)[0]
    const dateline = best === undefined ? datelineStamp(draft) : undefined
    const stamp = best?.stamp ?? dateline?.stamp
    if (stamp === undefined) return draft
    const evidence = best === undefined ? dateline?.evidence : draft.lines[best.index]?.raw
    const decided = best === undefined ? draft : backs(draft, best.index, ['published'])
    return {
      ...decided,
      evidence: best === undefined ? { ...draft.evidence, published: evidence ?? '' } : draft.evidence,
      published: {
        edtf: stamp.edtf,
        origin: 'text',
        evidence: evidence ?? '',
        confidence: best === undefined ? 0.7 : best.score >= 5 ? 0.95 : 0.8,
        ...(stamp.zone === undefined ? {} : { zone: stamp.zone }),
      },
    }
  },
}
