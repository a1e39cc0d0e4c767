import { describe, expect, it } from 'vitest'
import { mostUsed, tagTree } from '../../../../../renderer/features/sidebar/tag-tree.ts'

const tag = (name: string) => ({ name, colour: 'grey' as const, own: 1, total: 1 })
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const lines = (names: string[], folded: string[] = []) =>
  tagTree(names.map(tag), new Set(folded), compare).map(({ label, depth }) => `${'  '.repeat(depth)}${label}`)

describe('the tree of tags', () => {
  it('puts each tag below its parent, with its last level as the label', () => {
    expect(lines(['b', 'a/y', 'a', 'a/x'])).toEqual(['a', '  x', '  y', 'b'])
  })

  it('keeps the whole name of a tag whose parent is no tag', () => {
    expect(lines(['a/x/1', 'a/x'])).toEqual(['a/x', '  1'])
  })

  it('leaves out what is below a folded tag', () => {
    expect(lines(['a', 'a/x', 'a/x/1', 'b'], ['a'])).toEqual(['a', 'b'])
  })

  it('is not misled by a name that only begins alike', () => {
    expect(lines(['a', 'ab/c'])).toEqual(['a', 'ab/c'])
  })
})

it('shows the tags that most clippings have, each with those above it', () => {
  const counted = [
    { ...tag('a'), total: 9 },
    { ...tag('a/x'), total: 9 },
    { ...tag('b'), total: 1 },
    { ...tag('c'), total: 5 },
  ]
  expect(mostUsed(counted, 3).map(({ name }) => name)).toEqual(['a', 'a/x', 'c'])
  expect(mostUsed(counted, 1).map(({ name }) => name)).toEqual(['a'])
  expect(mostUsed(counted, 4)).toBe(counted)
})
