/**
 * What a test and the process of the app say to each other over the child process's own channel. The app itself
 * sees none of it.
 */

export type DialogMethod = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'

export interface DialogRecord {
  readonly method: DialogMethod | 'showErrorBox'
  readonly options: unknown
  /** What the test answered; absent where it did not. */
  readonly answer?: unknown
}

export interface RequestRecord {
  readonly url: string
  readonly method: string
  readonly resourceType: string
  /** The page that asked. */
  readonly page: string
  /**
   * `answered` by the app's own protocol handler; `refused` by the app's onBeforeRequest; `stopped` by the
   * stand-in alone, which means that in Electron it would have left the machine.
   */
  readonly outcome: 'answered' | 'refused' | 'stopped'
}

export interface ShellRecord {
  readonly method: 'showItemInFolder' | 'openExternal' | 'openPath'
  readonly target: string
}

export interface PrintRecord {
  readonly options: unknown
  /** What a printer would have been given, as a PDF in base64. */
  readonly pdf: string
}

export interface DragRecord {
  readonly files: readonly string[]
  readonly icon: string
}

export interface MenuRecord {
  readonly id: string
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly enabled: boolean
  readonly visible: boolean
  readonly checked: boolean
  readonly submenu: readonly MenuRecord[] | undefined
}

/** Everything that a test can ask of the app's process: what goes in and what comes back. */
export interface Controls {
  endpoint: { input: undefined; output: string }
  answerDialog: { input: { method: DialogMethod; answer: object }; output: undefined }
  dialogs: { input: undefined; output: readonly DialogRecord[] }
  requests: { input: undefined; output: readonly RequestRecord[] }
  /** What becomes of the next pages to be printed; without an answer they are. */
  answerPrint: { input: { success: boolean; reason: string }; output: undefined }
  prints: { input: undefined; output: readonly PrintRecord[] }
  drags: { input: undefined; output: readonly DragRecord[] }
  shellCalls: { input: undefined; output: readonly ShellRecord[] }
  menu: { input: undefined; output: readonly MenuRecord[] }
  openMenu: { input: undefined; output: readonly MenuRecord[] }
  clickMenu: { input: { path: readonly string[] }; output: undefined }
  /** Where the windows that are shown are, in the order in which they were opened. */
  windowBounds: { input: undefined; output: readonly Electron.Rectangle[] }
  /** Moves the window that has the focus, as its user does. */
  moveWindow: { input: Electron.Rectangle; output: undefined }
  /** Ends the process of the first window's page, and answers when the app has opened it again. */
  crashPage: { input: undefined; output: undefined }
  /** Throws where nobody catches it, in the app's own process. */
  throwInMain: { input: undefined; output: undefined }
  systemColorScheme: { input: 'light' | 'dark'; output: undefined }
  /** Where the files lie that are dropped next, by their names. */
  droppedPaths: { input: Readonly<Record<string, string>>; output: undefined }
  writeClipboard: { input: Readonly<Record<string, string>>; output: undefined }
  readClipboard: { input: undefined; output: Readonly<Record<string, string>> }
}

export type Control = keyof Controls
export type ControlRequest = {
  [C in Control]: { id: number; control: C; input: Controls[C]['input'] }
}[Control]
export type ControlAnswer =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: string }

/** What the app's process is started with, as JSON in the environment variable of this name. */
export const OPTIONS_VARIABLE = 'CUTTINGS_CHROMIUM_RUNTIME'

export interface HostOptions {
  /** The built main bundle. */
  readonly main: string
  /** The folder with the app's package.json. */
  readonly appPath: string
  readonly executable: string
  readonly headless: boolean
  /** True where a test answers dialogs; false where a person does. */
  readonly dialogs: 'test' | 'person'
  readonly debuggingPort: boolean
  readonly languages: readonly string[]
  /** The theme of the whole system; undefined where the browser knows it and a person may change it. */
  readonly colorScheme: 'light' | 'dark' | undefined
  /** Folders that replace the platform's, by Electron's names. */
  readonly paths: Readonly<Record<string, string>>
}
