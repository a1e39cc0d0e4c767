import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOf } from '../../electron/core/body/text.ts'
import { extractPasted } from '../../electron/core/extract/pipeline.ts'
import { articleSchema } from '../../electron/core/model/article.ts'
import { clippingSchema } from '../../electron/core/model/clipping.ts'
import { daySpanOf, secondsOf } from '../../electron/core/model/edtf.ts'
import type { Extraction } from '../../electron/core/model/extraction.ts'

const CLIPPED_AT = '2025-07-20T00:00:00.000Z'
const extract = (text: string): Extraction => extractPasted(text, { clippedAt: CLIPPED_AT })

const extractionSchema = {
  clipping: clippingSchema.pick({
    title: true,
    bylines: true,
    source: true,
    sources: true,
    reportedBy: true,
    editors: true,
    language: true,
    published: true,
    excerpt: true,
    length: true,
  }),
  article: articleSchema.omit({ id: true, revision: true }),
}

/** Lines as they stand on news pages, of every kind that a step looks for. */
const pageLine = fc.constantFrom(
  '黄仁勋曾赴白宫力劝特朗普?美批准对华销售H20芯片',
  '2025-07-19 00:09:16',
  '来源：新华社 作者：王小明 2025年7月18日 09:30 阅读 1.2万',
  '创始人',
  '0',
  '据央视新闻报道，商务部新闻发言人就有关情况答记者问，并表示今年5月以来双方保持密切沟通。',
  '图源:商务部网站',
  '（陳小明攝）',
  '王文涛部长会见黄仁勋',
  '相关内容',
  '热门资讯',
  '兆驰股份:计划2026年推... 人民财讯11月7日电,近日接受机构调研时表示 ...',
  '2025-11-07 22:35:18',
  '责任编辑：刘锦平',
  '網友評論 (35)',
  '延伸閱讀：更多新聞',
  'By Ann Lee and Bo Chen',
  'Published 9:14 a.m. ET, July 17, 2025',
  'WASHINGTON, July 17 (Example Wire) — Officials said on Thursday that the plan would be published next week.',
  'The harbour was quiet on Tuesday, and nobody that this reporter spoke to could say why it had been closed.',
  'Photo: Ann Lee / Example Wire',
  'Sign up for our newsletter',
  'Read more: The bridge that was never built',
  'Most read',
  '(Reporting by Ann Lee; Editing by Bo Chen)',
  'Share',
  '© 2025 Example Media. All rights reserved.',
  'Home > News > Politics',
)
const oddLine = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '\u00a0',
    '\u200b',
    '\u200b\ufeff',
    '😀😀',
    '\ud800',
    'a\ud800b',
    '\t|\t',
    '   ',
    '__proto__',
    '．',
    '＞',
  ),
)
const pageText = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 3, arbitrary: pageLine }, { weight: 2, arbitrary: oddLine }),
      fc.constantFrom('\n', '\r\n', '\n\n', '\r', '\u2028'),
    ),
    {
      maxLength: 40,
    },
  )
  .map(lines => lines.map(([line, end]) => line + end).join(''))

/** What ends a line: CR LF, LF, CR, and Unicode's other line and page breaks (UAX 14, mandatory breaks). */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u

const squeezed = (text: string): string => text.replace(/\s+/gu, '')

/** Every word that an extraction holds: the body, what backs its fields, what was set aside. */
function kept({ article }: Extraction): string {
  const evidence = Object.values(article.statements).map(statement => statement.evidence)
  return squeezed(
    [textOf(article.body), ...evidence, ...article.setAside.map(aside => aside.text)].join('\n'),
  )
}

const settings = { seed: 20250719, numRuns: 600 }

