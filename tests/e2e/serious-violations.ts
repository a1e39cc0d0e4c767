import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds in the window now that is serious or worse, with the elements it finds it in. */
export async function seriousViolations(window: Page): Promise<string[]> {
  // axe opens a page of its own in legacy mode no less; without it, it would need frames that we do not have.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
