import { describe, expect, test } from 'vitest'
import { textOf } from '../../../../electron/core/body/text.ts'
import type { SetAside } from '../../../../electron/core/model/article.ts'
import { page } from './pasted.ts'

const items = (asides: readonly SetAside[]): unknown[] =>
  asides.flatMap(({ item }) => (item === undefined ? [] : [item]))

describe('lists that follow an article', () => {
  test.each([
    '相关内容',
    '热门资讯',
    '相关阅读',
    '推荐阅读：',
    '延伸閱讀',
    '熱門新聞',
    '【相关新闻】',
    '大家都在看',
    '往期推荐',
    '24小时热榜',
    'Related',
    'Related stories',
    'Most read',
    'MOST POPULAR',
    'Read more',
    'Trending now',
    'More from Business',
    'You may also like',
    'Recommended for you',
  ])('%s heads a list', heading => {
    const { article } = page('zh', [], [heading, '城东菜场搬迁', '周末有雨'])
    expect(article.setAside.map(({ reason, text }) => [reason, text])[0]).toEqual(['list-heading', heading])
    expect(items(article.setAside)).toEqual([{ title: '城东菜场搬迁' }, { title: '周末有雨' }])
    expect(new Set(article.setAside.map(({ list }) => list))).toEqual(new Set([heading]))
    expect(textOf(article.body)).not.toContain('城东菜场搬迁')
  })

  test('headline, blurb and time are one entry', () => {
    const { article } = page(
      'zh',
      [],
      [
        '相关内容',
        '城东菜场搬迁',
        '摊主们最关心租金...',
        '2025-07-01 10:00:00',
        '周末有雨',
        '气温下降...',
        '2025-07-02 10:00:00',
      ],
    )
    expect(items(article.setAside)).toEqual([
      { title: '城东菜场搬迁', summary: '摊主们最关心租金...', published: '2025-07-01T10:00:00+08:00' },
      { title: '周末有雨', summary: '气温下降...', published: '2025-07-02T10:00:00+08:00' },
    ])
    expect(article.setAside[1]?.text).toBe('城东菜场搬迁\n摊主们最关心租金...\n2025-07-01 10:00:00')
  })

  test('a time may open an entry, and a time without a year is none', () => {
    const { article } = page(
      'en',
      [],
      ['Latest news', '2 hours ago', 'Market moves', '3 hours ago', 'Rain expected'],
    )
    expect(items(article.setAside)).toEqual([{ title: 'Market moves' }, { title: 'Rain expected' }])
  })

  test('one line may hold headline and blurb, or headline and date, or a rank', () => {
    const { article } = page(
      'zh',
      [],
      ['热门资讯', '城东菜场搬... 摊主们最关心租金,市场...', '周末有雨 2025-07-02', '3. 老街停电'],
    )
    expect(items(article.setAside)).toEqual([
      { title: '城东菜场搬...', summary: '摊主们最关心租金,市场...' },
      { title: '周末有雨', published: '2025-07-02' },
      { title: '老街停电' },
    ])
    expect(article.setAside.every(({ reason }) => reason === 'hot' || reason === 'list-heading')).toBe(true)
  })

  test('comments are no entries', () => {
    const { article } = page('zh', [], ['网友评论(2)', '小满', '做得好。'])
    expect(items(article.setAside)).toEqual([])
    expect(article.setAside.map(({ reason }) => reason)).toEqual(['list-heading', 'furniture', 'furniture'])
  })

  test('inside the text a list ends where the text goes on', () => {
    const { article } = page(
      'zh',
      [],
      [
        '相关阅读',
        '城东菜场搬迁',
        '',
        '与会者还讨论了轮渡的票价，多数人认为两元比较合适，学生应当免费。'.repeat(4),
      ],
    )
    expect(textOf(article.body)).toContain('与会者还讨论了轮渡的票价')
    expect(items(article.setAside)).toEqual([{ title: '城东菜场搬迁' }])
  })

  test('an entry after its heading in one line is set aside with the heading as list', () => {
    const { article } = page('en', ['Read more: The canal that stopped a tram'])
    expect(article.setAside).toMatchObject([
      { reason: 'related', list: 'Read more', item: { title: 'The canal that stopped a tram' } },
    ])
  })
})
