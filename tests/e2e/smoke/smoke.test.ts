import { readdir } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bridge } from '../../../electron/ipc/contract.ts'
import { type AppUnderTest, openApp } from '../app.ts'

declare global {
  interface Window {
    readonly cuttings: Bridge
  }
}

let app: AppUnderTest
beforeEach(async () => {
  app = await openApp({ languages: ['zh-CN', 'en'] })
})
afterEach(async () => {
  await app.remove()
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

test('what was shown as kept is there after the process was killed', async () => {
  const kept = await app.window.evaluate(() =>
    window.cuttings.request('clip:paste', { text: '标题\n\n第一段。第二句。\n\n第二段。' }),
  )
  if (!kept.ok) throw new Error(kept.error.message)
  await app.kill9()
  const again = await openApp({ folders: app.folders })
  try {
    const found = await again.window.evaluate(
      id => window.cuttings.request('clipping:get', { id }),
      kept.value.clipping.id,
    )
    expect(found).toEqual(kept)
  } finally {
    await again.close()
  }
})
