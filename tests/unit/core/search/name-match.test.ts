import { describe, expect, it } from 'vitest'
import { foldName, matchName, NO_MATCH, typedWords } from '../../../../electron/core/search/name-match.ts'
import { readingsOf } from '../../../../electron/core/search/pinyin.ts'
import { speltRuns } from '../../../../electron/core/search/sounds-like.ts'

const fits = (name: string, typed: string, kind: readonly string[] = []): number =>
  matchName(foldName(name), speltRuns(readingsOf(name)), typedWords(typed), kind)

/** The names in the order in which they fit what was typed; those that do not fit are left out. */
const order = (names: readonly string[], typed: string): string[] =>
  names
    .map(name => ({ name, fit: fits(name, typed) }))
    .filter(each => each.fit < NO_MATCH)
    .sort((a, b) => a.fit - b.fit)
    .map(({ name }) => name)

describe('a name fits what is typed', () => {
  it('best as it is, then by its beginning, a word in it, the first letters of its words, any part, letters in order', () => {
    expect(
      order(['Export', 'Import', 'Write the export', 'Reports', 'Ever so portly', 'Sports'], 'port'),
    ).toEqual(['Ever so portly', 'Export', 'Import', 'Write the export', 'Reports', 'Sports'])
    expect(order(['gtd notes', 'Go to a date', 'Go there, dear', 'xgtd', 'gtd'], 'gtd')).toEqual([
      'gtd',
      'gtd notes',
      'Go there, dear',
      'xgtd',
      'Go to a date',
    ])
  })

  it('whatever its case, width, accents and kind of characters', () => {
    expect(fits('Élysée', 'ELYSEE')).toBe(0)
    expect(fits('出口管制', '出口管製')).toBe(0)
    expect(fits('Ｈ２０ chips', 'h20')).toBe(1)
  })

  it('by pinyin in full and by its first letters, from the start before inside', () => {
    expect(order(['公司/英伟达', '英伟达', '出口管制'], 'ywd')).toEqual(['公司/英伟达', '英伟达'])
    expect(fits('英伟达', 'yingwei')).toBe(fits('英伟达', 'ywd'))
    expect(fits('打开剪报库', 'jbk')).toBeGreaterThan(fits('打开剪报库', 'dkjbk'))
    expect(fits('英伟达', 'ying wei da')).toBeLessThan(NO_MATCH)
    expect(fits('撤销', 'cx')).toBeLessThan(NO_MATCH)
  })

  it('word by word, in any order; what its kind is called counts beside another word', () => {
    expect(fits('Mark read or unread', 'read mark')).toBeLessThan(NO_MATCH)
    expect(fits('Mark read or unread', 'read tag')).toBe(NO_MATCH)
    expect(fits('H20', 'tag h20', ['tag', '标签'])).toBeLessThan(NO_MATCH)
    expect(fits('H20', 'tag', ['tag', '标签'])).toBe(NO_MATCH)
  })

  it('not where its letters stand in another order, or begin inside a word', () => {
    expect(fits('Tags', 'sgt')).toBe(NO_MATCH)
    expect(fits('Settings', 'ts')).toBe(NO_MATCH)
    expect(fits('Settings', 'stg')).toBeLessThan(NO_MATCH)
  })

  it('and everything fits nothing', () => {
    expect(fits('Tags', '  ')).toBe(0)
  })
})
