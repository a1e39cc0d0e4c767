import { describe, expect, it } from 'vitest'
import { loadedAtStart } from './loaded-at-start.ts'
import { productSources } from './source-files.ts'

/** Most of the program: what reads documents of all kinds, writes books, and sets citations. */
const HEAVY = [
  'electron/work/read-any.ts',
  'electron/work/read-item.ts',
  'electron/core/export/book/book.ts',
  'electron/core/export/citation/format-references.ts',
]

describe('what is loaded at the start', () => {
  it.each(['electron/main/index.ts', 'electron/work/worker.ts', 'electron/work/full-text.ts'])(
    'of %s reads no documents and writes no books',
    entry => {
      const loaded = loadedAtStart(productSources(), entry)
      expect(loaded.has(entry)).toBe(true)
      expect(HEAVY.filter(path => loaded.has(path))).toEqual([])
    },
  )

  it('is what is imported at once, through any number of modules, and neither types nor what is asked for later', () => {
    const files = [
      {
        path: 'a.ts',
        text: `import { b } from './b.ts'; import type { C } from './c.ts'; const d = () => import('./d.ts')`,
      },
      { path: 'b.ts', text: `export * from './e.ts'` },
      { path: 'c.ts', text: '' },
      { path: 'd.ts', text: '' },
      { path: 'e.ts', text: '' },
    ]
    expect([...loadedAtStart(files, 'a.ts')].sort()).toEqual(['a.ts', 'b.ts', 'e.ts'])
  })
})
