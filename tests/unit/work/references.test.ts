import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cslItemOf } from '../../../electron/core/export/citation/csl-item.ts'
import { formatReferences } from '../../../electron/core/export/citation/format-references.ts'
import {
  referencesHtml,
  referencesText,
  referencesToCopy,
} from '../../../electron/core/export/citation/reference-list.ts'
import { CITATION_STYLES, type CitationStyle } from '../../../electron/core/model/citation-style.ts'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { placeOfExport } from '../../../electron/store/export-target.ts'
import { referenceStyle } from '../../../electron/work/citation-styles.ts'
import { writeExport } from '../../../electron/work/write-export.ts'
import { MIXED_CLIPPINGS } from '../core/export/citation/mixed-clippings.ts'
import { articleWith, block, clippingWith, text as textNode } from '../core/export/sample-clipping.ts'
import { filesBelow } from '../store/files-below.ts'
import { exportScene } from './export-scene.ts'

const entryWith = (index: number, changes: Parameters<typeof clippingWith>[0]) => {
  const id = `01981f00-0000-7000-8000-${String(index).padStart(12, '0')}`
  const article = articleWith([block('p', textNode('渡轮停航。'))])
  return { clipping: clippingWith({ id, ...changes }), article: { ...article, id } }
}

const HONEST = MIXED_CLIPPINGS.slice(0, -1)

async function list(
  style: CitationStyle,
  clippings: readonly Clipping[] = HONEST,
  language: 'en' | 'zh-Hans' = 'en',
) {
  const references = formatReferences(clippings.map(cslItemOf), await referenceStyle(style), language)
  return { title: 'References', language, references, isNumbered: style === 'gb-t-7714' }
}
const lines = async (...of: Parameters<typeof list>) =>
  referencesText(await list(...of))
    .trimEnd()
    .split('\n\n')
    .slice(1)

