/// <reference path="../../../../electron/core/search/opencc-data.d.ts" />
import pairs from 'opencc-js/dict/TSCharacters'
import { expect, test } from 'vitest'
import { simplify } from '../../../../electron/core/search/simplify.ts'

const simple = new Map(
  pairs.split('|').flatMap((pair): [string, string][] => {
    const [from = '', to = ''] = pair.split(' ')
    return from === to ? [] : [[from, to]]
  }),
)

/** What the table says of a character, followed to its end. */
const followed = (character: string): string => {
  const next = simple.get(character)
  return next === undefined ? character : followed(next)
}

test('every character of Unicode becomes what the table says, and others stay as they are', () => {
  const wrong: string[] = []
  for (let code = 0x20; code < 0x33500; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCodePoint(code)
    if (simplify(`a${character}文`) !== `a${followed(character)}文`) wrong.push(character)
  }
  expect(wrong).toEqual([])
})

test('characters that are longer than one unit stand beside the others', () => {
  const long = [...simple.keys()].filter(character => character.length > 1)
  expect(long.length).toBeGreaterThan(10)
  expect(simplify(`後${long.join('後')}`)).toBe(`后${long.map(followed).join('后')}`)
})
