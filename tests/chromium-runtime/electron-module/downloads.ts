import { toAppUrl } from '../browser/app-url.ts'
import { strictly } from '../refuse.ts'
import { appSchemes, browser } from '../runtime.ts'
import { preventable } from '../strict-emitter.ts'
import { allWebContents } from './web-contents.ts'

/**
 * Tells the app of each download of a page. Chromium refuses them all, so nothing is ever written; an app that
 * does not prevent one would have shown a save dialog in Electron, which the log then says.
 */
export function watchDownloads(): void {
  browser().devtools.browser.on(
    'Browser.downloadWillBegin',
    ({ frameId, url: browserUrl, suggestedFilename }) => {
      const url = toAppUrl(browserUrl, appSchemes)
      const contents = allWebContents().find(one => one.mainFrameId === frameId) ?? allWebContents()[0]
      if (contents === undefined) return
      const item = strictly('DownloadItem', {
        getURL: () => url,
        getFilename: () => suggestedFilename,
        cancel: () => undefined,
      } satisfies Pick<Electron.DownloadItem, 'getURL' | 'getFilename' | 'cancel'>)
      const event = preventable({})
      contents.ownSession.emit('will-download', event, item, contents)
      if (!event.defaultPrevented)
        console.error(`not implemented by the Chromium runtime: the download of ${url}`)
    },
  )
}