describe('extraction from pasted text', { timeout: 60_000 }, () => {
  test('loses no line, whatever the text', () => {
    fc.assert(
      fc.property(pageText, text => {
        const all = kept(extract(text))
        for (const line of text.split(LINE_BREAK)) expect(all).toContain(squeezed(line))
      }),
      settings,
    )
  })

  test('keeps each line once: nothing that backs no field is both in the body and set aside', () => {
    fc.assert(
      fc.property(pageText, text => {
        const { article } = extract(text)
        const orders = [
          ...article.body.children.map(block => block.properties.dataOrder),
          ...article.setAside.map(aside => aside.order),
        ]
        expect(new Set(orders).size).toBe(orders.length)
      }),
      settings,
    )
  })

  test('makes records that can be stored', () => {
    fc.assert(
      fc.property(pageText, text => {
        const { clipping, article } = extract(text)
        expect(extractionSchema.clipping.parse(clipping)).toEqual(clipping)
        expect(extractionSchema.article.parse(article)).toEqual(article)
        expect(new Set(article.setAside.map(aside => aside.id)).size).toBe(article.setAside.length)
      }),
      { ...settings, numRuns: 400 },
    )
  })

  test('invents no field: each value stands in the text, and no date is later than the clipping', () => {
    fc.assert(
      fc.property(pageText, text => {
        const { clipping } = extract(text)
        const words = squeezed(text.replace(/[\p{Cc}\p{Cf}]/gu, ' '))
        const { title, bylines, editors, sources, reportedBy, published } = clipping
        const named = [title, ...bylines, ...editors, ...sources.map(({ name }) => name)]
        for (const name of [...named, ...reportedBy.map(({ phrase }) => phrase)])
          expect(words).toContain(squeezed(name.replace(/[\p{Cc}\p{Cf}]/gu, ' ')))
        if (typeof published === 'string') return
        const clipped = Date.parse(CLIPPED_AT) / 1000
        expect(daySpanOf(published.edtf).from * 86_400 - 14 * 3600).toBeLessThanOrEqual(clipped)
        if (published.zone !== undefined) expect(secondsOf(published.edtf)).toBeLessThanOrEqual(clipped)
      }),
      settings,
    )
  })

  test('tells the same from the same text, whatever ends its lines', () => {
    fc.assert(
      fc.property(fc.array(pageLine, { maxLength: 30 }), lines => {
        expect(extract(lines.join('\r\n'))).toEqual(extract(lines.join('\n')))
      }),
      { ...settings, numRuns: 300 },
    )
  })
})

describe('large pasted texts', () => {
  const sentence =
    '据新华社报道，7月15日上午，有关部门在上周的会议上表示，1990年代以来的情况有所变化（图源：网络）。'
  const english =
    'According to the Example Times, 9:14 a.m. ET, July 17, 2025 was the last Tuesday of a week in May. '
  const cases: Record<string, (share: number) => string> = {
    'one line of a megabyte in Chinese': share => sentence.repeat(20_000 * share),
    'one line of a megabyte in English': share => english.repeat(10_000 * share),
    'one line of digits': share => '1'.repeat(1_000_000 * share),
    'one line of spaces and letters': share => 'a '.repeat(500_000 * share),
    'one line without a space': share => 'a'.repeat(1_000_000 * share),
    'one line of one Chinese character': share => '年'.repeat(1_000_000 * share),
    'a megabyte of short lines': share => '相关内容\n2025-07-18 10:00\n'.repeat(30_000 * share),
    'a megabyte of paragraphs': share => `${sentence}\n\n`.repeat(18_000 * share),
    'a megabyte of brackets and dots': share => '（(【[....……'.repeat(90_000 * share),
  }
  /** The extraction, and the processor time that it took in milliseconds. */
  const timed = (text: string) => {
    const start = process.cpuUsage()
    const extraction = extract(text)
    const { user, system } = process.cpuUsage(start)
    return { extraction, ms: (user + system) / 1000 }
  }
  for (const [name, textOf] of Object.entries(cases))
    test(`${name} takes a time that grows with its length, and is kept whole`, () => {
      const tenth = timed(textOf(0.1))
      const text = textOf(1)
      const { extraction, ms } = timed(text)
      // Where each part is compared with every other it would be a hundred times as long.
      expect(ms).toBeLessThan(30 * Math.max(tenth.ms, 50))
      const all = kept(extraction)
      for (const line of new Set(text.split('\n'))) expect(all.includes(squeezed(line))).toBe(true)
    }, 60_000)
})
