import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bodyOf, paragraph } from '../../electron/core/body/build.ts'
import { datesOf } from '../../electron/core/library/date-corrections.ts'
import { jsonBytes } from '../../electron/store/json-file.ts'
import { articlePath } from '../../electron/store/paths.ts'
import { findEvents, listChronology } from '../../electron/work/chronology.ts'
import type { ChronologyOf } from '../../electron/work/tasks.ts'

const WHO = ['商务部', '港口工会', '市议会', '海关总署', '渡轮公司', '地铁公司', '博物馆', '水利局', '法院']
const DID = ['宣布批准', '决定暂停', '要求提高', '公布调查', '否认取消', '警告推迟', '完成收购']
const WHAT = ['芯片销售许可', '码头工人工资', '跨海渡轮班次', '新线路预算', '出口管制清单', '防洪工程投资']
const PARAGRAPHS = 14

/** Numbers that are the same for the same seed (Park and Miller's minimal standard). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 16807) % 2147483647
    return state % below
  }
}

/** Writes articles with ten dated sentences each, and gives what a chronology of them is asked with. */
async function inventArticles(library: string, count: number): Promise<ChronologyOf> {
  const random = randomFrom(7)
  const clippings: ChronologyOf['clippings'] = []
  for (let index = 0; index < count; index++) {
    const two = (value: number) => String(value).padStart(2, '0')
    const edtf = `2025-${two(1 + random(12))}-${two(1 + random(28))}`
    const published = { edtf, origin: 'text', evidence: edtf, confidence: 1 } as const
    const said = () => `${WHO[random(9)]}${DID[random(7)]}${WHAT[random(6)]},涉及${random(900)}家单位。`
    const lines = Array.from({ length: PARAGRAPHS }, (_, at) =>
      at % 3 === 2 ? said() + said() : `${1 + random(12)}月${1 + random(28)}日,${said()}`,
    )
    const body = bodyOf(lines.map((line, order) => paragraph(order, line)))
    const id = `01981ffb-0000-7000-8000-${String(index).padStart(12, '0')}`
    const dating = { published, language: 'zh-Hans' }
    const article = {
      id,
      revision: 1,
      body,
      figures: [],
      setAside: [],
      statements: {},
      datesInText: datesOf(body, dating),
      extractorVersion: 1,
    }
    const path = join(library, articlePath(id, 1))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, jsonBytes(article))
    clippings.push({
      ...dating,
      id,
      title: edtf,
      bylines: [],
      source: WHO[index % 9],
      family: id,
      revision: 1,
    })
  }
  return { library, clippings, events: [] }
}

/** How long the worker of chronologies takes: for the first time, again, after a decision, with one article fewer. */
export default async function bench(...sizes: readonly string[]): Promise<void> {
  const watch = { signal: new AbortController().signal, progress: () => {} }
  for (const size of sizes.length > 0 ? sizes : ['500', '3000']) {
    const library = await mkdtemp(join(tmpdir(), 'cuttings-chronology-'))
    try {
      const of = await inventArticles(library, Number(size))
      const timed = async (what: string, asked: ChronologyOf) => {
        const began = performance.now()
        const list = await listChronology({ ...asked, status: undefined, start: 0, count: 100 }, watch)
        console.log(`${size} clippings, ${what}: ${Math.round(performance.now() - began)} ms`)
        return list
      }
      const first = await timed('for the first time', of)
      console.log(`  ${first?.total} events`)
      await timed('again', of)
      const [event] = (await findEvents({ ...of, keys: [first?.events[0]?.key ?? ''] }, watch)) ?? []
      const ids = {
        id: '01981ffb-0000-7000-8000-ffffffffffff',
        collection: '01981ffb-0000-7000-8000-fffffffffffe',
      }
      const kept = { status: 'accepted' as const, mentions: event?.mentions ?? [] }
      await timed('after a decision', { ...of, events: [{ ...ids, ...kept }] })
      await timed('with one clipping fewer', { ...of, clippings: of.clippings.slice(1) })
    } finally {
      await rm(library, { recursive: true, force: true })
    }
  }
}
