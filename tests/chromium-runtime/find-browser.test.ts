import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser } from './browser/find-browser.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browsers-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = async (name: string, mode = 0o755) => {
  await writeFile(join(folder, name), '#!/bin/sh\n', { mode })
  return join(folder, name)
}

describe.runIf(process.platform === 'linux')('the browser for the app', () => {
  test('without a window may be one that opens none; a window needs a whole one', async () => {
    const whole = await put('chromium')
    const bare = await put('chromium-headless-shell')
    expect(findBrowser({ PATH: folder }, 'linux', true)).toBe(bare)
    expect(findBrowser({ PATH: folder }, 'linux', false)).toBe(whole)
  })

  test('without a window is a whole one, where there is no other', async () => {
    const whole = await put('chromium')
    await put('chromium-headless-shell', 0o644)
    const found = findBrowser({ PATH: folder }, 'linux', true)
    // One that is installed on the machine counts too.
    expect([whole, '/usr/bin/chromium-headless-shell']).toContain(found)
  })

  test('is the one that is asked for, and no other in its place', async () => {
    await put('chromium')
    const asked = await put('my-browser')
    for (const headless of [true, false]) {
      expect(findBrowser({ PATH: folder, CUTTINGS_CHROMIUM: asked }, 'linux', headless)).toBe(asked)
      const gone = join(folder, 'gone')
      expect(findBrowser({ PATH: folder, CUTTINGS_CHROMIUM: gone }, 'linux', headless)).toBeUndefined()
    }
  })
})
