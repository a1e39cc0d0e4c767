import { describe, expect, it } from 'vitest'
import { forbiddenNames, impurities } from './forbidden-names.ts'
import { productSources } from './source-files.ts'

describe('core', () => {
  it('uses no clock, no chance and nothing of its host', () => {
    expect(impurities(productSources())).toEqual([])
  })

  it.each([
    'const now = Date.now()',
    'const now = new Date()',
    'const now = Date()',
    'const roll = Math.random()',
    'const year = new Date(0).getFullYear()',
    'const shown = new Date(0).toLocaleDateString()',
    'const home = process.env',
    'const page = globalThis.document',
    'fetch(address)',
    'const bag = { fetch }',
    'setTimeout(() => later(), 10)',
    'const f = () => crypto.randomUUID()',
    'const f = (x = performance.now()) => x',
    'console.log(1)',
  ])('may not say: %s', text => {
    expect(impurities([{ path: 'electron/core/a.ts', text }])).not.toEqual([])
  })

  it.each([
    'const at = new Date(ms).toISOString()',
    'const year = new Date(ms).getUTCFullYear()',
    'export const read = (document: Doc) => document.blocks',
    'const { window } = span; use(window)',
    'const kind = { document: 1 }.document',
    'interface Page { document: string; window?: number }',
    'Math.floor(x)',
  ])('may say: %s', text => {
    expect(impurities([{ path: 'electron/core/a.ts', text }])).toEqual([])
  })

  it('is the only folder held to this', () => {
    expect(impurities([{ path: 'electron/store/a.ts', text: 'Date.now()' }])).toEqual([])
  })
})

describe('names that few may use', () => {
  it('are used by those alone', () => {
    expect(forbiddenNames(productSources())).toEqual([])
  })

  it.each([
    ['renderer/a.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: text }} />'],
    ['renderer/a.tsx', 'const a = { dangerouslySetInnerHTML: text }'],
    ['renderer/a.tsx', 'element.innerHTML = text'],
    ['renderer/a.tsx', `element['outerHTML'] = text`],
    ['renderer/a.tsx', `element.insertAdjacentHTML('beforeend', text)`],
    ['electron/main/a.ts', `import { ipcMain } from 'electron'`],
    ['electron/main/a.ts', `import * as electron from 'electron'; electron.ipcMain.handle('x', f)`],
    ['electron/preload/index.ts', `import { ipcRenderer as r } from 'electron'`],
  ])('%s may not say: %s', (path, text) => {
    expect(forbiddenNames([{ path, text }])).not.toEqual([])
  })

  it('are declared by the DOM that Readability is given, and used nowhere', () => {
    const path = 'electron/formats/reader-dom.ts'
    const text = 'class A { get innerHTML() { return copy } set innerHTML(copy) {} }'
    expect(forbiddenNames([{ path, text }])).toEqual([])
    expect(forbiddenNames([{ path: 'electron/formats/a.ts', text }])).toHaveLength(2)
    expect(forbiddenNames([{ path, text: 'element.innerHTML = text' }])).toHaveLength(1)
  })

  it('are allowed in the two ends of the channel, and in comments', () => {
    expect(
      forbiddenNames([{ path: 'electron/ipc/serve.ts', text: `import { ipcMain } from 'electron'` }]),
    ).toEqual([])
    expect(forbiddenNames([{ path: 'renderer/a.tsx', text: '// never innerHTML' }])).toEqual([])
  })
})
