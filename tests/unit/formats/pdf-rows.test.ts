import { expect, test } from 'vitest'
import { type PlacedText, segmentsOf } from '../../../electron/formats/pdf/rows.ts'

const PAGE = [1, 0, 0, -1, 0, 842]

/** Each character by itself, as Chromium prints Chinese, ten points wide; a space is three. */
function oneByOne(words: string): PlacedText[] {
  let x = 60
  return [...words].map(str => {
    const width = str === ' ' ? 3 : 10
    const item = { str, width, transform: [10, 0, 0, 10, x, 700] }
    x += width
    return item
  })
}

const textOf = (words: string): string[] => segmentsOf(oneByOne(words), PAGE).upright.map(({ text }) => text)

test('names that only a narrow space parts stay apart', () => {
  expect(textOf('记者 周敏 李向东')).toEqual(['记者 周敏 李向东'])
})

test('letters that are spaced are one word', () => {
  expect(textOf('今 年 四 月 以来水库的水 量')).toEqual(['今年四月以来水库的水 量'])
})
