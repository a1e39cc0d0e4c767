import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { EditedFile } from '../../../../electron/core/model/edited-file.ts'
import { EXPORT_FORMAT_IDS, formatFacts, isWritten } from '../../../../electron/core/model/export-formats.ts'
import type { ExportRequest } from '../../../../electron/core/model/export-request.ts'
import { DEFAULT_MARKDOWN } from '../../../../electron/core/model/markdown-layout.ts'
import { DEFAULT_SETTINGS } from '../../../../electron/core/model/settings.ts'
import { fail } from '../../../../electron/core/result.ts'
import type { Desk } from '../../../../electron/main/desk.ts'
import { exportHandlers } from '../../../../electron/main/handlers/export.ts'
import { WorkPool } from '../../../../electron/work/pool.ts'
import type { Tasks } from '../../../../electron/work/tasks.ts'
import { writeExport } from '../../../../electron/work/write-export.ts'
import { SAMPLE_ENTRIES } from '../../core/export/sample-collection.ts'
import { filesBelow } from '../../store/files-below.ts'
import { got } from '../../store/scratch-library.ts'
import { careScene, endOf, openOf } from '../care-scene.ts'
import { dialogs } from '../electron-module.ts'

const request: ExportRequest = {
  scope: { kind: 'clippings', ids: SAMPLE_ENTRIES.map(({ clipping }) => clipping.id) },
  format: 'markdown-file',
  title: 'Harbour',
  order: 'oldest-first',
  paper: 'A4',
  book: { columns: 1, parts: [], notes: 'after' },
  citationStyle: 'apa',
  markdown: DEFAULT_MARKDOWN,
  template: 'digest',
  language: 'en',
}

type Run = (input: Tasks['export-write']['input'], watch: Parameters<WorkPool['run']>[2]) => Promise<unknown>

/** A desk whose worker for exports is `run`, a library with the sample collection, and a folder to export to. */
async function scene(run: Run) {
  const made = await careScene()
  const library = openOf(made.current)
  got(await library.keepFirstArticles(SAMPLE_ENTRIES.map(({ article }) => article)))
  got(
    await library.commit({
      label: { kind: 'import', count: SAMPLE_ENTRIES.length },
      ops: SAMPLE_ENTRIES.map(({ clipping }) => ({ op: 'put-clipping', clipping })),
    }),
  )
  const to = join(made.root, 'exports')
  await mkdir(to)
  const exportPool = { run: (_task: string, input: never, watch: never) => run(input, watch) }
  const settings = { current: DEFAULT_SETTINGS }
  const desk = { ...made.desk, exportPool, settings } as unknown as Desk
  return { ...made, to, handlers: exportHandlers(desk) }
}

const written: Run = async (input, watch) => ({
  ok: true,
  value: await writeExport(input, {
    signal: watch?.signal ?? new AbortController().signal,
    progress: watch?.progress ?? (() => undefined),
  }),
})

describe('an export', () => {
  it.each(EXPORT_FORMAT_IDS.filter(isWritten))('as %s is where the user said', async format => {
    const made = await scene(written)
    const { target, ending } = formatFacts(format)
    if (target === 'folder') dialogs.open.push(made.to)
    else dialogs.save.push(join(made.to, `Harbour.${ending}`))
    const started = await made.handlers['export:start']({ ...request, format })
    expect(await endOf(made, started)).toMatchObject({ kind: 'done' })
    expect(await readdir(made.to)).toEqual([target === 'folder' ? 'Harbour' : `Harbour.${ending}`])
  })

  it('brings a folder up to date that was exported before, and asks about what was changed by hand', async () => {
    const made = await scene(written)
    const again: ExportRequest = { ...request, format: 'markdown-folder' }
    const start = async (input: Parameters<(typeof made.handlers)['export:start']>[0], folder?: string) => {
      if (folder !== undefined) dialogs.open.push(folder)
      const started = await made.handlers['export:start'](input)
      return { job: got(started).job ?? '', end: await endOf(made, started) }
    }
    expect((await start(again, made.to)).end).toMatchObject({ kind: 'done' })
    const note = join(made.to, 'Harbour', 'Untitled.md')
    await writeFile(note, 'mine')
    const asked = await start(again, join(made.to, 'Harbour'))
    expect(asked.end).toMatchObject({
      kind: 'failed',
      failure: { code: 'export-edited', edited: [{ path: 'Untitled.md' }] },
    })
    const { failure } = asked.end as { failure: { edited: readonly EditedFile[] } }
    const answers = failure.edited.map(file => ({ ...file, answer: 'new' as const }))
    expect((await start({ ...again, again: { job: asked.job, answers } })).end).toMatchObject({
      kind: 'done',
    })
    expect(await readFile(note, 'utf8')).toContain('A leaflet without a headline')
    expect(await readdir(made.to)).toEqual(['Harbour'])
  })

  it('whose worker ends leaves nothing, and says that it failed', async () => {
    const pool = new WorkPool(new URL('../../work/fixtures/dying-export-worker.js', import.meta.url), 1)
    onTestFinished(() => pool.close())
    const made = await scene((input, watch) => pool.run('export-write', input, watch))
    await writeFile(join(made.to, 'Harbour.md'), 'an older export')
    dialogs.save.push(join(made.to, 'Harbour.md'))
    const started = await made.handlers['export:start'](request)
    expect(await endOf(made, started)).toMatchObject({ kind: 'failed', failure: { code: 'export-failed' } })
    expect(await filesBelow(made.to)).toEqual({ 'Harbour.md': 'an older export' })
  })

  it.each(['out-of-memory', 'timed-out'] as const)(
    'whose worker is %s leaves nothing, and says which limit it met',
    async reason => {
      const made = await scene(async input => {
        await writeFile(input.place.partial, 'half')
        return fail({ reason, message: reason })
      })
      dialogs.save.push(join(made.to, 'Harbour.md'))
      const started = await made.handlers['export:start'](request)
      expect(await endOf(made, started)).toMatchObject({ kind: 'failed', failure: { code: reason } })
      expect(await readdir(made.to)).toEqual([])
    },
  )

  it('that finds an article damaged says so and leaves nothing', async () => {
    const made = await scene(written)
    const folder = join(openOf(made.current).directory, 'articles')
    const [file = ''] = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.json'))
    await writeFile(join(folder, file), '{}')
    dialogs.save.push(join(made.to, 'Harbour.md'))
    const started = await made.handlers['export:start'](request)
    expect(await endOf(made, started)).toMatchObject({ kind: 'failed', failure: { code: 'library-damaged' } })
    expect(await readdir(made.to)).toEqual([])
  })

  it('of what is not there any more is none', async () => {
    const made = await scene(written)
    const ids = ['0199c000-0000-7000-8000-0000000000ff']
    const started = await made.handlers['export:start']({ ...request, scope: { kind: 'clippings', ids } })
    expect(started).toMatchObject({ ok: false, error: { code: 'nothing-to-export' } })
  })
})
