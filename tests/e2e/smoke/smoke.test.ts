import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '../../../electron/ipc/contract.ts'
import { type AppUnderTest, openApp } from '../app.ts'

declare global {
  interface Window {
    readonly cuttings: Bridge
  }
}

let app: AppUnderTest
beforeAll(async () => {
  app = await openApp({ languages: ['zh-CN', 'en'] })
})
afterAll(async () => {
  await app?.remove()
})

test('the app starts in a window of its own origin, with its library open', async () => {
  const answer = await app.window.evaluate(() => window.cuttings.request('app:start', {}))
  expect(answer).toMatchObject({
    ok: true,
    value: { systemLanguages: ['zh-CN', 'en'], library: { state: 'open', path: app.libraryDir } },
  })
  expect(await readdir(app.folders.documents)).toEqual(['Cuttings'])
})

test('nothing but the app itself is requested, and nothing goes wrong in the window', async () => {
  const errors: string[] = []
  app.window.on('pageerror', error => errors.push(String(error)))
  app.window.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await app.window.reload()
  await expect.poll(() => app.window.locator('main, [role="main"]').count()).toBeGreaterThan(0)
  expect(errors).toEqual([])
  expect(await app.requestsToNetwork()).toEqual([])
})

test('the page holds the bridge and nothing of Electron or Node', async () => {
  const names = ['require', 'process', 'Buffer', 'electron', 'ipcRenderer', 'module']
  expect(await app.window.evaluate(all => all.filter(name => name in window), names)).toEqual([])
  expect(await app.window.evaluate(() => Object.keys(window.cuttings).sort())).toEqual([
    'on',
    'pathOf',
    'request',
  ])
})

test('a channel that the contract does not name is refused in the preload', async () => {
  const refused = app.window.evaluate(() => window.cuttings.request('no:such' as never, {} as never))
  await expect(refused).rejects.toThrow('no such request')
})

test('what the contract does not allow comes back as a failure, through the bridge as through nothing else', async () => {
  const asked = await app.window.evaluate(() => {
    const polluting = JSON.parse('{"job":"j","__proto__":{"polluted":true}}')
    const wrong = [{ job: 1 }, { job: 'j', more: 1 }, polluting, new Map([['job', 'j']])]
    return Promise.all(wrong.map(input => window.cuttings.request('job:cancel', input)))
  })
  expect(asked.map(each => (each.ok ? 'ok' : each.error.code))).toEqual(new Array(4).fill('invalid-input'))
})

test('a page in a frame of the window has no bridge, nor has one that the window would open', async () => {
  const found = await app.window.evaluate(async () => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    const other = window.open('app://cuttings/index.html')
    const seen = [frame.contentWindow, other].map(each => each !== null && 'cuttings' in each)
    frame.remove()
    return seen
  })
  expect(found).toEqual([false, false])
})

test('what is remembered of the window may be damaged: it opens as if nothing were', async () => {
  const errors: string[] = []
  const note = (error: Error) => errors.push(String(error))
  app.window.on('pageerror', note)
  const keys = await app.window.evaluate(async () => {
    // Each view remembers something once it was on show; what is not remembered yet is damaged all the same.
    const names = [
      ...[
        'citation-style',
        'dates',
        'drafts',
        'folded-collections',
        'notes-understood',
        'palette',
        'reading',
      ],
      ...['reading-places', 'tags-apart', 'text-size', 'timeline'],
    ]
    const all = new Set([...Object.keys(localStorage), ...names.map(name => `cuttings.${name}`)])
    for (const key of all) localStorage.setItem(key, '{"__proto__":[\u0000')
    return [...all]
  })
  expect(keys.length).toBeGreaterThan(7)
  await app.window.reload()
  await expect.poll(() => app.window.locator('main, [role="main"]').count()).toBeGreaterThan(0)
  expect(errors).toEqual([])
  app.window.off('pageerror', note)
})
