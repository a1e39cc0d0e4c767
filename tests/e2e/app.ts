import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import type {
  DragRecord,
  MenuRecord,
  PrintRecord,
  RequestRecord,
  ShellRecord,
} from '../chromium-runtime/control.ts'
import { installedElectron } from '../chromium-runtime/electron-runtime.ts'
import { openInChromium } from './app-in-chromium.ts'
import { openInElectron } from './app-in-electron.ts'

export interface AppOptions {
  /** The system's preferred languages, BCP 47, first choice first. English where absent. */
  readonly languages?: readonly string[]
  readonly colorScheme?: 'light' | 'dark'
  /** Arguments after the app's own. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Folders of an earlier app, to open its library and profile again; new and empty ones where absent. */
  readonly folders?: Folders
}

/** What an app keeps between two runs. */
export interface Folders {
  readonly userData: string
  readonly documents: string
}

/** The app as a spec sees it, whichever runtime it is in. */
export interface AppUnderTest {
  readonly runtime: 'electron' | 'chromium'
  readonly window: Page
  readonly folders: Folders
  /** Where the app makes its library on the first start. */
  readonly libraryDir: string
  readonly dialogs: {
    /** The answer to the next dialog that asks for files; an empty list cancels it. */
    answerOpen(paths: readonly string[]): Promise<void>
    /** The answer to the next dialog that asks where to write; null cancels it. */
    answerSave(path: string | null): Promise<void>
    /** The button, by its index, that the next message box gets. */
    answerMessage(button: number): Promise<void>
  }
  readonly menu: {
    items(): Promise<readonly MenuRecord[]>
    /** Chooses an item by the labels that lead to it. */
    choose(...labels: string[]): Promise<void>
  }
  /** Does what opens another window, and gives that. */
  windowOpenedBy(act: () => Promise<unknown>): Promise<Page>
  /** The windows that are open, in the order in which they were opened. */
  windows(): Page[]
  /** Where those windows are on the screen. */
  windowBounds(): Promise<readonly Electron.Rectangle[]>
  /** Moves the window that has the focus, as its user does. */
  moveWindow(bounds: Electron.Rectangle): Promise<void>
  /** Every request of every page so far, and what became of it. */
  requests(): Promise<readonly RequestRecord[]>
  /** Those for somewhere else than the app: each would have left the machine if nobody had refused it. */
  requestsToNetwork(): Promise<readonly RequestRecord[]>
  /** What was dragged out of the window as files so far. */
  drags(): Promise<readonly DragRecord[]>
  shellCalls(): Promise<readonly ShellRecord[]>
  readonly printer: {
    /** What the system's dialog says of the next pages to be printed; without an answer they are printed. */
    answer(success: boolean, reason: string): Promise<void>
    /** What was printed so far, or would have been. */
    prints(): Promise<readonly PrintRecord[]>
  }
  /** Puts text on the clipboard and presses the paste key in the window. */
  pasteText(text: string): Promise<void>
  /** The same with both flavours, as a browser puts them there. */
  pasteHtml(flavours: { readonly text: string; readonly html: string }): Promise<void>
  /** Drops files and folders of the disk on the middle of the window. */
  dropFiles(paths: readonly string[]): Promise<void>
  /** Starts the app once more with these arguments, as a file manager does, and waits until that process has ended. */
  startAgain(args: readonly string[]): Promise<void>
  readClipboard(): Promise<Readonly<Record<string, string>>>
  /** What the user chose for the whole system, while the app runs. */
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>
  /** Ends the process of the window's page, and gives the window as it is once the app has opened it again. */
  crashPage(): Promise<Page>
  /** Throws in the main process where nobody catches it, and gives the code with which the app ends. */
  throwInMain(): Promise<number | null>
  /** The app's standard output and error so far. */
  output(): string
  /** Ends the app's main process as a power failure does. The folders stay. */
  kill9(): Promise<void>
  /** Quits the app. The folders stay until `remove`. */
  close(): Promise<void>
  /** Quits the app if it runs, and removes its folders. Fails where any page asked the network for anything. */
  remove(): Promise<void>
}

export const ROOT = resolve(import.meta.dirname, '../..')

/** Whether a request stays in the app: one of any other scheme would leave the machine. */
export const isLocal = (url: string): boolean => /^(app|data|blob|about):/.test(url)

const toNetwork = (requests: readonly RequestRecord[]): RequestRecord[] =>
  requests.filter(({ url }) => !isLocal(url))

async function newFolders(): Promise<Folders & { readonly parent: string }> {
  const parent = await mkdtemp(join(tmpdir(), 'cuttings-e2e-'))
  const folders = { parent, userData: join(parent, 'profile'), documents: join(parent, 'documents') }
  await mkdir(folders.userData)
  await mkdir(folders.documents)
  return folders
}

/**
 * Opens the built app with a profile and a documents folder of its own: in Electron where its runtime is
 * installed, otherwise in Chromium. The spec must `remove` it.
 */
export async function openApp(options: AppOptions = {}): Promise<AppUnderTest> {
  const own = options.folders === undefined ? await newFolders() : undefined
  const folders = options.folders ?? { userData: own?.userData ?? '', documents: own?.documents ?? '' }
  const electron = installedElectron()
  const app =
    electron === undefined
      ? await openInChromium(options, folders)
      : await openInElectron(electron, options, folders)
  return {
    ...app,
    folders,
    libraryDir: join(folders.documents, 'Cuttings'),
    requestsToNetwork: async () => toNetwork(await app.requests()),
    async remove() {
      // After a kill nobody is left to ask.
      const escaped = toNetwork(await app.requests().catch(() => []))
      await app.close()
      const parent = own?.parent
      if (parent !== undefined) await rm(parent, { recursive: true, force: true, maxRetries: 5 })
      if (escaped.length > 0) throw new Error(`the app asked the network: ${JSON.stringify(escaped)}`)
    },
  }
}
