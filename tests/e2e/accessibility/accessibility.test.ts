import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillLibrary } from '../../screenshots/sample-library.ts'
import { SCENES } from '../../screenshots/scenes.ts'
import { type AppUnderTest, openApp } from '../app.ts'
import { seriousViolationsByTheme } from '../serious-violations.ts'

let app: AppUnderTest

/** What is operated, and layers above the window, in the words of an accessibility tree. */
const OPERATED =
  /^\s*- (?:button|link|textbox|searchbox|combobox|checkbox|radio|slider|listbox|tree|menu|dialog|group|radiogroup|region)(?= |:|$)(?! \/)/u

/** Lines of an accessibility tree that say nothing, say it twice, or are a landmark of the window within a dialog. */
function strangeNames(tree: string): string[] {
  const lines = tree.split('\n')
  const dialog = lines.findIndex(line => /^\s*- dialog/u.test(line))
  return lines.filter((line, index) => {
    const name = /^\s*- \w+ "(?<name>.*?)"/u.exec(line)?.groups?.['name']
    if (/^\s*- (?:banner|contentinfo|main|navigation)\b/u.test(line)) return dialog !== -1 && index > dialog
    if (!OPERATED.test(line)) return false
    return name === undefined || /^(?<words>.{3,})[\s,.·]*\k<words>$/u.test(name)
  })
}

beforeAll(async () => {
  app = await openApp({ languages: ['zh-CN'] })
  await app.window.setViewportSize({ width: 1440, height: 900 })
  await app.window.getByRole('heading', { level: 1 }).waitFor()
})
afterAll(() => app?.remove())

it('axe finds nothing serious in the empty library', async () => {
  expect(await seriousViolationsByTheme(app)).toEqual([])
})

describe('with a library', () => {
  beforeAll(async () => {
    await fillLibrary(app)
    await app.window.reload()
  })

  it.each(SCENES.map(scene => [scene.name, scene] as const))(
    'axe finds nothing serious in %s, and its names say something, once',
    async (_name, scene) => {
      await scene.show(app.window)
      await app.window.waitForTimeout(200)
      const strange = strangeNames(await app.window.locator('body').ariaSnapshot())
      expect({ serious: await seriousViolationsByTheme(app), strange }).toEqual({ serious: [], strange: [] })
    },
  )
})
