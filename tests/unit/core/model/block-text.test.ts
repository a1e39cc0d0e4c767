import { describe, expect, it } from 'vitest'
import { textOf } from '../../../../electron/core/body/text.ts'
import { wordsOfBlock } from '../../../../electron/core/model/block-text.ts'
import { wrapSpans } from '../../../../electron/core/model/wrap-spans.ts'
import { block, figure, inline, list, pre, quote, table, td, text, th } from '../export/sample-clipping.ts'

const BLOCKS = [
  block('p', text('one'), inline('br'), inline('em', text('two'))),
  list('ul', [text('one')], [inline('strong', text('two')), text(' more')], []),
  quote([text('one')], [text('two')]),
  figure({ caption: [text('a quay')], credit: { words: 'Photo: Ann', name: 'Ann' } }),
  figure({ credit: { words: 'Photo: Ann', name: 'Ann' } }),
  pre(text('a\n  b'), text('\nc')),
  table({
    caption: [text('Tons')],
    head: [[th('col', []), th('col', [text('Year')])]],
    body: [
      [th('row', [text('North')]), td([text('41'), inline('br'), text('42')])],
      [td([]), td([text('43')])],
    ],
  }),
]

/** What is wrapped, without separators: a span across two texts is wrapped in both. */
const wrappedIn = (node: unknown): string => {
  const { tagName, value, children = [] } = node as { tagName?: string; value?: string; children?: unknown[] }
  const inner = (each: unknown): string =>
    (each as { value?: string }).value ??
    ((each as { children?: unknown[] }).children ?? []).map(inner).join('')
  if (tagName === 'mark') return inner(node)
  return value === undefined ? children.map(wrappedIn).join('') : ''
}

describe('the words of a block on show', () => {
  it.each(BLOCKS)('are those that core counts in (%#)', block => {
    const words = textOf(block)
    // In the cells of a table core writes a space for a line break: what counts is that the lengths agree.
    expect(wordsOfBlock(block).replace(/\n/gu, ' ')).toBe(words.replace(/\n/gu, ' '))
  })

  it.each(BLOCKS)('are wrapped where core says that they stand (%#)', block => {
    const words = textOf(block)
    for (const { index, 0: word } of words.matchAll(/\S+/gu)) {
      const spans = [{ start: index, end: index + word.length, index: 0 }]
      expect(wrappedIn(wrapSpans(block, spans, { tagName: 'mark', property: 'dataMatch' }))).toBe(word)
    }
  })
})
