import { onlyOptions, strictly } from '../refuse.ts'
import { recorded } from '../runtime.ts'

/** Nothing is opened or shown: the calls are recorded for the test. */
export const shell = strictly('shell', {
  showItemInFolder(fullPath: string): void {
    recorded.shell.push({ method: 'showItemInFolder', target: fullPath })
  },
  async openExternal(url: string, options?: Electron.OpenExternalOptions): Promise<void> {
    onlyOptions('shell.openExternal', options, [])
    recorded.shell.push({ method: 'openExternal', target: url })
  },
  async openPath(path: string): Promise<string> {
    recorded.shell.push({ method: 'openPath', target: path })
    return ''
  },
} satisfies Pick<Electron.Shell, 'showItemInFolder' | 'openExternal' | 'openPath'>)
