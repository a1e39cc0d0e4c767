import { describe, expect, it } from 'vitest'
import { articleMarkdown } from '../../../../../electron/core/export/markdown/article.ts'
import {
  articleWith,
  block,
  clippingWith,
  figure,
  inline,
  link,
  list,
  quote,
  text,
} from '../sample-clipping.ts'
import { bodyOf, frontMatterOf, parsed, plainBody } from './read-back.ts'

const sample = articleWith([
  block('p', text('据央视新闻报道,'), inline('strong', text('“商务部”')), text('新闻发言人答记者问。')),
  figure({
    caption: [text('王文涛部长会见黄仁勋')],
    credit: { words: '图源:商务部网站', name: '商务部网站' },
  }),
  figure({ credit: { words: '图源:商务部网站', name: '商务部网站' } }),
  block('h2', text('美媒揭H20芯片解禁幕后')),
  block(
    'p',
    text('CO'),
    inline('sub', text('2')),
    text(' 见 https://a.b/c_d。'),
    inline('br'),
    text('1. not a list'),
  ),
  list('ol', [text('first')], [link('https://a.b/', text('second'))]),
  quote([text('one')], [text('two')]),
])

describe('the Markdown of one clipping', () => {
  it('reads as a person would write it', () => {
    expect(
      articleMarkdown(clippingWith({ note: '核实\n\n商务部公告' }), sample, { language: 'zh-Hans' }),
    ).toBe(`---
title: 王文涛部长会见黄仁勋
source: 央视新闻
sources:
  - 央视新闻
  - 商务部网站
source-urls:
  - https://news.example/a?b=1
  - ""
author:
  - 创始人
editor:
  - 刘锦平
published: 2025-07-19T00:09:16+08:00
published-origin: text
published-evidence: "2025-07-19 00:09:16"
published-zone: assumed
created: 2025-11-08T01:14:00.000Z
url: https://news.example/a?b=1
language: zh-Hans
tags:
  - 公司/英伟达
  - 出口管制
clipping: 01981f00-0000-7000-8000-000000000001
original:
  - ${'a'.repeat(64)}
---

# 王文涛部长会见黄仁勋

创始人 · 2025年7月19日 00:09:16（UTC+08:00、推定） · 央视新闻

据央视新闻报道,**“商务部”**&#x65B0;闻发言人答记者问。

*王文涛部长会见黄仁勋*\\
图源:<cite>商务部网站</cite> <!-- figure -->

图源:<cite>商务部网站</cite> <!-- figure -->

## 美媒揭H20芯片解禁幕后

CO<sub>2</sub> 见 <https://a.b/c_d>。\\
1\\. not a list

1. first
2. [second](https://a.b/)

> one
>
> two

---

- 来源：央视新闻、商务部网站
- 作者：创始人
- 编辑：刘锦平
- 发布时间：2025年7月19日 00:09:16（UTC+08:00、推定）
- 网址：<https://news.example/a?b=1>
- 剪存时间：2025年11月8日 01:14（UTC）
- 原件 SHA-256：\`${'a'.repeat(64)}\`

**备注：**

> 核实
>
> 商务部公告
`)
  })

  it('leaves out what is not stated and says so where a reader looks for it', () => {
    const { source: _, ...bare } = clippingWith({
      bylines: [],
      sources: [],
      editors: [],
      published: 'not-stated',
      tags: [],
    })
    const markdown = articleMarkdown(bare, articleWith([block('p', text('Text'))]), { language: 'en' })
    expect(frontMatterOf(parsed(markdown))).toEqual({
      title: '王文涛部长会见黄仁勋',
      'published-origin': 'not-stated',
      created: '2025-11-08T01:14:00.000Z',
      language: 'zh-Hans',
      clipping: bare.id,
      original: ['a'.repeat(64)],
    })
    expect(markdown).toContain(
      '\n\ndate not stated\n\nText\n\n---\n\n- Source: not stated\n- Published: not stated\n',
    )
  })

  it.each(['2025', '2025-04', '2025-07-01/2025-07-10', '2025-07-19T00:09'])(
    'keeps the precision of %s',
    edtf => {
      const published = { edtf, origin: 'byline', evidence: 'words', confidence: 1 } as const
      const markdown = articleMarkdown(clippingWith({ published }), sample, { language: 'en' })
      expect(frontMatterOf(parsed(markdown))['published']).toBe(edtf)
    },
  )

  it('keeps the exact name of a tag that Obsidian cannot hold beside the one that it can', () => {
    const markdown = articleMarkdown(clippingWith({ tags: ['Chip supply chain', 'a/b'] }), sample, {
      language: 'en',
    })
    expect(frontMatterOf(parsed(markdown))).toMatchObject({
      tags: ['Chip-supply-chain', 'a/b'],
      'tag-names': ['Chip supply chain', 'a/b'],
    })
  })

  it('quotes words that older YAML readers take for something else', () => {
    const markdown = articleMarkdown(clippingWith({ title: 'No', bylines: ['12:30', '1_000'] }), sample, {
      language: 'en',
    })
    expect(markdown).toContain('title: "No"\n')
    expect(markdown).toContain('  - "12:30"\n  - "1_000"\n')
  })

  it('says where the picture of a figure is, and keeps its hash where it is not exported', () => {
    const asset = 'c'.repeat(64)
    const article = articleWith([figure({ caption: [text('A caption')], asset })])
    const withPicture = articleMarkdown(clippingWith(), article, {
      language: 'en',
      assetPath: sha => `assets/${sha}.jpg`,
    })
    expect(withPicture).toContain(
      `![A \\[photo\\]](assets/${asset}.jpg)\\\n*A caption* <!-- figure ${asset} -->`,
    )
    const without = articleMarkdown(clippingWith(), article, { language: 'en' })
    expect(without).toContain(`\n\n*A caption* <!-- figure ${asset} -->`)
    expect(bodyOf(parsed(without))).toEqual(bodyOf(parsed(withPicture)))
  })

  it('keeps text from becoming a tag, a highlight, a comment or a formula in Obsidian', () => {
    const words = '#标签 ==标== %%x%% $a$ [[链接]] C# 5% US$5'
    const markdown = articleMarkdown(clippingWith(), articleWith([block('p', text(words))]), {
      language: 'en',
    })
    expect(markdown).toContain('\n\\#标签 \\==标\\== \\%%x\\%% $a\\$ \\[\\[链接]] C# 5% US$5\n')
  })

  it('states the same as the article', () => {
    const root = parsed(articleMarkdown(clippingWith(), sample, { language: 'en' }))
    expect(bodyOf(root)).toEqual(plainBody(sample.body))
    expect(frontMatterOf(root)['title']).toBe('王文涛部长会见黄仁勋')
  })
})
