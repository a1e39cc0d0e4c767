import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillLibrary } from '../../screenshots/sample-library.ts'
import { SCENES } from '../../screenshots/scenes.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { cutWords, untranslatedWords } from './words-on-show.ts'

let app: AppUnderTest

beforeAll(async () => {
  app = await openApp({ languages: ['en-XA', 'en'] })
  await app.window.setViewportSize(WINDOW)
  await app.window.getByRole('heading', { level: 1 }).waitFor()
  await fillLibrary(app)
  await app.window.reload()
})
afterAll(() => app?.remove())

const WINDOW = { width: 1440, height: 900 }
/** The smallest that the window can be made, and that of {@link WINDOW} at 200 %. */
const SMALL = [
  { width: 960, height: 640 },
  { width: 720, height: 450 },
]

describe('in the pseudo-locale', () => {
  it.each(SCENES.map(scene => [scene.name, scene] as const))(
    '%s is translated, and fits into the window',
    async (_name, scene) => {
      const { window } = app
      await scene.show(window)
      const problems = { untranslated: await untranslatedWords(window), cut: await cutWords(window) }
      const small: string[] = []
      for (const size of SMALL) {
        await window.setViewportSize(size)
        await window.waitForTimeout(100)
        for (const cut of await cutWords(window)) small.push(`${size.width}: ${cut}`)
      }
      await window.setViewportSize(WINDOW)
      expect({ ...problems, small }).toEqual({ untranslated: [], cut: [], small: [] })
    },
  )
})
