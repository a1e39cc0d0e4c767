import { describe, expect, test } from 'vitest'
import { FamilyIndex } from '../../../../electron/core/similarity/family-index.ts'
import { type Sketch, sketchOf } from '../../../../electron/core/similarity/sketch.ts'
import { randomFrom, sentence } from '../../../bench/invent-documents.ts'
import { measureSimilarity } from '../../../bench/similarity.ts'

const random = randomFrom(3)
const text = (count = 20): string[] => Array.from({ length: count }, () => sentence('zh', random))
const sketch = (sentences: readonly string[]): Sketch | undefined => sketchOf(sentences.join('\n'))

function found(index: FamilyIndex, sentences: readonly string[], self = 'new') {
  const own = sketch(sentences)
  return own === undefined ? undefined : index.find(own, self)
}

describe('the families of a library', () => {
  test('begin with the first text and take in its reprints', () => {
    const index = new FamilyIndex()
    const story = text()
    index.put({ id: 'a', revision: 1, family: 'a', sketch: sketch(story) })
    const reprint = [...story.slice(2), ...text(1)]
    expect(found(index, reprint)).toMatchObject({ family: 'a', nearest: 'a' })
    index.put({ id: 'b', revision: 1, family: 'a', sketch: sketch(reprint) })
    expect(found(index, reprint)).toMatchObject({ family: 'a', nearest: 'b', resemblance: 1 })
    expect(found(index, text())).toBeUndefined()
  })

  test('do not find a clipping as its own reprint', () => {
    const index = new FamilyIndex()
    const story = text()
    index.put({ id: 'a', revision: 1, family: 'a', sketch: sketch(story) })
    expect(found(index, story, 'a')).toBeUndefined()
  })

  test('forget what was removed, and what a text was before it was rewritten', () => {
    const index = new FamilyIndex()
    const [story, other] = [text(), text()]
    index.put({ id: 'a', revision: 1, family: 'a', sketch: sketch(story) })
    index.put({ id: 'a', revision: 2, family: 'a', sketch: sketch(other) })
    expect(found(index, story)).toBeUndefined()
    expect(found(index, other)).toMatchObject({ nearest: 'a' })
    index.remove('a')
    expect(found(index, other)).toBeUndefined()
    expect(index.size).toBe(0)
  })

  test('follow a clipping whose family changes', () => {
    const index = new FamilyIndex()
    const story = text()
    index.put({ id: 'a', revision: 1, family: 'a', sketch: sketch(story) })
    index.setFamily('a', 'z')
    expect(found(index, story)).toMatchObject({ family: 'z' })
  })

  test('hold a text that is too short to be known again', () => {
    const index = new FamilyIndex()
    index.put({ id: 'a', revision: 1, family: 'a', sketch: undefined })
    expect(index.revisionOf('a')).toBe(1)
    expect(index.resemblance('a', 'a')).toBeUndefined()
    expect([...index.members()]).toHaveLength(1)
  })

  test('find at least 98 of 100 reprints with up to a fifth edited, and hardly anything else', () => {
    const { recall, precision } = measureSimilarity(2_500, 21)
    expect(recall).toBeGreaterThanOrEqual(0.98)
    expect(precision).toBeGreaterThanOrEqual(0.98)
  })
})
