import type { Clipping } from '../../../../../electron/core/model/clipping.ts'
import type { Published } from '../../../../../electron/core/model/stated.ts'
import { clippingWith } from '../sample-clipping.ts'

const on = (edtf: string): Published => ({ edtf, origin: 'text', evidence: edtf, confidence: 0.9 })

const id = (number: number): string => `01981f00-0000-7000-8000-${String(number).padStart(12, '0')}`

const from = (number: number, changes: Partial<Clipping>): Clipping =>
  clippingWith({
    id: id(number),
    source: undefined,
    sources: [],
    bylines: [],
    editors: [],
    tags: [],
    published: 'not-stated',
    clippedAt: '2025-11-08T01:14:00.000Z',
    originals: [
      {
        sha256: number.toString(16).repeat(64).slice(0, 64),
        mediaType: 'text/html',
        byteLength: 9,
        name: 'page.html',
      },
    ],
    ...changes,
  })

const outlet = (name: string, url?: string) => {
  const source = { name, ...(url === undefined ? {} : { url }) }
  return { source, sources: [source] }
}

/** Clippings of both languages with all that a citation has trouble with; invented, ours. */
export const MIXED_CLIPPINGS: readonly Clipping[] = [
  from(1, {
    title: '旧桥维修推迟到明年春天',
    bylines: ['张三', '李四', '欧阳静', '赵六', '钱小七'],
    ...outlet('海港日报'),
    url: 'https://news.example/bridge?id=1&from=home',
    published: on('2025-07-19T00:09:16+08:00'),
    tags: ['城市/交通', '桥梁'],
  }),
  from(2, {
    title: 'Bridge repairs put off until spring',
    bylines: ['Jane Doe', 'John F. Roe', 'Pieter van der Poel', 'Gabriel García Márquez', 'Li Yuan'],
    ...outlet('The Harbour Times'),
    url: 'https://times.example/bridge_repairs',
    language: 'en',
    published: on('2025-07-20'),
    tags: ['R&D, 100%'],
  }),
  from(3, {
    title: '“谁来付钱？”',
    bylines: ['张三'],
    ...outlet('海港周刊'),
    published: on('2025-07'),
  }),
  from(4, {
    title: '关于调整渡轮班次的公告',
    ...outlet('海港市交通局网站'),
    url: 'https://gov.example/notice',
  }),
  from(5, {
    title: 'Ferry ran aground, operator says',
    bylines: ['Associated Press'],
    ...outlet('Example Weekly'),
    language: 'en',
    published: on('2025-07-01/2025-07-10'),
  }),
  from(6, {
    title: '渡輪擱淺調查仍在進行',
    bylines: ['新华社', '王小明'],
    ...outlet('島報'),
    language: 'zh-Hant',
    published: on('2025-07-01/'),
  }),
  from(7, {
    title: 'Annual report of the harbour board',
    language: 'en',
    published: on('2024'),
    originals: [{ sha256: '7'.repeat(64), mediaType: 'application/pdf', byteLength: 9, name: 'report.pdf' }],
  }),
  from(8, {
    title:
      'A <i>title</i> {with} 100% $trange \\signs_& "quotes" ~ #1 ^ <img src=x onerror=alert(1)>\nER  - \nTY  - BOOK',
    bylines: ['O’Brien & Sons', 'Mary Ann O’Neill'],
    ...outlet('Ämne & Co. {Press}'),
    url: 'https://odd.example/a{b}c%20d?x=1',
    language: 'und',
    published: 'not-looked-for',
    originals: [],
  }),
]
