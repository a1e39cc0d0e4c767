import { browser, options } from '../runtime.ts'
import type { Page, PageOptions } from './page.ts'

interface Attached {
  readonly targetId: string
  readonly sessionId: string
}

const attached = new Map<string, Attached>()
const waiting = new Map<string, (target: Attached) => void>()
const pages = new Map<string, Page>()
/** The page that the browser opened at its start, until the first window takes it. */
let first: Promise<Attached> | undefined

/** Watches every target of the browser from its first moment on. */
export async function watchTargets(): Promise<void> {
  const { devtools } = browser()
  const session = devtools.browser
  let foundFirst: ((target: Attached) => void) | undefined
  first = new Promise(resolve => {
    foundFirst = resolve
  })
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const { targetId, openerId, type } = targetInfo
    const target = { targetId, sessionId }
    const own = devtools.session(sessionId)
    if (type === 'page' && openerId !== undefined && pages.has(openerId)) {
      // A window that a page opened: its opener has heard of it through Page.windowOpen. It is closed before
      // it runs or loads anything; then it is let go on, because the page that opened it may share its thread, and
      // would wait with it for ever. Whatever it still asks for is held back until it is gone.
      void own.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }).catch(() => undefined)
      void session.send('Target.closeTarget', { targetId }).catch(() => undefined)
      void own.send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
      return
    }
    if (type === 'page') {
      attached.set(targetId, target)
      foundFirst?.(target)
      foundFirst = undefined
      waiting.get(targetId)?.(target)
      waiting.delete(targetId)
    }
    void own.send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
  })
  session.on('Target.detachedFromTarget', ({ targetId, sessionId }) => {
    const id = targetId ?? [...attached.values()].find(target => target.sessionId === sessionId)?.targetId
    if (id === undefined) return
    attached.delete(id)
    const page = pages.get(id)
    pages.delete(id)
    page?.gone()
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  })
}

/** Ties a page to its target, so that it hears of its end. */
export function attach(targetId: string, page: Page): void {
  pages.set(targetId, page)
  if (!attached.has(targetId)) page.gone()
}

/** The browser is gone, and with it every page. */
export function allTargetsGone(): void {
  const gone = [...pages.values()]
  pages.clear()
  attached.clear()
  for (const page of gone) page.gone()
}

/** An empty page to work in, attached: the browser's first one for the first window, then a new one each. */
export async function takeTarget(
  page: Pick<PageOptions, 'browserContextId' | 'visible' | 'width' | 'height'>,
): Promise<Attached> {
  if (first !== undefined && page.browserContextId === undefined) {
    const target = first
    first = undefined
    return await target
  }
  return await createTarget(page)
}

/** A page for the stand-in itself, which no window is. Chromium attaches nobody to a hidden page by itself. */
export async function openHiddenTarget(): Promise<Attached> {
  const { browser: devtools } = browser().devtools
  const { targetId } = await devtools.send('Target.createTarget', {
    url: 'about:blank',
    hidden: true,
    background: true,
  })
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true })
  return { targetId, sessionId }
}

async function createTarget(
  page: Pick<PageOptions, 'browserContextId' | 'visible' | 'width' | 'height'>,
): Promise<Attached> {
  // On a screen, a window that is never shown, to print a book, must not cover the others.
  const isFolded = !page.visible && !options.headless
  const { targetId } = await browser().devtools.browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    background: !page.visible,
    ...(isFolded ? { windowState: 'minimized' } : { width: page.width, height: page.height }),
    ...(page.browserContextId === undefined ? {} : { browserContextId: page.browserContextId }),
  })
  const known = attached.get(targetId)
  return known ?? (await new Promise<Attached>(resolve => waiting.set(targetId, resolve)))
}
