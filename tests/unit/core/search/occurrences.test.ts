import { describe, expect, test } from 'vitest'
import { phraseOccurrences } from '../../../../electron/core/search/occurrences.ts'

const found = (text: string, phrase: string): string[] =>
  phraseOccurrences(text, phrase).map(({ start, end }) => text.slice(start, end))

describe('a phrase in a text', () => {
  test.each([
    ['as it stands, signs and all', 'It rose (by 3.5%) in May.', '(by 3.5%)', ['(by 3.5%)']],
    ['within a word', 'The harbour, the Harbours', 'harb', ['harb', 'Harb']],
    ['whatever its characters, width and accents', '臺灣Ｈ２０的café', '台湾h20的cafe', ['臺灣Ｈ２０的café']],
    ['one after the other', '哈哈哈哈哈', '哈哈', ['哈哈', '哈哈']],
    ['with its spaces', 'next stage, next  stage', 'next stage', ['next stage']],
    ['nowhere', 'tram', 'ferry', []],
    ['nowhere where it is white space', 'a b', ' ', []],
  ])('is found %s', (_how, text, phrase, expected) => {
    expect(found(text, phrase)).toEqual(expected)
  })
})
