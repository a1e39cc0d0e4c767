import axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { AppUnderTest } from './app.ts'

/** What depends on colours, and so on the theme. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** Waits until nothing fades or moves any more: a colour on its way to another has too little contrast with anything. */
async function standStill(window: Page): Promise<void> {
  await window.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    await frame()
    await frame()
    const ends = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ends.map(({ finished }) => finished))
  })
}

/** What axe looks at: everything, only what another theme could make wrong, or only what none could. */
const LOOKED_AT = {
  all: {},
  colours: { runOnly: COLOURS },
  structure: { rules: Object.fromEntries(COLOURS.map(rule => [rule, { enabled: false }])) },
}

/**
 * What axe finds in the window now that is against WCAG 2.2 A or AA, or serious by another rule, with the elements it finds it in. It runs in the window
 * itself, which has no frames that it would have to enter.
 */
export async function seriousViolations(
  window: Page,
  what: keyof typeof LOOKED_AT = 'all',
): Promise<string[]> {
  if (await window.evaluate(() => !('axe' in globalThis))) await window.evaluate(axe.source)
  await standStill(window)
  return window.evaluate(async options => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      ...options,
    })
    return violations
      .filter(
        ({ impact, tags }) =>
          impact === 'serious' || impact === 'critical' || tags.some(tag => /^wcag2\d*a{1,2}$/u.test(tag)),
      )
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  }, LOOKED_AT[what])
}

/** The same in the light theme and, of what a theme could make wrong, in the dark one, each so marked; it ends in the light. */
export async function seriousViolationsByTheme(app: AppUnderTest): Promise<string[]> {
  const show = async (theme: 'light' | 'dark') => {
    await app.setColorScheme(theme)
    await app.window.waitForFunction(named => matchMedia(`(prefers-color-scheme: ${named})`).matches, theme)
  }
  const light = await seriousViolations(app.window)
  await show('dark')
  const dark = await seriousViolations(app.window, 'colours')
  await show('light')
  return [...light, ...dark.map(violation => `dark ${violation}`)]
}
