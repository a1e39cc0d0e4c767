import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openRememberedWindows } from '../../../electron/main/remembered-windows.ts'
import type { WindowPlace } from '../../../electron/main/window-places.ts'
import { scratchFolder } from '../store/scratch-library.ts'

const place = (route: string): WindowPlace => ({
  x: 10,
  y: 20,
  width: 900,
  height: 700,
  isMaximized: false,
  isFullScreen: true,
  route,
})

it('gives the next start the windows that were remembered last, in their order', async () => {
  const profile = await scratchFolder()
  const first = await openRememberedWindows(profile)
  expect([first.last, first.isDamaged]).toEqual([[], false])
  first.remember([place('#/tags')])
  first.remember([place('#/timeline?q=%E6%B8%A1%E8%BD%AE'), place('#/tags')])
  expect(first.last).toHaveLength(2)
  await first.settled()
  const second = await openRememberedWindows(profile)
  expect(second.last).toEqual([place('#/timeline?q=%E6%B8%A1%E8%BD%AE'), place('#/tags')])
})

it('writes by itself, soon', async () => {
  const profile = await scratchFolder()
  const windows = await openRememberedWindows(profile)
  windows.remember([place('#/export')])
  await expect
    .poll(() => readFile(join(profile, 'windows.json'), 'utf8').catch(() => ''), { timeout: 5000 })
    .toContain('#/export')
})

it.each([
  ['no JSON', '{"windows":[{"wid'],
  ['another shape', '{"windows":{}}'],
  ['a window of no size', '{"windows":[{"width":0,"height":10}]}'],
  ['too many windows', JSON.stringify({ windows: Array.from({ length: 21 }, () => place('')) })],
])('begins anew with a damaged file: %s', async (_name, text) => {
  const profile = await scratchFolder()
  await writeFile(join(profile, 'windows.json'), text)
  const windows = await openRememberedWindows(profile)
  expect([windows.last, windows.isDamaged]).toEqual([[], true])
  windows.remember([place('#/tags')])
  await windows.settled()
  expect((await openRememberedWindows(profile)).last).toEqual([place('#/tags')])
})

it('goes on without remembering where the profile cannot be written', async () => {
  const profile = join(await scratchFolder(), 'profile')
  await writeFile(profile, 'a file where the folder should be')
  const windows = await openRememberedWindows(profile)
  windows.remember([place('#/tags')])
  await windows.settled()
  expect(windows.last).toEqual([place('#/tags')])
})
