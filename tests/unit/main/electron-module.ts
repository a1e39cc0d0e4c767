/**
 * What the unit tests have in place of `electron`: no window, though it is counted how often one was asked for, and
 * dialogs that are answered beforehand with a path each, and are cancelled without one. One for all of them (vitest.config.ts), because they share their modules.
 */
export const dialogs: { open: string[]; save: string[] } = { open: [], save: [] }

export const windows = { asked: 0 }

export class BrowserWindow {
  static getAllWindows = () => []
  static getFocusedWindow = () => null

  constructor() {
    windows.asked += 1
    throw new Error('there are no windows here')
  }
}
/** The menus for sharing that were shown, each with what it shares. */
export const shared: Electron.SharingItem[] = []

export class ShareMenu {
  readonly #item: Electron.SharingItem

  constructor(item: Electron.SharingItem) {
    this.#item = item
  }

  popup(): void {
    shared.push(this.#item)
  }
}

/** The menu of the app as it was set last. */
export const appMenu: { template: Electron.MenuItemConstructorOptions[] } = { template: [] }

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu(template: Electron.MenuItemConstructorOptions[]) {
    appMenu.template = template
  },
}
export const nativeTheme = {}
export const dialog = {
  async showOpenDialog() {
    const path = dialogs.open.shift()
    return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] }
  },
  async showSaveDialog() {
    const filePath = dialogs.save.shift()
    return { canceled: filePath === undefined, filePath: filePath ?? '' }
  },
}
