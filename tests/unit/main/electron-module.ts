/**
 * What the unit tests have in place of `electron`: no window, and dialogs that are answered beforehand with a path
 * each, and are cancelled without one. One for all of them (vitest.config.ts), because they share their modules.
 */
export const dialogs: { open: string[]; save: string[] } = { open: [], save: [] }

export const BrowserWindow = { getAllWindows: () => [], getFocusedWindow: () => null }
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
