import { BrowserWindow, type WebContents } from 'electron'
import type { Book } from '../../core/export/book/book.ts'
import type { ExportPlan } from '../../core/export/plan.ts'
import { shelve } from './book-protocol.ts'

/** True once every typeface that the book needs is there; false where one could not be loaded. */
const TYPEFACES_ARE_THERE = `(
  document.body.getBoundingClientRect(),
  document.fonts.ready.then(faces => [...faces].every(face => face.status !== 'error'))
)`

/** The page that prints has ended, which no printing outlives; `isFull` where it was for want of memory. */
export class PrintingPageLost extends Error {
  readonly isFull: boolean

  constructor(reason: string) {
    super(`the page that prints has ended: ${reason}`)
    this.isFull = reason === 'oom' || reason === 'memory-eviction'
  }
}

/** A book in a window that is never shown, and what is being made of it there. */
interface Hidden<T> {
  /** Rejects where the page or what is made of it fails. */
  readonly made: Promise<T>
  /** Closes the window, which ends what it is doing; has to be called in the end, however that was. */
  close(): void
}

/** A book that is being printed, in a window that is never shown. */
export interface Printing {
  /** The PDF, tagged and with an outline of its headings. Rejects where the page or the printing fails. */
  readonly pdf: Promise<Uint8Array>
  close: Hidden<Uint8Array>['close']
}

/**
 * Prints a book. Each printing has a window, and so a process, of its own: one that has printed a thousand pages keeps
 * a gigabyte of them, and would have two after the next pass.
 */
export function printBook(book: Book): Printing {
  const { made, close } = inHiddenWindow(book, contents =>
    contents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  )
  return { pdf: made, close }
}

/** What Electron says, in whichever version, of a dialog that the user has cancelled; Windows says so of "save as PDF" too. */
const CANCELLED = /cancell?ed/iu

/**
 * Prints a book on paper by the system's dialog, which begins with the book's own. False where the user cancelled it.
 * Closing ends the dialog.
 */
export const printBookOnPaper = (book: Book, paper: ExportPlan['paper']): Hidden<boolean> =>
  inHiddenWindow(
    book,
    contents =>
      new Promise<boolean>((resolve, reject) => {
        contents.print({ silent: false, printBackground: true, pageSize: paper }, (success, reason) => {
          if (success || CANCELLED.test(reason)) resolve(success)
          else reject(new Error(`the system did not print: ${reason}`))
        })
      }),
  )

function inHiddenWindow<T>(book: Book, make: (contents: WebContents) => Promise<T>): Hidden<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  const gone = new Promise<never>((_resolve, reject) => {
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      reject(new PrintingPageLost(reason))
    })
    window.once('closed', () => reject(new Error('the window that prints is closed')))
  })

  async function loadAndMake(): Promise<T> {
    const shelved = shelve(book)
    try {
      await window.loadURL(shelved.url)
      // The policy of a book lets no script of its own run; this one is ours, and comes from outside the page.
      const ready: unknown = await window.webContents.executeJavaScript(TYPEFACES_ARE_THERE)
      if (ready !== true) throw new Error('a typeface of the book could not be loaded')
      return await make(window.webContents)
    } finally {
      shelved.close()
    }
  }

  const made = Promise.race([loadAndMake(), gone])
  // Nobody may be waiting when it ends.
  made.catch(() => undefined)
  return {
    made,
    close: () => {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}
