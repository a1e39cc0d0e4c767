import type { DialogMethod } from '../control.ts'
import { NotImplemented } from '../refuse.ts'
import { BrowserWindow } from './browser-window.ts'

/** Runs a script with a user's gesture in the preload's world of the focused window, out of the page's sight. */
async function inFocusedWindow(
  expression: string,
): Promise<{ objectId?: string; value?: unknown; devtools: Devtools }> {
  const window = BrowserWindow.getFocusedWindow()
  if (window === null) throw new NotImplemented('a dialog without a window')
  const page = await window.webContents.whenOpen()
  const { devtools, preloadWorld } = page
  const { result } = await devtools.send('Runtime.evaluate', {
    expression,
    userGesture: true,
    awaitPromise: true,
    ...(preloadWorld === undefined ? {} : { contextId: preloadWorld }),
  })
  return {
    devtools,
    value: result.value,
    ...(result.objectId === undefined ? {} : { objectId: result.objectId }),
  }
}

type Devtools = Awaited<ReturnType<WebContentsPage['whenOpen']>>['devtools']
type WebContentsPage = BrowserWindow['webContents']

/** Chromium's own file chooser; it tells only DevTools the paths of what was chosen. */
async function chooseFiles(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
  const properties = options.properties ?? []
  if (properties.includes('openDirectory')) return await chooseFolder(options)
  const extensions = (options.filters ?? []).flatMap(filter => filter.extensions).filter(one => one !== '*')
  const settings = JSON.stringify({
    multiple: properties.includes('multiSelections'),
    accept: extensions.map(extension => `.${extension}`).join(','),
  })
  const { devtools, objectId } = await inFocusedWindow(`new Promise(resolve => {
    const input = Object.assign(document.createElement('input'), { type: 'file' }, ${settings})
    input.onchange = () => resolve([...input.files])
    input.oncancel = () => resolve([])
    input.click()
  })`)
  if (objectId === undefined) return { canceled: true, filePaths: [] }
  const { result } = await devtools.send('Runtime.getProperties', { objectId, ownProperties: true })
  const filePaths: string[] = []
  for (const { name, value } of result) {
    if (!/^\d+$/.test(name) || value?.objectId === undefined) continue
    filePaths.push((await devtools.send('DOM.getFileInfo', { objectId: value.objectId })).path)
  }
  return { canceled: filePaths.length === 0, filePaths }
}

/** Chromium's chooser gives the files of a folder, never the folder, so its path is typed. */
async function chooseFolder(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
  const { canceled, filePath } = await choosePath(options)
  return { canceled, filePaths: canceled ? [] : [filePath] }
}

/** Chromium has no dialog that names a file to be written, so the path is typed. */
async function choosePath(
  options: Pick<Electron.SaveDialogOptions, 'title' | 'defaultPath'>,
): Promise<Electron.SaveDialogReturnValue> {
  const { value } = await inFocusedWindow(
    `prompt(${JSON.stringify(options.title ?? '')}, ${JSON.stringify(options.defaultPath ?? '')})`,
  )
  return typeof value === 'string' && value !== ''
    ? { canceled: false, filePath: value }
    : { canceled: true, filePath: '' }
}

async function answerMessage(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
  const buttons = options.buttons ?? ['OK']
  const cancelId = options.cancelId ?? Math.max(0, buttons.length - 1)
  const list = buttons.map((label, index) => `${index + 1}  ${label}`).join('\n')
  const text = [options.message, options.detail ?? '', list].filter(part => part !== '').join('\n\n')
  const { value } = await inFocusedWindow(
    `prompt(${JSON.stringify(text)}, ${JSON.stringify(String((options.defaultId ?? 0) + 1))})`,
  )
  const chosen = Number(value) - 1
  return {
    response: buttons[chosen] === undefined ? cancelId : chosen,
    checkboxChecked: options.checkboxChecked ?? false,
  }
}

/** Dialogs of `npm start` in Chromium, where a person answers: nearer to a browser's than to the system's. */
export async function askPerson(method: DialogMethod, options: object): Promise<object> {
  switch (method) {
    case 'showOpenDialog':
      return await chooseFiles(options)
    case 'showSaveDialog':
      return await choosePath(options)
    case 'showMessageBox':
      return await answerMessage(options as Electron.MessageBoxOptions)
    default:
      return method satisfies never
  }
}
