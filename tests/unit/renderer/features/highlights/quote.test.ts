import { describe, expect, it } from 'vitest'
import { type Quoted, quoteOf } from '../../../../../renderer/features/highlights/quote.ts'

const ID = '0198b2a4-7c1e-7abc-8def-0123456789ab'
const from: Quoted = {
  id: ID,
  title: 'Ports <expand>',
  bylines: ['Marta Quennell'],
  source: { name: 'Ellery Post' },
  published: 'not-stated',
  url: 'https://ellery.example/ports',
}

describe('a quotation that is copied', () => {
  it('names where it is from, as Markdown and as HTML', () => {
    const { text, html } = quoteOf('It is open.\nSo far.', from, 'en')
    expect(text).toBe(
      '> It is open.\n> So far.\n>\n> —— Marta Quennell, Ellery Post, [“Ports <expand>”](<https://ellery.example/ports>), [clipping](<cuttings://clipping/0198b2a4-7c1e-7abc-8def-0123456789ab>)\n',
    )
    expect(html).toContain('<p>It is open.</p><p>So far.</p><p>—— Marta Quennell, Ellery Post, <a href')
    expect(html).toContain('Ports &#60;expand&#62;')
    expect(html).toContain(`<a href="cuttings://clipping/${ID}">clipping</a>`)
    expect(quoteOf('开。', from, 'zh-Hans').text).toContain(`[剪报](<cuttings://clipping/${ID}>)`)
  })

  it('names first whose words they are, where the article quotes somebody', () => {
    const said = { ...from, speaker: 'the <mayor>' }
    expect(quoteOf('No.', said, 'en').text).toContain(
      '> —— the <mayor>; quoted in Marta Quennell, Ellery Post',
    )
    expect(quoteOf('No.', said, 'en').html).toContain('—— the &#60;mayor&#62;; quoted in Marta Quennell')
    expect(quoteOf('不。', { ...from, speaker: '市长' }, 'zh-Hans').text).toContain(
      '> —— 市长；引自Marta Quennell，Ellery Post',
    )
    expect(quoteOf('No.', { ...from, speaker: null }, 'en').text).toContain('—— Marta Quennell')
  })
})
