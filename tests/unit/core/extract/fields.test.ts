import { describe, expect, test } from 'vitest'
import { detectLanguage } from '../../../../electron/core/extract/language.ts'
import { extract, page } from './pasted.ts'

describe('byline', () => {
  test.each<['zh' | 'en', string[], string[]]>([
    ['zh', ['记者 王小明'], ['王小明']],
    ['zh', ['作者：王小明、李红'], ['王小明', '李红']],
    ['zh', ['本报记者 王小明 李红'], ['王小明', '李红']],
    ['zh', ['文/王小明'], ['王小明']],
    ['zh', ['作者：王 明、李小红'], ['王明', '李小红']],
    ['zh', ['記者陳怡安／南嶼報導'], ['陳怡安']],
    ['zh', ['记者 王小明 编辑 李红 2025年7月1日'], ['王小明']],
    ['en', ['By Ann Lee'], ['Ann Lee']],
    ['en', ['By Ann Lee and Bo Chen'], ['Ann Lee', 'Bo Chen']],
    ['en', ['By Ann Lee, Transport Correspondent'], ['Ann Lee']],
    ['en', ['By Ann Lee, Bo Chen and Cy Dunn'], ['Ann Lee', 'Bo Chen', 'Cy Dunn']],
    ['en', ['Ann Lee', 'July 1, 2025'], ['Ann Lee']],
    ['en', ['Ann Lee | July 1, 2025'], ['Ann Lee']],
    ['zh', ['河边来信', '2025-07-01 10:00'], ['河边来信']],
  ])('%s %j gives %j', (language, header, bylines) => {
    expect(page(language, header).clipping.bylines).toEqual(bylines)
  })

  test('is empty where none is stated', () => {
    expect(page('zh', ['2025-07-01 10:00']).clipping.bylines).toEqual([])
    expect(page('en', ['July 1, 2025', 'Share']).clipping.bylines).toEqual([])
  })

  test('is taken from a closing line where none stands at the top', () => {
    const { clipping } = page(
      'en',
      ['July 1, 2025'],
      ['(Reporting by Ann Lee in Ellery; Editing by Bo Chen)'],
    )
    expect(clipping.bylines).toEqual(['Ann Lee'])
    expect(clipping.editors).toEqual(['Bo Chen'])
  })
})

describe('publication date', () => {
  const published = (...given: Parameters<typeof page>): string => {
    const { clipping } = page(...given)
    return typeof clipping.published === 'string' ? clipping.published : clipping.published.edtf
  }

  test('is not stated where the page names none with its year', () => {
    expect(published('zh', ['记者 王小明'])).toBe('not-stated')
    expect(published('zh', ['07-18 10:00'])).toBe('not-stated')
  })

  test('is the one labelled as such, not the update', () => {
    expect(published('en', ['Updated July 3, 2025', 'Published July 1, 2025'])).toBe('2025-07-01')
    expect(published('zh', ['更新：2025-07-03 10:00', '发布时间：2025-07-01 09:00'])).toBe(
      '2025-07-01T09:00+08:00',
    )
  })

  test('is never later than the clipping', () => {
    expect(published('zh', ['2025-07-21 10:00'])).toBe('not-stated')
    expect(published('zh', ['2025-07-20 08:00'])).toBe('2025-07-20T08:00+08:00')
    expect(published('zh', ['2025-07-20 08:01'])).toBe('not-stated')
    expect(published('en', ['July 21, 2025'])).toBe('not-stated')
  })

  test('is never one of a list that follows', () => {
    expect(published('zh', [], ['相关内容', '另一篇报道', '2025-07-01 10:00'])).toBe('not-stated')
  })

  test('keeps the precision that is stated', () => {
    expect(published('en', ['July 2025'])).toBe('2025-07')
    expect(published('zh', ['2025年7月1日'])).toBe('2025-07-01')
  })
})

