import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wrongArrows } from './layers.ts'
import { productSources, ROOT } from './source-files.ts'

const complaintAbout = (path: string, text: string) => wrongArrows([{ path, text }])

describe('imports between folders', () => {
  it('point only where the design lets them', () => {
    expect(productSources().length).toBeGreaterThan(50)
    expect(wrongArrows(productSources())).toEqual([])
  })

  it.each([
    ['electron/core/a.ts', `import { open } from '../store/open.ts'`],
    ['electron/core/a.ts', `import type { Store } from '../store/open.ts'`],
    ['electron/core/a.ts', `import { readFile } from 'node:fs'`],
    ['electron/core/a.ts', `import { readFile } from 'fs'`],
    ['electron/core/a.ts', `import type { WebContents } from 'electron'`],
    ['electron/core/a.ts', `import got from 'got'`],
    ['electron/core/a.ts', `export * from '../formats/plain-text.ts'`],
    ['electron/core/a.ts', `export type { X } from '../formats/plain-text.ts'`],
    ['electron/core/a.ts', `const { x } = await import('../work/pool.ts')`],
    ['electron/core/a.ts', `const path = 'x'; await import(path)`],
    ['electron/core/a.ts', `const fs = require('node:fs')`],
    ['electron/core/a.ts', `type X = import('../store/open.ts').X`],
    ['electron/core/a.ts', `import fs = require('node:fs')`],
    ['electron/formats/a.ts', `import { x } from '../store/open.ts'`],
    ['electron/store/a.ts', `import { x } from '../formats/html.ts'`],
    ['electron/store/a.ts', `import { app } from 'electron'`],
    ['electron/work/a.ts', `import { x } from '../main/window.ts'`],
    ['electron/work/a.ts', `import type { Channel } from '../ipc/contract.ts'`],
    ['electron/ipc/a.ts', `import { ok } from '../core/result.ts'`],
    ['electron/ipc/contract.ts', `import type { WebContents } from 'electron'`],
    ['electron/ipc/serve.ts', `import { readFile } from 'node:fs/promises'`],
    ['electron/preload/a.ts', `import { requests } from '../core/model/tag.ts'`],
    ['electron/preload/a.ts', `import { readFile } from 'node:fs'`],
    ['electron/preload/a.ts', `import { z } from 'zod'`],
    ['electron/main/a.ts', `import { App } from '../../renderer/app.tsx'`],
    ['electron/main/a.ts', `import { run } from '../../tests/chromium-runtime/start.ts'`],
    ['electron/cli/a.ts', `import { app } from 'electron'`],
    ['electron/cli/a.ts', `import { x } from '../main/window.ts'`],
    ['renderer/a.tsx', `import { requests } from '../electron/ipc/contract.ts'`],
    ['renderer/a.tsx', `import { type Channel, requests } from '../electron/ipc/contract.ts'`],
    ['renderer/a.tsx', `import '../electron/ipc/contract.ts'`],
    ['renderer/a.tsx', `import type { Handlers } from '../electron/ipc/answer.ts'`],
    ['renderer/a.tsx', `import { extract } from '../electron/core/extract/extract-pasted.ts'`],
    ['renderer/a.tsx', `import type { Store } from '../electron/store/open.ts'`],
    ['renderer/a.tsx', `import { join } from 'node:path'`],
    ['renderer/a.tsx', `import { ipcRenderer } from 'electron'`],
  ])('%s may not say: %s', (path, text) => {
    expect(complaintAbout(path, text)).toHaveLength(1)
  })

  it.each([
    ['electron/core/extract/a.ts', `import { x } from '../model/tag.ts'; import { z } from 'zod'`],
    [
      'electron/store/a.ts',
      `import { Low } from 'lowdb'; import fs from 'node:fs'; import { x } from '../core/result.ts'`,
    ],
    ['electron/work/a.ts', `import { x } from '../formats/a.ts'; import { y } from '../store/a.ts'`],
    ['electron/ipc/serve.ts', `import { ipcMain } from 'electron'; import { x } from '../core/model/tag.ts'`],
    [
      'electron/main/a.ts',
      `import page from '../../resources/sample/en-fire.txt?raw'; import { app } from 'electron'`,
    ],
    ['renderer/features/a/b.tsx', `import type { Input } from '../../../electron/ipc/contract.ts'`],
    ['renderer/features/a/b.tsx', `import { type Input } from '../../../electron/ipc/contract.ts'`],
    [
      'renderer/a.tsx',
      `import { parse } from '../electron/core/search/query.ts'; import { memo } from 'react'`,
    ],
  ])('%s may say: %s', (path, text) => {
    expect(complaintAbout(path, text)).toEqual([])
  })

  it('are refused with the place where the code belongs', () => {
    expect(complaintAbout('renderer/a.tsx', `\nimport { open } from '../electron/store/open.ts'`)).toEqual([
      'renderer/a.tsx:2 imports electron/store/open.ts: the window knows records and asks for the rest: add a channel to electron/ipc/contract.ts and answer it in electron/main/handlers; a pure rule that both sides need belongs in electron/core/model.',
    ])
  })

  it('are refused from a folder that has no rule', () => {
    expect(complaintAbout('electron/helpers/a.ts', '')).toEqual([expect.stringContaining('is in no layer')])
  })

  it('that do not parse fail the check', () => {
    expect(() => complaintAbout('electron/core/a.ts', 'import {')).toThrow('does not parse')
  })
})

describe('the compiler', () => {
  it.each(['core', 'ipc', 'preload'])('gives %s no more of its host than the layer may use', layer => {
    const { compilerOptions } = JSON.parse(
      readFileSync(join(ROOT, `electron/${layer}/tsconfig.json`), 'utf8'),
    )
    const expected = {
      core: [['ES2023'], []],
      ipc: [['ES2023'], ['node', 'electron']],
      preload: [['ES2023', 'DOM'], ['electron']],
    }
    expect([compilerOptions.lib, compilerOptions.types]).toEqual(expected[layer as keyof typeof expected])
  })
})
