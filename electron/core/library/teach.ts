import type { Clipping } from '../model/clipping.ts'
import type { Outlet, OutletAction, OutletRule } from '../model/outlet-rule.ts'
import { outletHostOf } from '../similarity/same-page.ts'
import { acted } from './apply-outlet-rules.ts'

type Fields = Pick<Clipping, 'title' | 'bylines' | 'sources' | 'published' | 'url'>

/** Words that are taken off come with a separator, or are a label: part of a name is not to be taken off every name. */
const SEPARATOR = /[\s|｜丨_\-–—―·•:：,，;；/／>»«]/u

/** A rule is offered once for what one edit says; who corrects more at once corrects this article. */
const LONGEST_LABEL = 60

/**
 * The rule that would have given the correction, for the outlet of the clipping; undefined where there is none that
 * says more than "this article". `before` is what was read, `after` what the user made of it.
 */
export function ruleFrom(before: Fields, after: Fields): Omit<OutletRule, 'id'> | undefined {
  const outlet = outletOf(before, after)
  const action = actionFrom(before, after)
  if (outlet === undefined || action === undefined) return undefined
  // Whatever led here, the rule is offered only where it gives just what the user wrote.
  const taught = acted(before, action)
  return isSame(taught, after) ? { outlet, action } : undefined
}

const namesOf = ({ sources }: Fields): string[] => sources.map(({ name }) => name)
const edtfOf = ({ published }: Fields): string => (typeof published === 'object' ? published.edtf : published)
const isSame = (a: Fields, b: Fields): boolean =>
  a.title === b.title &&
  a.bylines.join('\n') === b.bylines.join('\n') &&
  namesOf(a).join('\n') === namesOf(b).join('\n') &&
  edtfOf(a) === edtfOf(b)

/** The host where it is known: the name may be what is corrected. */
function outletOf(before: Fields, after: Fields): Outlet | undefined {
  const host = before.url === undefined ? undefined : outletHostOf(before.url)
  if (host !== undefined) return { by: 'host', host }
  const name = namesOf(before)[0] ?? namesOf(after)[0]
  return name === undefined ? undefined : { by: 'source', name }
}

function actionFrom(before: Fields, after: Fields): OutletAction | undefined {
  if (before.title !== after.title) {
    const cut = cutFrom(before.title, after.title)
    return cut === undefined ? undefined : { do: 'strip-title', ...cut }
  }
  if (before.bylines.join('\n') !== after.bylines.join('\n'))
    return bylineAction(before.bylines, after.bylines)
  if (namesOf(before).join('\n') !== namesOf(after).join('\n'))
    return sourceAction(namesOf(before), namesOf(after), before.url !== undefined)
  const { published } = before
  if (typeof published === 'object' && after.published === 'not-stated' && published.origin !== 'user')
    return { do: 'ignore-date', origin: published.origin }
  return undefined
}

/** What was taken off one end of a text, without what separated it; undefined where something else was done. */
function cutFrom(before: string, after: string): { where: 'start' | 'end'; words: string } | undefined {
  const [whole, kept] = [before.trim(), after.trim()]
  if (kept === '' || kept.length >= whole.length) return undefined
  const atEnd = whole.startsWith(kept)
  if (!atEnd && !whole.endsWith(kept)) return undefined
  const cut = atEnd ? whole.slice(kept.length) : whole.slice(0, -kept.length)
  const bordering = atEnd ? cut.slice(0, 1) : cut.slice(-1)
  const isUnspaced = /^\p{sc=Han}+$/u.test(cut.trim())
  if (!SEPARATOR.test(bordering) && !isUnspaced) return undefined
  const words = trimSeparators(cut)
  return words === '' || words.length > LONGEST_LABEL ? undefined : { where: atEnd ? 'end' : 'start', words }
}

function trimSeparators(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && SEPARATOR.test(text.charAt(start))) start += 1
  while (end > start && SEPARATOR.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function bylineAction(before: readonly string[], after: readonly string[]): OutletAction | undefined {
  const gone = before.filter(name => !after.includes(name))
  const added = after.filter(name => !before.includes(name))
  const [first] = gone
  if (first === undefined) return undefined
  if (added.length === 0) return gone.length === 1 ? { do: 'drop-byline', name: first } : undefined
  const [corrected] = added
  const cut = corrected === undefined ? undefined : cutFrom(first, corrected)
  return cut === undefined ? undefined : { do: 'strip-byline', ...cut }
}

function sourceAction(
  before: readonly string[],
  after: readonly string[],
  hasHost: boolean,
): OutletAction | undefined {
  const gone = before.filter(name => !after.includes(name))
  const added = after.filter(name => !before.includes(name))
  const [from, to] = [gone[0], added[0]]
  if (to === undefined || added.length > 1 || gone.length > 1) return undefined
  if (from !== undefined) return { do: 'name-source', from, to }
  return hasHost && before.length === 0 ? { do: 'set-source', to } : undefined
}
