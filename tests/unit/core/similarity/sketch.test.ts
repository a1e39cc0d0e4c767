import { describe, expect, test } from 'vitest'
import { isReprint, likenessOf, type Sketch, sketchOf } from '../../../../electron/core/similarity/sketch.ts'
import { randomFrom, sentence, wordOf } from '../../../bench/invent-documents.ts'

const random = randomFrom(11)
const sentences = (count: number, language: 'zh' | 'en' = 'en'): string[] =>
  Array.from({ length: count }, () => sentence(language, random))

function sketched(text: string): Sketch {
  const sketch = sketchOf(text)
  if (sketch === undefined) throw new Error('too short for a sketch')
  return sketch
}
const likeness = (a: readonly string[], b: readonly string[]) =>
  likenessOf(sketched(a.join('\n')), sketched(b.join('\n')))

function reprints(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [sketched(a.join(' ')), sketched(b.join(' '))]
  return isReprint(one, other, likenessOf(one, other))
}

describe('the likeness of two texts', () => {
  test('is whole for a text and itself', () => {
    const text = sentences(30)
    expect(likeness(text, text)).toMatchObject({ resemblance: 1, containment: 1 })
  })

  test('is nothing for texts that share no sentence', () => {
    expect(reprints(sentences(30), sentences(30))).toBe(false)
  })

  test('does not depend on which of the two comes first', () => {
    const text = sentences(30)
    const edited = [...text.slice(4), ...sentences(3)]
    expect(likeness(text, edited)).toEqual(likeness(edited, text))
  })

  test('is estimated near what it is, over a hundred pairs', () => {
    let error = 0
    for (let pair = 0; pair < 100; pair++) {
      const text = sentences(40)
      error += likeness(text, [...text.slice(0, 30), ...sentences(10)]).resemblance - 0.6
    }
    expect(Math.abs(error / 100)).toBeLessThan(0.06)
  })

  test('knows a shortened reprint by what it contains', () => {
    const text = sentences(40)
    const short = likeness(text, text.slice(0, 10))
    expect(short.containment).toBeGreaterThan(0.75)
    expect(short.resemblance).toBeLessThan(0.42)
    expect(reprints(text, text.slice(0, 10))).toBe(true)
  })

  test('knows a reprint where every fifth word is another', () => {
    const language = 'en'
    const text = sentences(40, language).join(' ').split(' ')
    const reworded = text.map(word => (random() < 0.2 ? wordOf(language, random) : word))
    expect(reprints(text, reworded)).toBe(true)
  })

  test('does not take background that was copied for a reprint', () => {
    const text = sentences(40)
    expect(reprints(text, [...sentences(32), ...text.slice(-8)])).toBe(false)
  })

  test('is the same in traditional and simplified characters, full and half width, any case', () => {
    const simplified = '韩国总统周三在首尔会见了芯片公司的代表，讨论出口管制与关税问题。会谈持续了两个小时。'
    const traditional = '韓國總統週三在首爾會見了晶片公司的代表,討論出口管制與關稅問題.會談持續了兩個小時.'
    expect(likeness([simplified], [traditional.replace('週', '周').replace('晶', '芯')]).resemblance).toBe(1)
    const latin = 'Chip makers met the president on Wednesday in Seoul. '.repeat(1) + sentences(4).join(' ')
    expect(likenessOf(sketched(latin), sketched(latin.toUpperCase())).resemblance).toBe(1)
  })

  test('is not asked of a text of a few words', () => {
    expect(sketchOf('')).toBeUndefined()
    expect(sketchOf('Read more')).toBeUndefined()
    expect(sketchOf('编辑：王小明 责任编辑：李')).toBeUndefined()
  })
})
