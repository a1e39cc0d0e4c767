import { describe, expect, it } from 'vitest'
import { importCycles } from './cycles.ts'
import { productSources } from './source-files.ts'

describe('import cycles', () => {
  it('do not exist', () => {
    expect(importCycles(productSources()).map(cycle => cycle.join(' → '))).toEqual([])
  })

  it('are found through type imports and re-exports', () => {
    const cycles = importCycles([
      { path: 'electron/core/a.ts', text: `import { b } from './b.ts'` },
      { path: 'electron/core/b.ts', text: `export type { C } from './deep/c.ts'` },
      { path: 'electron/core/deep/c.ts', text: `import type { A } from '../a.ts'` },
      { path: 'electron/core/d.ts', text: `import { a } from './a.ts'` },
    ])
    expect(cycles).toEqual([
      ['electron/core/a.ts', 'electron/core/b.ts', 'electron/core/deep/c.ts', 'electron/core/a.ts'],
    ])
  })

  it('are not seen where two modules share a third', () => {
    const shared = [
      { path: 'electron/core/a.ts', text: `import './b.ts'; import './c.ts'` },
      { path: 'electron/core/b.ts', text: `import './d.ts'` },
      { path: 'electron/core/c.ts', text: `import './d.ts'` },
      { path: 'electron/core/d.ts', text: '' },
    ]
    expect(importCycles(shared)).toEqual([])
  })
})
