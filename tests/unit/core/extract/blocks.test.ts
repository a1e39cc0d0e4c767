import { describe, expect, test } from 'vitest'
import { linesOf } from '../../../../electron/core/body/text.ts'
import { page } from './pasted.ts'

const END_ZH = '会议最后决定，下个月再次开会，届时公布全部的工期和预算，并回答市民的提问。'
const END_EN =
  'The council will meet again next month, when it hopes to publish the full schedule and the budget.'

describe('figures', () => {
  test.each<['zh' | 'en', string[], string | null, string]>([
    ['zh', ['大桥东岸', '图源:海州日报'], '大桥东岸', '海州日报'],
    ['zh', ['', '图源：海州日报', ''], null, '海州日报'],
    ['zh', ['大桥东岸的裂缝。（陈小明 摄）'], '大桥东岸的裂缝。', '陈小明'],
    ['zh', ['大橋東岸的裂縫。（記者林子謙攝）'], '大橋東岸的裂縫。', '林子謙'],
    ['zh', ['大桥东岸。受访者供图'], '大桥东岸。', '受访者'],
    ['zh', ['摄影：贺一川'], null, '贺一川'],
    [
      'en',
      ['The eastern bank.', 'Photo: Ann Lee / Example Wire'],
      'The eastern bank.',
      'Ann Lee / Example Wire',
    ],
    [
      'en',
      ['The eastern bank. Photograph: Ann Lee/Example Wire'],
      'The eastern bank.',
      'Ann Lee/Example Wire',
    ],
    ['en', ['The eastern bank. (Ann Lee/Example Wire)'], 'The eastern bank.', 'Ann Lee/Example Wire'],
    [
      'en',
      ['The eastern bank on Tuesday. (AP Photo/Ann Lee)'],
      'The eastern bank on Tuesday.',
      'AP Photo/Ann Lee',
    ],
    [
      'en',
      ['The eastern bank on Tuesday. | Ann Lee/Example Wire'],
      'The eastern bank on Tuesday.',
      'Ann Lee/Example Wire',
    ],
  ])('%s %j', (language, lines, caption, credit) => {
    const { article } = page(language, [], [...lines, '', language === 'zh' ? END_ZH : END_EN])
    expect(article.figures).toEqual([{ caption, credit }])
  })

  test('a paragraph before a bare credit stays a paragraph', () => {
    const { article } = page('zh', [], ['图源:海州日报', '', END_ZH])
    expect(article.body.children.map(block => block.tagName)).toEqual(['p', 'p', 'figure', 'p'])
  })
})

describe('sub-headings', () => {
  test.each(['过江怎么走', '一、砍掉的项目', '（二）工期', '不种草坪，种芦苇'])(
    '%s heads the text below it',
    words => {
      const { article } = page('zh', [], [words, '', END_ZH])
      expect(article.body.children.find(block => block.tagName === 'h2')).toMatchObject({
        children: [{ value: words }],
      })
    },
  )

  test.each(['“那倒也是。”他说。', '第一，工期要短；', '请看下表：'])('%s does not', words => {
    const { article } = page('zh', [], [words, '', END_ZH])
    expect(article.body.children.some(block => block.tagName === 'h2')).toBe(false)
    expect(linesOf(article.body)).toContain(words)
  })
})

describe('interruptions', () => {
  test.each([
    'Advertisement',
    'Share',
    'Sign up for our newsletter',
    'Get the morning newsletter, free, every weekday.',
    'Follow us on Facebook',
    '1,204 views 3 shares',
    '© 2025 Example Media. All rights reserved.',
    'Externen Inhalt anzeigen',
    'YOUTUBE-INHALTE ERLAUBEN',
    'Grafiken anzeigenDatenschutzeinstellungen anpassen',
    'Links with a star are affiliate links: where somebody buys, we earn a commission.',
  ])('%s is set aside', words => {
    const { article } = page('en', [], [words, '', END_EN])
    expect(article.setAside.map(({ text, reason }) => [text, reason])).toEqual([[words, 'furniture']])
  })

  test.each([
    '扫描二维码关注我们',
    '点击查看大图',
    '阅读 1.2万 评论 35 分享',
    '未经授权不得转载',
    '广告',
    '分享到',
  ])('%s is set aside', words => {
    const { article } = page('zh', [], [words, '', END_ZH])
    expect(article.setAside.map(({ text, reason }) => [text, reason])).toEqual([[words, 'furniture']])
  })

  test('the headline of another article in capitals is set aside, a heading in capitals is not', () => {
    const other = 'MAYOR OF THE NEXT TOWN SAYS FERRY WILL NOT RUN IN WINTER'
    const heading = 'WHO WILL PAY FOR THE PIER?'
    const { article } = page('en', [], [other, '', END_EN, '', heading, '', END_EN.replace('a', 'one')])
    expect(article.setAside.map(({ text, reason }) => [text, reason])).toEqual([[other, 'related']])
    expect(linesOf(article.body)).toContain(heading)
  })

  test('a paragraph that stands there twice is kept once', () => {
    const { article } = page('zh', [], [END_ZH, '', END_ZH])
    expect(linesOf(article.body).filter(line => line === END_ZH)).toHaveLength(1)
    expect(article.setAside.map(({ reason }) => reason)).toEqual(['repeat'])
  })
})
