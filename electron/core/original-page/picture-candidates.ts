import type { DefaultTreeAdapterTypes } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element

/** Where an image's address may stand, those that a page fills in late after the one that it had at once. */
const SOURCES = ['src', 'data-original', 'data-src', 'data-lazy-src']
const SETS = ['srcset', 'data-srcset']
const MOST = 20

const addressesOf = ({ attrs }: Element): string[] => {
  const of = (names: readonly string[]) =>
    names.flatMap(name => attrs.find(each => each.name === name)?.value.trim() || [])
  const inSets = of(SETS).flatMap(set => set.split(/,\s+/u).map(each => each.trim().split(/\s/u)[0] ?? ''))
  return [...of(SOURCES), ...inSets].filter(address => address !== '')
}

/**
 * The addresses of an image in the order in which they are to be tried: its own, then those that the `picture` around it
 * offers.
 */
export function candidates(image: Element): string[] {
  const { parentNode } = image
  const beside = parentNode?.nodeName === 'picture' ? parentNode.childNodes : []
  const sources = beside.flatMap(node => (node.nodeName === 'source' && 'attrs' in node ? [node] : []))
  return [...addressesOf(image), ...sources.flatMap(addressesOf)].slice(0, MOST)
}
