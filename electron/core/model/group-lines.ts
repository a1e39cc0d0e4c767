import type { Group } from './listing.ts'

/**
 * Groups as one text, a line each. A list of ten years has some thousands of them, and as objects they take longer to
 * cross to the window than everything else of it.
 */
export const writeGroups = (groups: readonly Group[]): string =>
  groups.map(({ key, count }) => `${key} ${count}`).join('\n')

/** What {@link writeGroups} wrote. */
export function readGroups(text: string): Group[] {
  let start = 0
  return (text === '' ? [] : text.split('\n')).map(line => {
    const gap = line.lastIndexOf(' ')
    const group = { key: line.slice(0, gap), start, count: Number(line.slice(gap + 1)) }
    start += group.count
    return group
  })
}
