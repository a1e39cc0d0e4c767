import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { type AppUnderTest, openApp } from '../app.ts'
import { REFERENCE } from '../reference-article.ts'

const apps: AppUnderTest[] = []

afterEach(async () => {
  for (const app of apps.splice(0).reverse()) await app.remove()
})

async function open(folders?: AppUnderTest['folders']): Promise<AppUnderTest> {
  const app = await openApp({ languages: ['zh-CN'], ...(folders === undefined ? {} : { folders }) })
  apps.push(app)
  return app
}

const FERRY = `渡轮时刻表周日起调整
记者 沈亦舟
2026-03-12 07:40

青桥市交通局3月11日宣布,渡轮时刻表自周日起调整,末班船推迟四十分钟,以方便晚归的乘客。

来源:青桥晚报
`

const H20 = REFERENCE.expected.title

/** Titles of the list, once the query has been answered. */
const found = (app: AppUnderTest, query: string) => async () => {
  const field = app.window.getByRole('searchbox')
  if ((await field.inputValue()) !== query) await field.fill(query)
  const rows = await app.window.getByRole('option').allTextContents()
  return rows.map(row => [H20, '渡轮时刻表周日起调整'].find(title => row.includes(title)))
}

const QUERIES: [query: string, titles: string[]][] = [
  ['末班', ['渡轮时刻表周日起调整']],
  ['椭圆形办公室', [H20]],
  ['芯', [H20]],
  ['來源:青橋', ['渡轮时刻表周日起调整']],
  ['标题:渡轮 OR 标题:黄仁勋', ['渡轮时刻表周日起调整', H20]],
  ['调整 -芯片', ['渡轮时刻表周日起调整']],
  ['published:2025-07', [H20]],
  ['没有这样的词', []],
]

it('answers the query language as it is typed, also after a restart and without its cache', async () => {
  let app = await open()
  await app.window.getByRole('heading', { level: 1 }).waitFor()
  await app.pasteText(REFERENCE.source)
  await app.window.getByRole('option').waitFor()
  await app.pasteText(FERRY)
  await app.window.getByRole('option').nth(1).waitFor()
  for (const [query, titles] of QUERIES)
    await expect.poll(found(app, query), { message: query }).toEqual(titles)

  await app.close()
  expect(await readdir(join(app.libraryDir, 'cache'))).toContain('search.sqlite')
  app = await open(app.folders)
  await app.window.getByRole('searchbox').waitFor()
  for (const [query, titles] of QUERIES)
    await expect.poll(found(app, query), { message: query }).toEqual(titles)

  await app.close()
  await rm(join(app.libraryDir, 'cache'), { recursive: true })
  app = await open(app.folders)
  await app.window.getByRole('searchbox').waitFor()
  await expect.poll(found(app, '來源:青橋')).toEqual(['渡轮时刻表周日起调整'])

  await app.close()
  await writeFile(join(app.libraryDir, 'cache/search.sqlite'), 'not a database')
  app = await open(app.folders)
  await app.window.getByRole('searchbox').waitFor()
  await expect.poll(found(app, '來源:青橋')).toEqual(['渡轮时刻表周日起调整'])
})
