import { expect, test } from 'vitest'
import { textOf } from '../../../../electron/core/body/text.ts'
import { extract } from './pasted.ts'

const MENU = ['Home', 'World', 'Business', 'Culture', 'Weather', 'Opinion', 'Letters', 'Puzzles', 'Archive']
const PARAGRAPHS = [
  'The harbour council voted on Tuesday evening to rebuild the northern pier, which a storm broke in two last winter, and to close it to cars.',
  'Fishing crews, who land their catch there, asked for a crane and a cold store, and the council agreed to pay for both from the harbour fund.',
  'The pier was built in 1911 and has been mended seven times; engineers told the council that the next storm would take what is left of it.',
  'Work on the pier will begin in March, the council said, and the crews will land their catch at the southern quay until it is done.',
  'The harbour fund holds enough for the pier and the crane, but the cold store will have to wait for a grant that the council has asked for.',
]
const TEASER = 'Ferry Times Change From Monday'

const pageWith = (lines: readonly string[]): string =>
  [
    ...MENU,
    'Council votes to rebuild the northern pier',
    'By Ada Winter',
    '3 June 2025, 18:20',
    '',
    ...lines.flatMap(line => [line, '']),
    ...MENU,
    ...MENU,
  ].join('\n')

test('the headline of another article between two paragraphs is set aside, and can be restored', () => {
  const [first = '', second = '', ...rest] = PARAGRAPHS
  const lines = [...MENU, '']
  const text = pageWith([first, second, ...rest]).replace(`${second}\n`, `${second}\n${TEASER}\n2h ago\n`)
  const { article } = extract(`${lines.join('\n')}${text}`)
  expect(textOf(article.body)).not.toContain(TEASER)
  expect(article.setAside.map(aside => aside.text).join('\n')).toContain(TEASER)
})

test('paragraphs stay, however long the page around them', () => {
  const { article } = extract(pageWith(PARAGRAPHS))
  expect(article.body.children.map(textOf)).toEqual(PARAGRAPHS)
})

test('of a text that was copied without its page every line stays', () => {
  const last = 'No Vote Was Taken On It'
  const { article } = extract(['Council votes', ...PARAGRAPHS, last, PARAGRAPHS[0]].join('\n'))
  expect(textOf(article.body)).toContain(last)
})
