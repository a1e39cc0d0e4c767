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
