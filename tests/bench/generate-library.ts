import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bodyOf, paragraph } from '../../electron/core/body/build.ts'
import { EXCERPT_LENGTH, excerptOf } from '../../electron/core/body/excerpt.ts'
import { lengthOf } from '../../electron/core/body/text.ts'
import { EMPTY_STATE } from '../../electron/core/library/state.ts'
import type { Article } from '../../electron/core/model/article.ts'
import { type Clipping, clippingSchema } from '../../electron/core/model/clipping.ts'
import type { Tag } from '../../electron/core/model/tag.ts'
import { durableFiles } from '../../electron/store/durable-files.ts'
import { nodeFileSystem } from '../../electron/store/file-system.ts'
import { jsonBytes } from '../../electron/store/json-file.ts'
import { articlePath } from '../../electron/store/paths.ts'
import { monthOf, writeSnapshot } from '../../electron/store/snapshot.ts'

const ZH = [
  '商务部',
  '出口管制',
  '半导体',
  '港口',
  '渡轮',
  '地铁',
  '水库',
  '博物馆',
  '芯片',
  '关税',
  '谈判',
  '公告',
]
const EN = [
  'harbour',
  'export',
  'tariff',
  'chip',
  'council',
  'river',
  'tram',
  'museum',
  'election',
  'budget',
  'port',
]
const OUTLETS = ['青桥晚报', '镜湖日报', 'The Arle Observer', 'Ellery Post', '海州日报', 'Northern Wire']
const TAGS = [
  '公司',
  '公司/英伟达',
  '公司/华为',
  '出口管制',
  '半导体',
  'Transport',
  'Transport/Rail',
  'Culture',
]

/** Numbers between 0 and 1 that are the same for the same seed (Park and Miller's minimal standard). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

const DAY_MS = 86_400_000
/** One in so many is dated by its month alone, or goes back to the one made before it. */
const MONTH_ONLY = 37
const REPRINT = 50

/** Of seven in ten the text names a day before that of publication. */
function happenedAt(number: number, publishedMs: number): Clipping['happened'] {
  if (number % 10 > 6) return 'not-stated'
  const day = new Date(publishedMs - (number % 4) * DAY_MS).toISOString().slice(0, '2025-07-19'.length)
  const edtf = number % MONTH_ONLY === 0 ? day.slice(0, '2025-07'.length) : day
  return { edtf, origin: 'text', evidence: edtf, confidence: 0.9 }
}

const uuidAt = (ms: number, number: number): string => {
  const time = ms.toString(16).padStart(12, '0')
  const tail = number.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`
}

interface Made {
  readonly clipping: Clipping
  readonly article: Article
}

function make(number: number, random: () => number, before: string | undefined): Made {
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T
  const zh = random() < 0.5
  const words = Array.from({ length: 6 }, () => pick(zh ? ZH : EN))
  const title = zh
    ? `${words.slice(0, 4).join('与')}:第${number}号报道`
    : `Report ${number}: ${words.slice(0, 4).join(' and ')}`
  const clippedMs =
    Date.UTC(2016, 0, 1) + Math.floor(random() * 3800) * DAY_MS + Math.floor(random() * DAY_MS)
  const publishedMs = clippedMs - Math.floor(random() * 5 * DAY_MS)
  const iso = new Date(publishedMs).toISOString()
  const edtf = random() < 0.05 ? iso.slice(0, 7) : zh ? `${iso.slice(0, 16)}+08:00` : iso.slice(0, 10)
  const sentence = zh
    ? `${words.join('、')}是第${number}号报道的主题,记者从现场了解到,有关方面将在下一阶段公布进展。`
    : `The ${words.join(', ')} are the subject of report ${number}, and officials said that they would publish progress in the next stage.`
  const body = bodyOf(
    Array.from({ length: 6 }, (_, index) => paragraph(index * 2, `${sentence}${zh ? '' : ' '}(${index})`)),
  )
  const id = uuidAt(clippedMs, number)
  const name = pick(OUTLETS)
  const at = new Date(clippedMs).toISOString()
  return {
    clipping: {
      id,
      title,
      bylines: random() < 0.6 ? [zh ? '沈亦舟' : 'Jane Roe'] : [],
      source: { name },
      sources: [{ name }],
      reportedBy: [],
      editors: [],
      language: zh ? 'zh-Hans' : 'en',
      published:
        random() < 0.03
          ? 'not-stated'
          : {
              edtf,
              origin: 'text',
              evidence: edtf,
              confidence: 0.9,
              ...(zh ? { zone: 'assumed' as const } : {}),
            },
      happened: happenedAt(number, publishedMs),
      clippedAt: at,
      updatedAt: at,
      originals: [],
      tags: random() < 0.4 ? [pick(TAGS)] : [],
      collections: [],
      starred: random() < 0.02,
      ...(random() < 0.7 ? { readAt: at } : {}),
      excerpt: excerptOf(body, EXCERPT_LENGTH),
      length: lengthOf(body),
      articleRevision: 1,
      ...(number % REPRINT === 0 && before !== undefined ? { familyId: before } : {}),
    },
    article: {
      id,
      revision: 1,
      body,
      figures: [],
      setAside: [],
      statements: {},
      datesInText: [],
      extractorVersion: 1,
    },
  }
}

/**
 * `node tests/run-script.js tests/bench/generate-library.ts FOLDER COUNT`: a library of invented clippings,
 * half Chinese and half English, over ten years; the same for the same count.
 */
export default async function generate(folder: string, count: string): Promise<void> {
  const random = randomFrom(20250719)
  const clippings = new Map<string, Clipping>()
  await mkdir(folder, { recursive: true })
  const made = new Set<string>()
  let before: string | undefined
  for (let number = 1; number <= Number(count); number += 1) {
    const { clipping, article } = make(number, random, before)
    before = clipping.id
    // Parsed, as the product does: the keys are in the order of the schema.
    clippings.set(clipping.id, clippingSchema.parse(clipping))
    const path = join(folder, articlePath(clipping.id, 1))
    if (!made.has(dirname(path))) {
      await mkdir(dirname(path), { recursive: true })
      made.add(dirname(path))
    }
    await writeFile(path, jsonBytes(article))
  }
  const tags = new Map(TAGS.map((name): [string, Tag] => [name, { name, colour: 'blue' }]))
  const months = new Set([...clippings.values()].map(monthOf))
  const state = { ...EMPTY_STATE, clippings, tags }
  const files = durableFiles(nodeFileSystem, folder)
  await files.ensureFolder('journal')
  const written = await writeSnapshot(
    files,
    {
      state,
      id: '00000000-0000-7000-8000-000000000000',
      seq: 0,
      createdAt: new Date(0).toISOString(),
      months,
    },
    months,
  )
  if (!written.ok) throw new Error(written.error.message)
  console.log(`${clippings.size} clippings in ${folder}`)
}
