import { createHash } from 'node:crypto'
import { figuresOf } from '../../../../electron/core/body/figures.ts'
import { textOf } from '../../../../electron/core/body/text.ts'
import type { ExportEntry } from '../../../../electron/core/export/plan.ts'
import type { Article } from '../../../../electron/core/model/article.ts'
import type { Block, Body } from '../../../../electron/core/model/body.ts'
import type { Clipping } from '../../../../electron/core/model/clipping.ts'
import type { Highlight } from '../../../../electron/core/model/highlight.ts'
import {
  block,
  clippingWith,
  figure,
  inline,
  link,
  list,
  pre,
  quote,
  table,
  td,
  text,
  th,
} from './sample-clipping.ts'
import { samplePicture } from './sample-picture.ts'

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The pictures of the sample collection by their SHA-256. */
export const PICTURES: ReadonlyMap<string, Buffer> = new Map(
  [samplePicture(480, 300, [206, 190, 160]), samplePicture(300, 400, [150, 180, 205])].map(bytes => [
    sha256Of(bytes),
    bytes,
  ]),
)
const [FERRY = '', CRANE = ''] = PICTURES.keys()

/** The originals of the sample collection by their SHA-256. */
export const ORIGINALS: ReadonlyMap<string, Buffer> = new Map(
  ['渡轮时刻表周日起调整\n\n青桥市交通局……\n', 'Crane inquiry finds a missing bolt\n', 'Untitled\n'].map(
    words => {
      const bytes = Buffer.from(words)
      return [sha256Of(bytes), bytes]
    },
  ),
)
const originalsOf = (index: number): Clipping['originals'] =>
  [...ORIGINALS].slice(index, index + 1).map(([sha256, bytes]) => ({
    sha256,
    mediaType: 'text/plain',
    byteLength: bytes.length,
    name: `original-${index + 1}.txt`,
  }))

const idOf = (index: number): string => `0199c000-0000-7000-8000-00000000000${index}`

type Marked = readonly [words: string, colour: Highlight['colour'], note?: string]

/** A clipping and its article; `marked` are words of the body that are highlighted. */
function entry(
  index: number,
  clipping: Partial<Clipping>,
  children: readonly Block[],
  marked: readonly Marked[] = [],
): ExportEntry {
  const body: Body = {
    type: 'root',
    children: children.map((each, order) => ({ ...each, properties: { dataOrder: order } }) as Block),
  }
  const whole = textOf(body)
  const article: Article = {
    id: idOf(index),
    revision: 1,
    body,
    figures: figuresOf(body),
    setAside: [],
    statements: {},
    datesInText: [],
    extractorVersion: 1,
    highlights: marked.map(([exact, colour, note], at) => {
      const start = whole.indexOf(exact)
      return {
        id: `0199c000-0000-7000-8000-0000000001${index}${at}`,
        quote: { exact, prefix: '', suffix: '' },
        ...(start >= 0 && { position: { start, end: start + exact.length } }),
        colour,
        ...(note !== undefined && { note }),
        madeAt: `2025-11-08T02:0${at}:00.000Z`,
      }
    }),
  }
  const named = article.figures.flatMap(({ asset }) => asset ?? [])
  const at = `2025-11-0${index}T01:14:00.000Z`
  const whichOriginals = originalsOf(index - 1)
  const facts = {
    ...clippingWith(),
    id: idOf(index),
    clippedAt: at,
    updatedAt: at,
    originals: whichOriginals,
    bylines: [],
    editors: [],
    tags: [],
    ...clipping,
    length: whole.length,
    excerpt: whole.slice(0, 60),
    ...(named.length > 0 && { assets: named.map(sha256 => ({ sha256, mediaType: 'image/png' as const })) }),
  }
  return { clipping: facts, article }
}

/**
 * A collection of our own texts with everything that an article can have: two languages, a picture with caption and
 * credit, a picture without, a table, lists, quotations, preformatted text, links, notes, highlights, dates of several
 * precisions and none.
 */
