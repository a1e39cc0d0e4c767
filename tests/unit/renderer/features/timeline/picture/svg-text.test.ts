import fc from 'fast-check'
import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { drawTimeline } from '../../../../../../renderer/features/timeline/picture/draw-timeline.ts'
import { svgText } from '../../../../../../renderer/features/timeline/picture/svg-text.ts'

const BARS = [
  { from: 0, to: 24, left: 0, right: 20, count: 3, wide: 0 },
  { from: 24, to: 48, left: 20, right: 40, count: 0, wide: 1 },
]
const picture = (title: string, lane = 'Ellery Post') =>
  drawTimeline({ title, span: '1970', lighter: undefined, made: 'Cuttings' }, BARS, [
    { name: lane, total: 3, bars: BARS },
  ])
const parsed = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml')

describe('the picture of a timeline as SVG', () => {
  it('is a document of boxes and words alone', () => {
    const svg = svgText(picture('All'))
    expect(new Set(svg.match(/<[a-z]+/g))).toEqual(new Set(['<svg', '<title', '<rect', '<text']))
    expect(svg).not.toMatch(/href|script|style=|url\(/)
  })

  it('draws a bar for what there is, and a lighter one for what there may be', () => {
    const boxes = picture('All').shapes.flatMap(shape => (shape.kind === 'box' ? [shape.colour] : []))
    expect(boxes.filter(colour => colour === 'bar')).toHaveLength(2)
    expect(boxes.filter(colour => colour === 'wide')).toHaveLength(2)
  })

  it('says any words as they are, and never as markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (title, lane) => {
        const words = parsed(svgText(picture(`${title}<b onload="x">&amp;`, lane))).querySelectorAll('text')
        expect(words).toHaveLength(4 + 1)
        expect(words[0]?.textContent).toContain('<b onload="x">&amp;')
      }),
      { seed: 20250719, numRuns: 200 },
    )
  })
})
