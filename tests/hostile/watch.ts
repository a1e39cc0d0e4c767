import type { BrowserContext, Page, Request } from 'playwright-core'

/** A script that made itself known. */
export interface Sign {
  readonly page: Page
  readonly what: string
}

export interface Watch {
  readonly ran: readonly Sign[]
  /** The addresses of requests for somewhere else than the page's own. */
  readonly asked: readonly string[]
}

/** Ways in which the vectors show that they ran. */
const LOUD = ['alert', 'confirm', 'prompt', 'print'] as const

/**
 * Watches every page and frame of a context from its next document on. `isOwn` tells the requests that are no sign of
 * anything.
 */
export async function watch(
  context: BrowserContext,
  isOwn: (url: string, request: Request) => boolean,
): Promise<Watch> {
  const ran: Sign[] = []
  const asked: string[] = []
  await context.exposeBinding('vectorRan', ({ page }, how: unknown) => {
    ran.push({ page, what: String(how) })
  })
  await context.addInitScript(names => {
    const { vectorRan } = globalThis as unknown as { vectorRan(how: string): void }
    for (const name of names)
      Object.defineProperty(globalThis, name, {
        value: (said: unknown) => vectorRan(`${name}(${String(said)}) at ${location.href}`),
      })
  }, LOUD)
  context.on('dialog', dialog => {
    const page = dialog.page()
    if (page !== null) ran.push({ page, what: dialog.message() })
    void dialog.dismiss().catch(() => undefined)
  })
  context.on('request', request => {
    if (!isOwn(request.url(), request)) asked.push(request.url())
  })
  return { ran, asked }
}