export const SAMPLE_ENTRIES: readonly ExportEntry[] = [
  entry(
    1,
    {
      title: '渡轮时刻表周日起调整',
      bylines: ['沈亦舟', '何安'],
      editors: ['刘锦'],
      source: { name: '青桥晚报', url: 'https://qingqiao.example/ferry?id=3&from=a' },
      sources: [
        { name: '青桥晚报', url: 'https://qingqiao.example/ferry?id=3&from=a' },
        { name: '青桥市交通局' },
      ],
      url: 'https://qingqiao.example/ferry?id=3&from=a',
      language: 'zh-Hans',
      published: {
        edtf: '2025-07-19T07:40+08:00',
        zone: 'assumed',
        origin: 'text',
        evidence: '2025-07-19 07:40',
        confidence: 0.9,
      },
      tags: ['青桥/渡轮', '公共交通'],
      starred: true,
      note: '向交通局核实末班船时间。\n第二行：问清试行到哪一天。',
    },
    [
      block(
        'p',
        text('青桥市交通局7月18日宣布，渡轮时刻表自'),
        inline('strong', text('周日')),
        text('起调整，末班船推迟四十分钟，以方便晚归的乘客。“这是十二年来的第一次，”局长周莹说。'),
      ),
      figure({
        caption: [text('傍晚的渡轮码头。')],
        credit: { words: '图源：青桥晚报 何安', name: '青桥晚报 何安' },
        asset: FERRY,
      }),
      block('h2', text('新时刻表')),
      table({
        caption: [text('工作日班次')],
        head: [
          [
            th('col', [text('线路')]),
            th('col', [text('首班')]),
            th('col', [text('末班')]),
            th('col', [text('间隔（分钟）')]),
          ],
        ],
        body: [
          [th('row', [text('东岸—西岸')]), td([text('06:10')]), td([text('23:40')]), td([text('15')])],
          [
            th('row', [text('老港—西岸')], { rowSpan: 2 }),
            td([text('06:30')]),
            td([text('22:50')]),
            td([text('20')]),
          ],
          [td([text('周末停航')], { colSpan: 3 })],
        ],
      }),
      list(
        'ol',
        [text('末班船推迟四十分钟；')],
        [text('早班船不变；'), inline('br'), text('节假日另行通知。')],
      ),
      quote([text('试行三个月，期间听取沿岸居民和乘客的意见。')], [text('是否延续，届时再定。')]),
      block(
        'p',
        text('交通局的公告见'),
        link('https://traffic.example/notice/7?lang=zh&v=2', text('官方网站')),
        text('；水的化学式是 H'),
        inline('sub', text('2')),
        text('O，面积 3 km'),
        inline('sup', text('2')),
        text('。'),
      ),
    ],
    [
      ['末班船推迟四十分钟', 'yellow', '与公告第二条一致。'],
      ['是否延续，届时再定。', 'blue'],
      ['原文里已经没有的话', 'red', '来自上一版。'],
    ],
  ),
  entry(
    2,
    {
      title: 'Crane inquiry finds a missing bolt',
      bylines: ['Mara Okafor', 'J. P. Lindqvist'],
      source: { name: 'The Harbour Ledger' },
      sources: [{ name: 'The Harbour Ledger' }],
      url: 'https://ledger.example/crane-inquiry',
      language: 'en',
      published: { edtf: '2025-07-12', origin: 'jsonld', evidence: '2025-07-12', confidence: 1 },
      tags: ['Harbour'],
    },
    [
      block(
        'p',
        text('The crane that fell across berth nine in May had been running '),
        inline('em', text('without one of its eight slewing bolts')),
        text(', an inquiry has found. “Nobody looked,” its chair said.'),
      ),
      block('h2', text('What the report says')),
      list(
        'ul',
        [text('The bolt was taken out for a test in March.')],
        [text('The log for that day says '), inline('code', text('OK / no remarks')), text('.')],
        [text('Nobody is named.')],
      ),
      figure({ caption: [text('The crane, a week before it fell.')], asset: CRANE }),
      block('h3', text('The log')),
      pre(text('day    load   wind\n12 Mar  41 t   3 m/s\n13 Mar   0 t   9 m/s')),
      quote([text('A bolt does not undo itself.')]),
      block('p', text('The port authority declined to comment. Its next hearing is on 3 August.')),
    ],
    [['A bolt does not undo itself.', 'green', 'Ask who said it.\nThe report gives no name.']],
  ),
  entry(
    3,
    {
      title: '',
      language: 'und',
      published: 'not-stated',
      sources: [],
      source: undefined,
    },
    [block('p', text('A leaflet without a headline, a name or a date. 没有标题的传单。'))],
  ),
  entry(
    4,
    {
      title: 'Harvest figures for spring, and what they leave out',
      bylines: ['Staff reporter'],
      source: { name: '田野月刊' },
      sources: [{ name: '田野月刊' }],
      language: 'en',
      published: { edtf: '2025-04', origin: 'meta', evidence: 'April 2025', confidence: 0.8 },
      note: 'Month only: the issue states no day.',
    },
    [
      block('p', text('Rice (水稻) up 3.1 %, rapeseed (油菜) down. The table counts farms, not fields.')),
      figure({
        caption: [text('A chart that was not kept.')],
        credit: { words: 'Chart: 田野月刊', name: '田野月刊' },
      }),
      block('p', text('Prices are at https://prices.example/spring.')),
    ],
  ),
]

const HOSTILE =
  '<img src=x onerror=alert(1)> ]]> & "quotes" \u0000\u0007 \u202egnp.exe\u202c 👩‍👩‍👧‍👦 =HYPERLINK("x") </script><!-- {{x}} \ud800'

/** What nobody writes by accident: markup, ends of sections, controls, turned text, endless titles. */
export const HOSTILE_ENTRIES: readonly ExportEntry[] = [
  entry(
    5,
    {
      title: HOSTILE,
      bylines: [HOSTILE, '\u202e反向\u202c'],
      source: { name: HOSTILE },
      sources: [{ name: HOSTILE }],
      url: 'https://x.example/?a=<b>&c="d"\'e\'',
      language: 'en',
      published: { edtf: '2025-07-20', origin: 'text', evidence: HOSTILE, confidence: 1 },
      tags: ['a/b'],
      note: `${HOSTILE}\n]]>\n<script>alert(2)</script>`,
    },
    [
      block('p', text(HOSTILE), link('https://x.example/?q="><script>alert(3)</script>', text('link'))),
      block('h2', text('</h2><script>alert(4)</script>')),
      list('ul', [text('')], [text('- not a list'), inline('br'), text('# not a heading')]),
      pre(text('```\n</pre>\u0000')),
      table({ head: [[th('col', [text('|')])]], body: [[td([text('=1+1')])]] }),
      figure({ caption: [text(HOSTILE)], asset: FERRY }),
      figure({ caption: [text('never kept')], asset: 'f'.repeat(64) }),
    ],
    [[HOSTILE, 'red', `${HOSTILE} note`]],
  ),
  entry(6, { title: `${'长标题'.repeat(100)}`, language: 'zh-Hans' }, [block('p', text('短。'))]),
  entry(7, { title: `${'word '.repeat(60)}`, language: 'en', published: 'not-looked-for' }, []),
]
