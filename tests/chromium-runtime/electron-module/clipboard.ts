import { openClipboardPage } from '../browser/clipboard-page.ts'
import type { DevtoolsSession } from '../browser/devtools.ts'
import { NotImplemented, strictly } from '../refuse.ts'

let page: Promise<DevtoolsSession> | undefined

async function run<T>(expression: string): Promise<T> {
  page ??= openClipboardPage()
  const { result, exceptionDetails } = await (await page).send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
    userGesture: true,
  })
  if (exceptionDetails === undefined) return result.value as T
  throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
}

/** Every text flavour of the browser's clipboard, by media type. HTML comes as it was written, not cleaned. */
export async function readClipboard(): Promise<Record<string, string>> {
  return await run(`(async () => {
    const flavours = {}
    for (const item of await navigator.clipboard.read({ unsanitized: ['text/html'] })) {
      for (const type of item.types) {
        if (type.startsWith('text/')) flavours[type] = await (await item.getType(type)).text()
      }
    }
    return flavours
  })()`)
}

/** Puts flavours on the browser's clipboard as a copy in a page would, HTML untouched. */
export async function writeClipboard(flavours: Readonly<Record<string, string>>): Promise<void> {
  const copied = await run<boolean>(`(() => {
    const flavours = ${JSON.stringify(flavours)}
    const put = event => {
      event.preventDefault()
      for (const [type, text] of Object.entries(flavours)) event.clipboardData.setData(type, text)
    }
    document.addEventListener('copy', put, { once: true })
    return document.execCommand('copy')
  })()`)
  if (!copied) throw new Error('the browser refused to copy')
}

export class ClipboardItem implements Pick<Electron.ClipboardItem, 'types'> {
  readonly types: string[]
  private readonly items: Readonly<Record<string, string | Blob>>

  constructor(items: Record<string, unknown>) {
    for (const [type, value] of Object.entries(items)) {
      const isText = typeof value === 'string' || value instanceof Blob
      if (!type.startsWith('text/') || !isText)
        throw new NotImplemented(`a ClipboardItem of "${type}" that is not text`)
    }
    this.items = items as Record<string, string | Blob>
    this.types = Object.keys(items)
  }

  async getType(type: string): Promise<Blob> {
    const value = this.items[type]
    if (value === undefined) throw new Error(`The type '${type}' was not found`)
    return typeof value === 'string' ? new Blob([value], { type }) : value
  }
}

export const clipboard = strictly('clipboard', {
  async read() {
    const flavours = await readClipboard()
    const isEmpty = Object.keys(flavours).length === 0
    return isEmpty
      ? []
      : [strictly('ClipboardItem', new ClipboardItem(flavours)) as unknown as Electron.ClipboardItem]
  },
  async readText() {
    return (await readClipboard())['text/plain'] ?? ''
  },
  async write(items: Electron.ClipboardItem[]) {
    const flavours: Record<string, string> = {}
    for (const item of items) {
      for (const type of item.types)
        flavours[type] = await (await item.getType<`text/${string}`>(type as `text/${string}`)).text()
    }
    await writeClipboard(flavours)
  },
  async writeText(text: string) {
    await writeClipboard({ 'text/plain': text })
  },
  async has(mimetype: string) {
    return mimetype in (await readClipboard())
  },
} satisfies Pick<Electron.Clipboard, 'read' | 'readText' | 'write' | 'writeText' | 'has'>)
