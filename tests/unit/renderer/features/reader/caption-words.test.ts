import type { Element } from 'hast'
import { expect, it } from 'vitest'
import { groupCaptionWords } from '../../../../../renderer/features/reader/caption-words.ts'

const element = (tagName: string, ...children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})
const text = (value: string) => ({ type: 'text', value }) as const

it('the words of a caption stay one sentence, whatever is marked in them, with the credit beside it', () => {
  const figure = element(
    'figure',
    element('img'),
    element(
      'figcaption',
      text('A '),
      element('mark', text('tram')),
      text(' stops'),
      element('cite', text('Wren')),
    ),
  )
  expect(groupCaptionWords(figure)).toEqual(
    element(
      'figure',
      element('img'),
      element(
        'figcaption',
        element('span', text('A '), element('mark', text('tram')), text(' stops')),
        element('cite', text('Wren')),
      ),
    ),
  )
  expect(groupCaptionWords(element('figure', element('figcaption', element('cite', text('Wren')))))).toEqual(
    element('figure', element('figcaption', element('cite', text('Wren')))),
  )
  const paragraph = element('p', text('A'))
  expect(groupCaptionWords(paragraph)).toBe(paragraph)
})
