import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillLibrary } from '../../screenshots/sample-library.ts'
import { SCENES } from '../../screenshots/scenes.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { seriousViolations } from '../serious-violations.ts'

let app: AppUnderTest

beforeAll(async () => {
  app = await openApp({ languages: ['zh-CN'] })
  await app.window.setViewportSize({ width: 1440, height: 900 })
  await app.window.getByRole('heading', { level: 1 }).waitFor()
})
afterAll(() => app?.remove())

describe.each([
  ['light', 'all'],
  ['dark', 'colours'],
] as const)('in the %s theme', (theme, what) => {
  it('axe finds nothing serious in the empty library', async () => {
    if (theme === 'dark') await app.setColorScheme('dark')
    // Only the first theme sees it empty: it is filled below.
    expect(await seriousViolations(app.window, what)).toEqual([])
  })

  it.each(SCENES.map(scene => [scene.name, scene] as const))(
    'axe finds nothing serious in %s',
    async (_name, scene) => {
      if ((await app.window.getByRole('option').count()) === 0 && theme === 'light' && scene === SCENES[0]) {
        await fillLibrary(app)
        await app.window.reload()
      }
      await scene.show(app.window)
      await app.window.waitForTimeout(200)
      expect(await seriousViolations(app.window, what)).toEqual([])
    },
  )
})
