import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillLibrary } from '../../screenshots/sample-library.ts'
import { SCENES } from '../../screenshots/scenes.ts'
import { type AppUnderTest, openApp } from '../app.ts'

let app: AppUnderTest

beforeAll(async () => {
  app = await openApp({ languages: ['zh-CN'] })
  await app.window.setViewportSize({ width: 1440, height: 900 })
  await app.window.getByRole('heading', { level: 1 }).waitFor()
})
afterAll(() => app?.remove())

/** What axe finds in the window now that is serious or worse, with the elements it finds it in. */
async function seriousViolations(): Promise<string[]> {
  // axe opens a page of its own in legacy mode no less; without it, it would need frames that we do not have.
  const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  it('axe finds nothing serious in the empty library', async () => {
    if (theme === 'dark') await app.setColorScheme('dark')
    // Only the first theme sees it empty: it is filled below.
    expect(await seriousViolations()).toEqual([])
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
      expect(await seriousViolations()).toEqual([])
    },
  )
})
