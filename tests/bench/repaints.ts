import type { Page } from 'playwright-core'

/** What {@link watchRepaints} leaves in the page. */
interface Watched {
  repaints: number[]
}

declare global {
  interface Window {
    watched?: Watched
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
      return element?.closest('search') === null || element?.closest('[role=status]') !== null
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