describe('sources and editors', () => {
  test('a source line is split into its outlets, in order', () => {
    const { clipping, article } = page('zh', [], ['来源：央视新闻、商务部网站', '责任编辑：刘锦平'])
    expect(clipping.sources.map(({ name }) => name)).toEqual(['央视新闻', '商务部网站'])
    expect(clipping.source).toEqual({ name: '央视新闻' })
    expect(clipping.editors).toEqual(['刘锦平'])
    expect(article.statements.sources?.evidence).toBe('来源：央视新闻、商务部网站')
  })

  test('full- and half-width punctuation read alike', () => {
    for (const mark of ['：', ':', ' : '])
      expect(page('zh', [`来源${mark}海州日报`]).clipping.source).toEqual({ name: '海州日报' })
  })

  test('an outlet of several words stays whole', () => {
    expect(page('en', ['Source: The Ellery Courier']).clipping.sources).toEqual([
      { name: 'The Ellery Courier' },
    ])
  })

  test('nothing is invented', () => {
    const { clipping } = page('zh', ['2025-07-01 10:00'])
    expect(clipping.sources).toEqual([])
    expect(clipping.source).toBeUndefined()
    expect(clipping.editors).toEqual([])
  })
})

describe('credited outlets', () => {
  const credited = (sentence: string, language: 'zh' | 'en' = 'zh'): unknown =>
    page(language, [], [sentence]).clipping.reportedBy

  test.each<['zh' | 'en', string, string, string]>([
    ['zh', '据海州日报报道，大桥已经开裂三年，市民多次投诉没有结果。', '海州日报', '据海州日报报道'],
    [
      'zh',
      '另据《江岸晚报》17日报道，大桥已经开裂三年，市民多次投诉。',
      '江岸晚报',
      '另据《江岸晚报》17日报道',
    ],
    [
      'zh',
      '美国《河谷时报》17日披露，大桥已经开裂三年，市民多次投诉。',
      '河谷时报',
      '美国《河谷时报》17日披露',
    ],
    ['zh', '江岸通讯社报道称，大桥已经开裂三年，市民多次投诉没有结果。', '江岸通讯社', '江岸通讯社报道称'],
    [
      'en',
      'The bridge has been cracked for three years, according to the Ellery Times, which saw a report.',
      'Ellery Times',
      'according to the Ellery Times',
    ],
    [
      'en',
      'The Ellery Times first reported that the bridge has been cracked for as long as three years.',
      'Ellery Times',
      'The Ellery Times first reported',
    ],
    [
      'en',
      'Nobody knows how long the bridge will last, the engineer told Ellery Radio in a long talk.',
      'Ellery Radio',
      'told Ellery Radio',
    ],
  ])('%s: %s', (language, sentence, source, phrase) => {
    expect(credited(sentence, language)).toEqual([{ source, phrase }])
  })

  test.each([
    '据悉，大桥已经开裂三年，市民多次投诉没有结果，有关部门没有回应。',
    '据知情人士介绍，大桥已经开裂三年，市民多次投诉没有结果。',
    '有消息称，大桥已经开裂三年，市民多次投诉没有结果，没有回应。',
  ])('%s credits no outlet', sentence => {
    expect(credited(sentence)).toEqual([])
  })
})

describe('language', () => {
  test('Chinese is told apart by the characters that only one script writes', () => {
    expect(detectLanguage('这是关于对华贸易的报道')).toBe('zh-Hans')
    expect(detectLanguage('這是關於對華貿易的報道')).toBe('zh-Hant')
    expect(detectLanguage('人口三百万的城市')).toBe('zh')
  })

  test('others are named only where their words are plain', () => {
    expect(detectLanguage('The council said that it was the first of the new bridges')).toBe('en')
    expect(
      detectLanguage('Der Rat hat mit dem Bau der Brücke nicht auf den Bund gewartet und das ist gut'),
    ).toBe('de')
    expect(detectLanguage('日本の新聞は今日、新しい橋のことを書いています')).toBe('ja')
    expect(detectLanguage('12345 67890')).toBe('und')
    expect(detectLanguage('')).toBe('und')
  })
})

describe('title', () => {
  test('is the headline, not the menu above it', () => {
    const { clipping, article } = extract(
      [
        '首页',
        '时政',
        '海州新闻网',
        '',
        '首页 > 民生 > 正文',
        '',
        '大桥维修方案讨论会召开',
        '2025-07-01 10:00',
        '',
        '海州市交通运输局召开会议，讨论大桥维修方案，与会者认为工期应当缩短。',
      ].join('\n'),
    )
    expect(clipping.title).toBe('大桥维修方案讨论会召开')
    expect(article.setAside.map(({ reason }) => reason)).toEqual(Array(4).fill('navigation'))
  })

  test('is empty where a text states none', () => {
    expect(
      extract('海州市交通运输局召开会议，讨论大桥维修方案，与会者认为工期应当缩短。').clipping.title,
    ).toBe('')
    expect(extract('').clipping.title).toBe('')
  })
})
