import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { showToApp } from '../../hostile/in-the-app.ts'
import { firedUnguarded } from '../../hostile/unguarded.ts'
import { sampleOf, VECTORS } from '../../hostile/vectors.ts'
import { type AppUnderTest, openApp } from '../app.ts'

let app: AppUnderTest
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-vectors-'))
  app = await openApp({ languages: ['en-US'] })
  await app.window.setViewportSize({ width: 1440, height: 900 })
})
afterAll(async () => {
  await app?.remove()
  await rm(folder, { recursive: true, force: true })
})

/** Few of them, spread over all kinds; `npm run vectors` takes every one of them the same way. */
const SOME = sampleOf(VECTORS, 8)

it('runs nothing of what runs unguarded, and calls nobody, in any view and any export', async () => {
  const fired = await firedUnguarded(SOME)
  expect(fired.size).toBeGreaterThanOrEqual(SOME.length * 0.2)
  const shown = await showToApp(app, {
    vectors: SOME,
    pasted: SOME.slice(0, 2),
    folder,
    say: () => undefined,
  })
  expect(shown.ran).toEqual([])
  expect(shown.asked).toEqual([])
  expect(shown.through).toMatchObject({ paste: 2, 'open, title, author, tag, note': SOME.length })
  expect(shown.through['reader']).toBeGreaterThanOrEqual(2 * SOME.length)
  expect(shown.through['original']).toBeGreaterThanOrEqual(SOME.length)
}, 300_000)