describe('references of clippings in both languages', () => {
  it('are set in GB/T 7714-2015 in their order, with et al. or 等', async () => {
    expect(await lines('gb-t-7714')).toEqual([
      '[1] 张三, 李四, 欧阳静, 等. 旧桥维修推迟到明年春天[N/OL]. 海港日报, 2025-07-19[2025-11-08]. https://news.example/bridge?id=1&from=home.',
      '[2] DOE J, ROE J F, VAN DER POEL P, et al. Bridge repairs put off until spring[N/OL]. The Harbour Times, 2025-07-20[2025-11-08]. https://times.example/bridge_repairs.',
      '[3] 张三. “谁来付钱？”[J]. 海港周刊, 2025[2025-11-08].',
      '[4] 关于调整渡轮班次的公告[EB/OL]//海港市交通局网站. [2025-11-08]. https://gov.example/notice.',
      '[5] ASSOCIATED PRESS. Ferry ran aground, operator says[J]. Example Weekly, 2025[2025-11-08].',
      '[6] 新华社, 王小明. 渡輪擱淺調查仍在進行[N]. 島報, 2025年7月1日至…[2025-11-08].',
      '[7] Annual report of the harbour board[R]. 2024[2025-11-08].',
    ])
  })

  it('are set in APA 7, Chinese ones with Chinese signs', async () => {
    expect(await lines('apa')).toEqual([
      'Annual report of the harbour board. (2024).',
      'Associated Press. (2025, July 1–10). Ferry ran aground, operator says. Example Weekly.',
      'Doe, J., Roe, J. F., van der Poel, P., Gabriel García Márquez, & Li Yuan. (2025, July 20). Bridge repairs put off until spring. The Harbour Times. https://times.example/bridge_repairs',
      '张三（2025年7月）。“谁来付钱？”。海港周刊。',
      '张三、李四、欧阳静、赵六、钱小七（2025年7月19日）。旧桥维修推迟到明年春天。海港日报。https://news.example/bridge?id=1&from=home',
      '关于调整渡轮班次的公告（日期不详）。海港市交通局网站。检索于 2025年11月8日，取自 https://gov.example/notice',
      '新华社、王小明（2025年7月1日至…）。渡輪擱淺調查仍在進行。島報。',
    ])
  })

  it('are set in Chicago, those of the list’s language first', async () => {
    expect(await lines('chicago', HONEST, 'zh-Hans')).toEqual([
      '张三。《“谁来付钱？”》。海港周刊，2025年7月。',
      '张三、李四、欧阳静、赵六、钱小七。《旧桥维修推迟到明年春天》。海港日报，2025年7月19日。https://news.example/bridge?id=1&from=home。',
      '海港市交通局网站。《关于调整渡轮班次的公告》。访问于 2025年11月8日。https://gov.example/notice。',
      '新华社、王小明。「渡輪擱淺調查仍在進行」。島報，2025年7月1日至…',
      '“Annual Report of the Harbour Board,” 2024.',
      'Associated Press. “Ferry Ran Aground, Operator Says.” Example Weekly, July 1–10, 2025.',
      'Doe, Jane, John F. Roe, Pieter van der Poel, Gabriel García Márquez, and Li Yuan. “Bridge Repairs Put off until Spring.” The Harbour Times, July 20, 2025. https://times.example/bridge_repairs.',
    ])
  })

  it('are set in MLA 9, with et al. or 等', async () => {
    expect(await lines('mla')).toEqual([
      'Annual Report of the Harbour Board. 2024.',
      'Associated Press. “Ferry Ran Aground, Operator Says.” Example Weekly, 1–10 July 2025.',
      'Doe, Jane, et al. “Bridge Repairs Put off until Spring.” The Harbour Times, 20 July 2025, https://times.example/bridge_repairs.',
      '张三等。《旧桥维修推迟到明年春天》。海港日报，2025年7月19日，https://news.example/bridge?id=1&from=home。',
      '———。《“谁来付钱？”》。海港周刊，2025年7月。',
      '《关于调整渡轮班次的公告》。海港市交通局网站，https://gov.example/notice。访问于 2025年11月8日。',
      '新华社、王小明。「渡輪擱淺調查仍在進行」。島報，2025年7月1日至…',
    ])
  })

  it('tell works of one author and year apart, in Chinese as well', async () => {
    const twice = ['2025-07-19', '2025-07-20', '2025-07'].map((edtf, index) =>
      clippingWith({
        id: `01981f00-0000-7000-8000-${String(index).padStart(12, '0')}`,
        title: `第${index + 1}篇`,
        bylines: ['张三'],
        published: { edtf, origin: 'text', evidence: edtf, confidence: 1 },
        url: undefined,
        source: { name: '海港日报' },
      }),
    )
    expect((await lines('apa', twice)).map(line => line.slice(0, line.indexOf('。'))).sort()).toEqual([
      '张三（2025a，7月）',
      '张三（2025b，7月19日）',
      '张三（2025c，7月20日）',
    ])
  })

  it('never put an order into a list whose style has none', async () => {
    const back = await lines('gb-t-7714', HONEST.toReversed())
    expect(back[0]).toMatch(/^\[1\] Annual report/u)
    expect(back).toHaveLength(HONEST.length)
  })
})

