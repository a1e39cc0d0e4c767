import { BrowserWindow } from 'electron'
import type { Book } from '../../core/export/book/book.ts'
import { shelve } from './book-protocol.ts'

/** True once every typeface that the book needs is there; false where one could not be loaded. */
const TYPEFACES_ARE_THERE = `(
  document.body.getBoundingClientRect(),
  document.fonts.ready.then(faces => [...faces].every(face => face.status !== 'error'))
)`

/** Prints books in a window that is never shown. Close it when done; closing ends what it is doing. */
export interface BookPrinter {
  /** The PDF of a book, tagged and with an outline of its headings. Rejects where the page or the printing fails. */
  print(book: Book): Promise<Uint8Array>
  close(): void
}

export function openBookPrinter(): BookPrinter {
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
  // Nobody may be waiting when it ends.
  gone.catch(() => undefined)

  async function print(book: Book): Promise<Uint8Array> {
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

  return {
    print: book => Promise.race([print(book), gone]),
    close: () => {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}
