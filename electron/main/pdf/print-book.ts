import { BrowserWindow } from 'electron'
import type { Book } from '../../core/export/book/book.ts'
import { shelve } from './book-protocol.ts'

/** True once every typeface that the book needs is there; false where one could not be loaded. */
const TYPEFACES_ARE_THERE = `(
  document.body.getBoundingClientRect(),
  document.fonts.ready.then(faces => [...faces].every(face => face.status !== 'error'))
)`

/** A book that is being printed, in a window that is never shown. */
export interface Printing {
  /** The PDF, tagged and with an outline of its headings. Rejects where the page or the printing fails. */
  readonly pdf: Promise<Uint8Array>
  /** Closes the window, which ends what it is doing; has to be called in the end, however that was. */
  close(): void
}

/**
 * Prints a book. Each printing has a window, and so a process, of its own: one that has printed a thousand pages keeps
 * a gigabyte of them, and would have two after the next pass.
 */
export function printBook(book: Book): Printing {
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
      reject(new Error(`the page that prints has ended: ${reason}`))
    })
    window.once('closed', () => reject(new Error('the window that prints is closed')))
  })

  async function print(): Promise<Uint8Array> {
    const shelved = shelve(book)
    try {
      await window.loadURL(shelved.url)
      // The policy of a book lets no script of its own run; this one is ours, and comes from outside the page.
      const ready: unknown = await window.webContents.executeJavaScript(TYPEFACES_ARE_THERE)
      if (ready !== true) throw new Error('a typeface of the book could not be loaded')
      return await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      })
    } finally {
      shelved.close()
    }
  }

  const pdf = Promise.race([print(), gone])
  // Nobody may be waiting when it ends.
  pdf.catch(() => undefined)
  return {
    pdf,
    close: () => {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}
