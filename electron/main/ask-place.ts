import { dialog } from 'electron'
import { currentWindow } from './window.ts'

/** A dialog's own words. */
interface Question {
  readonly title: string
  readonly buttonLabel: string
}

/** Asks for a folder that is there, or that the user makes in the dialog. Undefined where none was chosen. */
export const askFolder = (question: Question): Promise<string | undefined> =>
  ask({ ...question, properties: ['openDirectory', 'createDirectory'] })

/** Asks for a file that is there. */
export const askFile = (question: Question, filters: Electron.FileFilter[]): Promise<string | undefined> =>
  ask({ ...question, filters, properties: ['openFile'] })

/** Asks for the name of a file or a folder that is not there yet. */
export async function askName(
  question: Question,
  name: string,
  filters?: Electron.FileFilter[],
): Promise<string | undefined> {
  const options: Electron.SaveDialogOptions = {
    ...question,
    defaultPath: name,
    ...(filters !== undefined && { filters }),
  }
  const owner = currentWindow()
  const chosen = await (owner === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(owner, options))
  return chosen.canceled || chosen.filePath === '' ? undefined : chosen.filePath
}

async function ask(options: Electron.OpenDialogOptions): Promise<string | undefined> {
  const owner = currentWindow()
  const chosen = await (owner === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(owner, options))
  return chosen.canceled ? undefined : chosen.filePaths[0]
}
