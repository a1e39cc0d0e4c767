import type { WebContents, WebFrameMain } from 'electron'
import type { Sender } from './answer.ts'

/** Which pages may ask: those that `isWindow` says are the app's windows, showing the page at `url`. */
export interface OwnPages {
  readonly url: string
  isWindow(contents: WebContents): boolean
}

/** The address of a page without the place in it. A frame that is gone throws when it is asked. */
function addressOf(frame: WebFrameMain): string | undefined {
  try {
    return frame.url.replace(/#.*$/su, '')
  } catch {
    return undefined
  }
}

/** The window's own page at the top of one of our windows, or nobody: no frame in it, no other page, none that is gone. */
export function senderOf(frame: WebFrameMain | null, contents: WebContents, own: OwnPages): Sender {
  if (frame === null || !own.isWindow(contents) || frame !== contents.mainFrame) return undefined
  if (addressOf(frame) !== own.url) return undefined
  return {
    window: contents.id,
    paste: () => contents.paste(),
    // `file` is for Electrons that know of one alone.
    drag: ({ files, icon }) => contents.startDrag({ file: files[0] ?? '', files: [...files], icon }),
  }
}
