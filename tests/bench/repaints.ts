import type { Page } from 'playwright-core'

/** What {@link watchRepaints} leaves in the page. */
interface Watched {
  repaints: number[]
}

declare global {
  interface Window {
    watched?: Watched
    /** The frames that are being timed. */
    timedFrames?: number[]
  }
}

/**
 * From now on notes for each key the time from pressing it to the first frame in which the list, or what is said in
 * place of one, was another.
 */
export const watchRepaints = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched: Watched = { repaints: [] }
    window.watched = watched
    let pressed: { readonly at: number } | undefined
    addEventListener(
      'keydown',
      event => {
        pressed = { at: event.timeStamp }
      },
      true,
    )
    // A Chinese character arrives without a key.
    addEventListener(
      'input',
      ({ timeStamp: at }) => {
        if (pressed === undefined || at - pressed.at > 50) pressed = { at }
      },
      true,
    )
    const isOfTheList = ({ target }: MutationRecord): boolean => {
      const element = target instanceof Element ? target : target.parentElement
      return (
        element?.closest('search [role=status], [role=listbox]') !== null ||
        element.matches(':has(> [role=listbox])')
      )
    }
    const pane = document.querySelector('section:has(search)')
    if (pane === null) throw new Error('there is no timeline')
    new MutationObserver(records => {
      if (pressed === undefined || !records.some(isOfTheList)) return
      const { at } = pressed
      pressed = undefined
      // A message that is sent in a frame arrives when the frame has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => watched.repaints.push(performance.now() - at)
        port2.postMessage(undefined)
      })
    }).observe(pane, { subtree: true, childList: true, characterData: true })
  })

/** The times noted since the last call. */
export const takeRepaints = (page: Page): Promise<number[]> =>
  page.evaluate(() => window.watched?.repaints.splice(0) ?? [])

/** Jumps to places all over the list: for each the time until the rows there are painted. */
export const measureJumps = (page: Page, jumps: number): Promise<number[]> =>
  page.evaluate(async count => {
    const list = document.querySelector('[role=listbox]')
    if (list === null) throw new Error('there is no list')
    const frame = () => new Promise(requestAnimationFrame)
    const times: number[] = []
    for (let jump = 0; jump < count; jump++) {
      list.scrollTop = (list.scrollHeight * ((jump * 7) % count)) / count
      const start = performance.now()
      await frame()
      const middle = list.getBoundingClientRect()
      const isThere = () =>
        document.elementFromPoint(middle.left + 100, middle.top + middle.height / 2)?.closest('[role=option]')
          ?.textContent !== ''
      while (!isThere() && performance.now() - start < 5000) await frame()
      times.push(performance.now() - start)
    }
    list.scrollTop = 0
    return times
  }, jumps)

/** Scrolls steadily for so many frames: the time from each frame to the next. */
export const measureScrolling = (page: Page, frames: number): Promise<number[]> =>
  page.evaluate(async count => {
    const list = document.querySelector('[role=listbox]')
    if (list === null) throw new Error('there is no list')
    const times: number[] = []
    let last = await new Promise<number>(requestAnimationFrame)
    for (let index = 0; index < count; index++) {
      list.scrollTop += 60
      const now = await new Promise<number>(requestAnimationFrame)
      times.push(now - last)
      last = now
    }
    return times
  }, frames)

/** The time from each frame to the next while something is done with the mouse. */
async function framesDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = []
    window.timedFrames = frames
    let last = performance.now()
    const next = (now: number) => {
      if (window.timedFrames !== frames) return
      frames.push(now - last)
      last = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  await act()
  return page.evaluate(() => {
    const frames = window.timedFrames ?? []
    delete window.timedFrames
    return frames.slice(1)
  })
}

/** Drags over the whole strip of days and back, and lets go where it began, so that all of it stays chosen. */
export async function measureBrushing(page: Page, moves: number): Promise<number[]> {
  const { x, y, width } = await stripOf(page)
  await page.mouse.move(x, y + 20)
  await page.mouse.down()
  const frames = await framesDuring(page, async () => {
    for (let move = 0; move <= moves; move++)
      await page.mouse.move(x + (width - 1) * Math.abs(Math.sin((move / moves) * Math.PI * 1.5)), y + 20)
  })
  await page.mouse.move(x + width - 1, y + 20)
  await page.mouse.up()
  return frames
}

/** Zooms into the middle of the strip and out again by the wheel. */
export async function measureZooming(page: Page, turns: number): Promise<number[]> {
  const { x, y, width } = await stripOf(page)
  await page.mouse.move(x + width / 2, y + 20)
  return framesDuring(page, async () => {
    for (let turn = 0; turn < turns; turn++) await page.mouse.wheel(0, turn < turns / 2 ? -30 : 30)
  })
}

async function stripOf(page: Page): Promise<{ x: number; y: number; width: number }> {
  const box = await page.locator('[role=group]:has([role=slider]) svg').first().boundingBox()
  if (box === null) throw new Error('there is no strip')
  return box
}
