import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillLibrary } from '../../screenshots/sample-library.ts'
import { SCENES } from '../../screenshots/scenes.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { unmarkedStates, unseenControls, unseenFocus } from './forced-colours.ts'

let app: AppUnderTest

beforeAll(async () => {
  app = await openApp({ languages: ['zh-CN'] })
  await app.window.setViewportSize({ width: 1440, height: 900 })
  await app.window.getByRole('heading', { level: 1 }).waitFor()
  await fillLibrary(app)
  await app.window.reload()
})
afterAll(() => app?.remove())

/** Where Tab is pressed: views, whose elements do not go away with the focus. */
const TABBED = ['timeline', 'chronology', 'tags', 'export', 'import', 'settings', 'highlights-list']

// axe reads the colours that the page asks for, not those that the system puts in their place.
describe('with forced colours', () => {
  it.each(SCENES.map(scene => [scene.name, scene] as const))(
    'every control, state and focus of %s is seen',
    async (name, scene) => {
      const { window } = app
      await window.emulateMedia({ forcedColors: 'active', colorScheme: 'light' })
      await scene.show(window)
      await window.mouse.move(0, 0)
      await window.waitForTimeout(200)
      const states = await unmarkedStates(window)
      const light = await unseenControls(window)
      await window.emulateMedia({ colorScheme: 'dark' })
      const dark = await unseenControls(window)
      const focus = TABBED.includes(name) ? await unseenFocus(window, 40) : []
      expect({ states, light, dark, focus }).toEqual({ states: [], light: [], dark: [], focus: [] })
    },
  )
})
