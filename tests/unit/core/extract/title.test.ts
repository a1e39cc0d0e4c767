import { describe, expect, test } from 'vitest'
import { blockText } from '../../../../electron/core/body/text.ts'
import { extract } from './pasted.ts'

const ZH = [
  '海州市交通运输局周二召开会议，讨论大桥维修方案，与会者认为大桥维修的工期应当缩短。',
  '会议决定先修东岸，再修西岸，大桥维修期间市民可以改乘轮渡，时刻表下周公布。',
  '附近居民表示，他们担心上班时间的交通会更加拥挤，希望多开几班轮渡。',
]
const EN = [
  'The council met on Tuesday evening to discuss the bridge repairs, and most members thought that the work should be done faster.',
  'It was decided that the repairs of the eastern bank would come first, and that residents could take the ferry in the meantime.',
  'The bridge repairs will cost nine million, the council said, and a third of it has not been found by anybody yet.',
]

const titleOf = (lines: readonly string[]): string => extract(lines.join('\n')).clipping.title

describe('the title of a pasted page', () => {
  test('is not the line that says where in the site the page is', () => {
    const header = ['您的位置：首页 > 海州 > 大桥 > 大桥维修', '大桥维修方案讨论会召开', '2025-07-01 10:00']
    expect(titleOf([...header, ...ZH])).toBe('大桥维修方案讨论会召开')
  })

  test('is not the end of the trail that leads to the page, where a headline follows', () => {
    const trail = ['Home', 'City', 'Bridge repairs: council debates the cost – what happens to the ferry?']
    const headline = 'Nine million for the bridge: what happens to the ferry?'
    const below = ['The council has not found a third of it yet.', 'By Ann Lee', 'July 1, 2025, 17:26']
    expect(titleOf([...trail, 'Council', headline, ...below, ...EN])).toBe(headline)
    expect(titleOf([...trail, 'By Ann Lee', 'July 1, 2025, 17:26', ...EN])).toBe(trail[2])
    const zh = [
      '首页',
      '海州',
      '海州大桥维修要花九百万，轮渡会不会停？',
      '东岸',
      '大桥维修方案公布，轮渡照常开行',
    ]
    expect(titleOf([...zh, '2025-07-01 10:00', ...ZH])).toBe(zh[4])
  })

  test('stands without a quotation set before it that nothing parts from it', () => {
    const dated = ['July 1, 2025', ...EN]
    expect(titleOf(['"It will cost millions"Council debates bridge repairs', ...dated])).toBe(
      'Council debates bridge repairs',
    )
    for (const whole of [
      '"It will cost millions": Council debates bridge repairs',
      '“Bridge” repairs are debated by the council',
    ])
      expect(titleOf([whole, ...dated])).toBe(whole)
    expect(titleOf(['“大桥”维修方案讨论会召开', '2025-07-01 10:00', ...ZH])).toBe('“大桥”维修方案讨论会召开')
  })

  test('stands without the mark of a list', () => {
    expect(titleOf(['》大桥维修方案讨论会召开', '2025-07-01 10:00', ...ZH])).toBe('大桥维修方案讨论会召开')
  })

  test('is not the words of a picture below it', () => {
    const header = [
      'Council debates bridge repairs',
      'By Ann Lee',
      'The bridge on Tuesday, before the council debated its repairs',
      'Photo: Ann Lee / Example Wire',
      'July 1, 2025',
    ]
    expect(titleOf([...header, ...EN])).toBe('Council debates bridge repairs')
  })
})

describe('words of a picture above the title', () => {
  const titled = (lines: readonly string[]): string => titleOf([...lines, ...EN])

  test('are no title, wherever their maker is named', () => {
    const caption = 'Two cyclists wait for the green light on Monday.'
    const header = [
      caption,
      'Bild: Ann Lee / Example Wire',
      'Tags',
      'Bild: Ann Lee / Example Wire',
      caption,
      'July 1, 2025, 17:26',
      'Council debates bridge repairs',
    ]
    expect(titled(header)).toBe('Council debates bridge repairs')
  })

  test('date no line above them', () => {
    const header = [
      'Council debates bridge repairs of the eastern bank',
      'From the evening programme of July 1, 2025. Photo: Ann Lee / Example Wire',
      'News',
      'The bridge will cost more than the council thought',
    ]
    expect(titled(header)).toBe('The bridge will cost more than the council thought')
  })

  test('may end with a name alone', () => {
    const header = [
      'Ferry passengers ask for more boats',
      'By Tom Reed',
      'The council on the bridge in May 2019. Ann Lee',
      'July 1, 2025',
    ]
    expect(titled(header)).toBe('Ferry passengers ask for more boats')
  })
})

describe('the blurbs of a list below a text', () => {
  test('are none of it, though they are sentences', () => {
    const blurbs = ['harbour', 'ferry', 'market', 'school', 'tower', 'museum'].flatMap(place => [
      `New plans for the ${place}`,
      `The mayor said that the ${place} will be rebuilt next year. It was last mended a decade ago.`,
    ])
    const { article } = extract(
      ['Council debates bridge repairs', 'July 1, 2025', EN[0], 'More stories', ...blurbs].join('\n'),
    )
    expect(article.body.children.map(blockText)).toEqual([EN[0]])
    expect(article.setAside.map(({ text }) => text).join('\n')).toContain('the museum will be rebuilt')
  })
})

describe('words that part the paragraphs of a page', () => {
  test('do not end its text, however often they stand there', () => {
    const parted = [...EN, ...EN.map(line => line.replace('bridge', 'harbour'))].flatMap(line => [
      'Content of article',
      line,
      'Content of article',
    ])
    const { clipping, article } = extract(
      ['Council debates bridge repairs', 'July 1, 2025', ...parted].join('\n'),
    )
    expect(clipping.title).toBe('Council debates bridge repairs')
    expect(article.body.children.map(blockText)).toContain(EN[0])
  })
})
