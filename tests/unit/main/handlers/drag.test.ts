import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_MARKDOWN } from '../../../../electron/core/model/markdown-layout.ts'
import { DEFAULT_SETTINGS } from '../../../../electron/core/model/settings.ts'
import type { Input } from '../../../../electron/ipc/contract.ts'
import type { Desk } from '../../../../electron/main/desk.ts'
import { DraggedFiles } from '../../../../electron/main/dragged-files.ts'
import { dragHandlers } from '../../../../electron/main/handlers/drag.ts'
import { installMenu } from '../../../../electron/main/menu.ts'
import { MENU_WORDS } from '../../../../electron/main/menu-words.ts'
import type { Tasks } from '../../../../electron/work/tasks.ts'
import { writeNotes } from '../../../../electron/work/write-notes.ts'
import { SAMPLE_ENTRIES } from '../../core/export/sample-collection.ts'
import { got } from '../../store/scratch-library.ts'
import { careScene, openOf } from '../care-scene.ts'
import { appMenu, shared } from '../electron-module.ts'

const [first, second] = SAMPLE_ENTRIES
const ids = [first, second].flatMap(entry => entry?.clipping.id ?? [])

const request: Input<'drag:prepare'> = {
  scope: { kind: 'clippings', ids },
  format: 'pdf',
  title: 'Harbour',
  order: 'oldest-first',
  paper: 'A4',
  book: { columns: 1, parts: [], notes: 'after' },
  citationStyle: 'apa',
  markdown: DEFAULT_MARKDOWN,
  template: 'digest',
  language: 'en',
}

async function scene(platform: NodeJS.Platform) {
  const made = await careScene()
  const library = openOf(made.current)
  got(await library.keepFirstArticles(SAMPLE_ENTRIES.map(({ article }) => article)))
  got(
    await library.commit({
      label: { kind: 'import', count: SAMPLE_ENTRIES.length },
      ops: SAMPLE_ENTRIES.map(({ clipping }) => ({ op: 'put-clipping', clipping })),
    }),
  )
  const pool = {
    run: async (_task: 'export-notes', input: Tasks['export-notes']['input']) => ({
      ok: true,
      value: await writeNotes(input, { signal: new AbortController().signal }),
    }),
  }
  const profile = join(made.root, 'own')
  await mkdir(profile)
  const dragged = new DraggedFiles(profile)
  const desk = { ...made.desk, pool, dragged, settings: { current: DEFAULT_SETTINGS } } as unknown as Desk
  return { handlers: dragHandlers(desk, platform), dragged }
}

describe('a drag out of the window', () => {
  it('takes files that are there, and takes them once', async () => {
    const { handlers } = await scene('linux')
    const { drag, folder } = got(await handlers['drag:prepare'](request))
    const taken: (readonly string[])[] = []
    const caller = {
      window: 1,
      paste: () => {},
      drag: ({ files }: { readonly files: readonly string[] }) => void taken.push(files),
    }
    expect(await handlers['drag:start']({ drag }, caller)).toMatchObject({ ok: true })
    expect(await handlers['drag:start']({ drag }, caller)).toMatchObject({ ok: false })
    expect(taken).toHaveLength(1)
    expect(taken[0]).toHaveLength(2)
    for (const file of taken[0] ?? []) {
      expect(file.startsWith(folder)).toBe(true)
      expect(await readFile(file, 'utf8')).toContain('clipping: ')
    }
  })
})

describe('sharing', () => {
  it('is of titles, addresses and files, on macOS', async () => {
    const { handlers } = await scene('darwin')
    shared.length = 0
    expect(await handlers['clipping:share'](request)).toMatchObject({ ok: true })
    expect(shared).toHaveLength(1)
    const [item] = shared
    expect(item?.texts).toEqual([first?.clipping.title, second?.clipping.title])
    expect(item?.urls).toEqual(
      [first, second].flatMap(entry => entry?.clipping.url ?? entry?.clipping.source?.url ?? []),
    )
    expect(item?.filePaths?.map(path => basename(path))).toHaveLength(2)
    for (const path of item?.filePaths ?? []) expect(await readFile(path, 'utf8')).not.toBe('')
  })

  it('is in the menu of macOS alone', async () => {
    const labels = (platform: NodeJS.Platform, language: keyof typeof MENU_WORDS) => {
      installMenu(
        language,
        platform,
        { undo: null, redo: null },
        () => {},
        () => {},
        undefined,
      )
      const file = appMenu.template.find(({ label }) => label === MENU_WORDS[language].file)
      return Array.isArray(file?.submenu) ? file.submenu.map(({ label }) => label) : []
    }
    expect(labels('darwin', 'en')).toContain('Share…')
    expect(labels('darwin', 'zh-Hans')).toContain('共享…')
    for (const platform of ['linux', 'win32'] as const) {
      expect(labels(platform, 'en')).not.toContain('Share…')
      expect(labels(platform, 'en')).toContain('Print…')
    }
    const { handlers } = await scene('linux')
    shared.length = 0
    expect(await handlers['clipping:share'](request)).toMatchObject({ ok: false })
    expect(shared).toEqual([])
  })
})