describe('a list of hundreds', () => {
  const many = Array.from({ length: 450 }, (_, index) =>
    entryWith(index, {
      title: `第${index}篇`,
      bylines: [`作者${index % 40}`],
      language: index % 3 ? 'zh-Hans' : 'en',
    }),
  )

  async function written(
    citationStyle: CitationStyle,
    look: () => void,
    signal = new AbortController().signal,
  ) {
    const { of, to } = await exportScene(many)
    const heard: number[] = []
    const outcome = await writeExport(
      {
        of: { ...of, citationStyle },
        format: 'citations-text',
        place: placeOfExport(join(to, 'references.txt'), 'x'),
      },
      { signal, progress: (done, total) => heard.push(done / total), look },
    )
    return { outcome, heard, files: Object.keys(await filesBelow(to)) }
  }

  it.each(CITATION_STYLES)('says how far it is all the while, set in %s', async style => {
    let looks = 0
    const { outcome, heard } = await written(style, () => {
      looks += 1
    })
    expect(outcome).toEqual({ ok: true, value: { files: 1, picturesLeftOut: 0 } })
    expect(looks).toBeGreaterThan(many.length)
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
    expect([heard[0], heard.at(-1)]).toEqual([expect.closeTo(0, 1), 1])
    for (const [at, now] of heard.entries()) expect(now - (heard[at - 1] ?? 0)).toBeLessThanOrEqual(0.25)
  })

  it.each([1, 300, 900])('ends where it is when it is cancelled, at the look %i', async at => {
    const controller = new AbortController()
    let looks = 0
    const look = () => {
      looks += 1
      if (looks === at) controller.abort()
    }
    const { outcome, files } = await written('apa', look, controller.signal)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect([looks, files]).toEqual([at, []])
  })
})

describe('what a list becomes', () => {
  it('is a page that loads and runs nothing, whatever a title says', async () => {
    for (const style of CITATION_STYLES) {
      const html = referencesHtml(await list(style, MIXED_CLIPPINGS))
      const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gu)].map(([, name]) => name))
      expect([...tags].sort().filter(tag => tag !== 'em')).toEqual(
        ['a', 'body', 'h1', 'head', 'html', 'meta', 'p', 'style', 'title'].sort(),
      )
      expect(html).toMatch(/&#x3C;img src=x/iu)
    }
  })

  it('is copied as text and as HTML at once; one alone has no number', async () => {
    const { title: _title, ...numbered } = await list('gb-t-7714')
    expect(referencesToCopy(numbered).text.split('\n')[1]).toMatch(/^\[2\] DOE J/u)
    const one = referencesToCopy({ ...numbered, references: numbered.references.slice(0, 1) })
    expect(one.text).toMatch(/^张三/u)
    const { title: _other, ...apa } = await list('apa')
    expect(referencesToCopy(apa).html).toContain(
      '<em>The Harbour Times</em>. <a href="https://times.example/',
    )
  })
})

const letters = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

describe('any clippings', () => {
  it('are set in any style with their words whole, and without markup of their own', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    const anyone = fc.record({
      title: words,
      outlet: words,
      language: fc.constantFrom('zh-Hans', 'zh-Hant', 'fr'),
    })
    for (const style of CITATION_STYLES) {
      const files = await referenceStyle(style)
      fc.assert(
        fc.property(fc.array(anyone, { minLength: 10, maxLength: 40 }), drawn => {
          const clippings = drawn.map(({ title, outlet, language }, index) =>
            clippingWith({
              id: `01981f00-0000-7000-8000-${String(index).padStart(12, '0')}`,
              title: `题${title}题`,
              bylines: [],
              source: { name: `源${outlet}源` },
              language,
            }),
          )
          const references = formatReferences(clippings.map(cslItemOf), files, 'en')
          expect(new Set(references.map(({ id }) => id)).size).toBe(clippings.length)
          for (const reference of references) {
            const { text, html } = referencesToCopy({ references: [reference], isNumbered: false })
            expect(text).not.toMatch(/[\ue000-\ue006]/u)
            const tags = [...html.matchAll(/<\/?([a-z0-9]+)/gu)].map(([, tag]) => tag ?? '')
            expect(tags.filter(tag => !['p', 'a', 'em', 'sup', 'sub'].includes(tag))).toEqual([])
            const of = drawn[clippings.findIndex(each => cslItemOf(each).id === reference.id)]
            expect(letters(text)).toContain(letters(`题${of?.title}题`))
            expect(letters(text)).toContain(letters(`源${of?.outlet}源`))
          }
        }),
        { seed: 20261129, numRuns: 4 },
      )
    }
  })
})
