import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportFormat } from '../../../electron/core/model/export-formats.ts'
import type { Bridge, Payload } from '../../../electron/ipc/contract.ts'
import { verifyBag } from '../../../electron/store/evidence/verify-bag.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { REFERENCE } from '../reference-article.ts'
import { check, fontsOf, infoOf, outlineOf, pagesOf } from './pdf-tools.ts'

type Outcome = Payload<'job:ended'>['outcome']
type Format = ExportFormat

let app: AppUnderTest
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-export-'))
  app = await openApp({ languages: ['zh-CN'] })
  await app.window.evaluate(async text => {
    const { cuttings } = window as unknown as { cuttings: Bridge }
    const kept = await cuttings.request('clip:paste', { text })
    if (!kept.ok) throw new Error(kept.error.message)
  }, REFERENCE.source)
})
afterAll(async () => {
  await app?.remove()
  await rm(folder, { recursive: true, force: true })
})

/** Exports everything in the library through the window's own bridge, and waits for the job's end. */
const exportAll = (format: Format, cancel = false): Promise<Outcome> =>
  app.window.evaluate(
    ([format, cancel]) =>
      new Promise<Outcome>((resolve, reject) => {
        const { cuttings } = window as unknown as { cuttings: Bridge }
        cuttings.on('job:ended', ({ outcome }) => resolve(outcome))
        void cuttings
          .request('export:start', {
            scope: { kind: 'filter', filter: { shelf: 'all', query: '', clock: 'published' } },
            format,
            title: '剪报',
            order: 'oldest-first',
            paper: 'A4',
            book: { columns: 1, parts: [], notes: 'after' },
            citationStyle: 'gb-t-7714',
            markdown: { flavour: 'commonmark', pictures: 'beside', highlights: 'list', originals: false },
            template: 'digest',
            language: 'zh-Hans',
          })
          .then(async started => {
            if (!started.ok) throw new Error(started.error.message)
            const { job } = started.value
            if (cancel && job !== null) await cuttings.request('job:cancel', { job })
          })
          .catch(reject)
      }),
    [format, cancel] as const,
  )

const squeezed = (text: string): string => text.replace(/\s+/gu, '')

describe('the reference article, exported from the app', () => {
  it('is a sound PDF with every block of the article as text', async () => {
    const path = join(folder, 'book.pdf')
    await app.dialogs.answerSave(path)
    expect(await exportAll('pdf')).toEqual({ kind: 'done', path, files: 1 })
    expect(check(path)).toContain('No syntax or stream encoding errors found')
    expect(infoOf(path)).toMatchObject({ Title: '剪报', Tagged: 'yes' })
    expect(outlineOf(path).map(entry => entry.title)).toEqual([REFERENCE.expected.title])
    expect(fontsOf(path).filter(font => font.type !== 'CID TrueType')).toEqual([])
    const text = squeezed(pagesOf(path).join(''))
    const whole = REFERENCE.expected.blocks.flatMap(block => ('text' in block ? [squeezed(block.text)] : []))
    expect(
      whole.filter(words => !text.includes(words.slice(0, 20)) || !text.includes(words.slice(-20))),
    ).toEqual([])
  })

  it('is a Markdown file', async () => {
    const path = join(folder, 'file.md')
    await app.dialogs.answerSave(path)
    expect(await exportAll('markdown-file')).toEqual({ kind: 'done', path, files: 1 })
    const markdown = await readFile(path, 'utf8')
    expect(markdown).toContain(`\n## ${REFERENCE.expected.title}\n`)
    for (const block of REFERENCE.expected.blocks) if ('text' in block) expect(markdown).toContain(block.text)
  })

  it('is a folder of Markdown files', async () => {
    const parent = await mkdtemp(join(folder, 'parent-'))
    await app.dialogs.answerOpen([parent])
    expect(await exportAll('markdown-folder')).toEqual({ kind: 'done', path: join(parent, '剪报'), files: 2 })
    expect(readdirSync(join(parent, '剪报')).sort()).toEqual([
      '.cuttings-export.json',
      expect.stringMatching(/^2025-07-19 黄仁勋.*\.md$/),
      'index.md',
    ])
  })

  it('is citations, a workbook, and evidence that is as it was made', async () => {
    const [page, book] = [join(folder, 'citations.html'), join(folder, 'fields.xlsx')]
    await app.dialogs.answerSave(page)
    expect(await exportAll('citations')).toMatchObject({ kind: 'done', files: 1 })
    expect(await readFile(page, 'utf8')).toContain(`${REFERENCE.expected.title}[N`)
    await app.dialogs.answerSave(book)
    expect(await exportAll('xlsx')).toMatchObject({ kind: 'done', files: 1 })
    expect((await readFile(book)).subarray(0, 2).toString()).toBe('PK')
    const parent = await mkdtemp(join(folder, 'evidence-'))
    await app.dialogs.answerOpen([parent])
    expect(await exportAll('evidence')).toMatchObject({ kind: 'done' })
    const report = await verifyBag(join(parent, '剪报'))
    expect(report).toMatchObject({ ok: true, clippings: 1, changes: 1, lost: [], problems: [] })
  })

  it.each([
    ['html', '<!doctype html>'],
    ['epub', 'PK'],
    ['docx', 'PK'],
    ['text', '剪报\n'],
  ] as const)('is %s, written by the worker that ships', async (format, beginning) => {
    const path = join(folder, `file.${format}`)
    await app.dialogs.answerSave(path)
    expect(await exportAll(format)).toEqual({ kind: 'done', path, files: 1 })
    const written = await readFile(path, 'utf8')
    expect(written.startsWith(beginning)).toBe(true)
    // Its style and script are in the bundle.
    if (format === 'html') expect(written).toMatch(/<style>[^<]{2000,}<\/style>[\s\S]*<script>[^<]{400}/u)
  })

  it('leaves no file, whole or half, where it is cancelled', async () => {
    const parent = await mkdtemp(join(folder, 'cancelled-'))
    await app.dialogs.answerSave(join(parent, 'book.pdf'))
    expect(await exportAll('pdf', true)).toEqual({ kind: 'cancelled' })
    expect(readdirSync(parent)).toEqual([])
    expect(existsSync(join(parent, 'book.pdf'))).toBe(false)
  })

  it('asks the network for nothing', async () => {
    expect(await app.requestsToNetwork()).toEqual([])
  })
})
