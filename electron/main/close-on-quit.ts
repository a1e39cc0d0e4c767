import { setTimeout as delay } from 'node:timers/promises'
import { app } from 'electron'
import type { Desk } from './desk.ts'
import type { WatchedFolder } from './watched-folder.ts'

/** So long the end of the app waits for jobs that were told to end. */
const MOST_WAITED_MS = 3000

/** Closes the library before the process ends; a quit that cannot close it ends all the same, the journal is safe. */
export function closeOnQuit(desk: Desk, watched: WatchedFolder): void {
  let closed = false
  app.on('before-quit', event => {
    if (closed) return
    event.preventDefault()
    const closing = Promise.allSettled([
      desk.windows.end(),
      // What they have half written goes with them; one that cannot be cancelled is not waited for.
      Promise.race([desk.jobs.cancelAll(), delay(MOST_WAITED_MS)]).then(() => desk.exportPool.close()),
      desk.current.close(),
      watched.stop(),
      desk.dragged.clear(),
      desk.pool.close(),
      desk.chronologyPool.close(),
    ])
    void closing
      .then(() =>
        Promise.allSettled([desk.carePool.close(), desk.indexPool.close(), desk.familyPool.close()]),
      )
      .then(() => {
        closed = true
        desk.log.write({ event: 'ended' })
        app.quit()
      })
  })
}
