import type { DialogMethod } from '../control.ts'
import { onlyOptions, strictly } from '../refuse.ts'
import { recorded, options as run } from '../runtime.ts'
import { askPerson } from './dialog-for-person.ts'

interface Dialogs {
  showOpenDialog: { options: Electron.OpenDialogOptions; answer: Electron.OpenDialogReturnValue }
  showSaveDialog: { options: Electron.SaveDialogOptions; answer: Electron.SaveDialogReturnValue }
  showMessageBox: { options: Electron.MessageBoxOptions; answer: Electron.MessageBoxReturnValue }
}

const OPTIONS = {
  showOpenDialog: ['title', 'defaultPath', 'buttonLabel', 'filters', 'properties', 'message'],
  showSaveDialog: [
    'title',
    'defaultPath',
    'buttonLabel',
    'filters',
    'properties',
    'message',
    'nameFieldLabel',
    'showsTagField',
  ],
  showMessageBox: [
    'message',
    'type',
    'buttons',
    'defaultId',
    'cancelId',
    'title',
    'detail',
    'noLink',
    'normalizeAccessKeys',
    'checkboxLabel',
    'checkboxChecked',
  ],
} as const satisfies { [M in DialogMethod]: readonly (keyof Dialogs[M]['options'])[] }

const answers: { method: DialogMethod; answer: object }[] = []

/** For the test: the answer to the next dialog of this kind. */
export function answerNext(method: DialogMethod, answer: object): void {
  answers.push({ method, answer })
}

async function show<M extends DialogMethod>(
  method: M,
  windowOrOptions: Electron.BaseWindow | Dialogs[M]['options'] | undefined,
  given: Dialogs[M]['options'] | undefined,
): Promise<Dialogs[M]['answer']> {
  const dialogOptions = given ?? (windowOrOptions as Dialogs[M]['options'])
  onlyOptions(`dialog.${method}`, dialogOptions, OPTIONS[method])
  if (run.dialogs === 'person') return (await askPerson(method, dialogOptions)) as Dialogs[M]['answer']
  const at = answers.findIndex(next => next.method === method)
  const [next] = at < 0 ? [] : answers.splice(at, 1)
  if (next === undefined) {
    recorded.dialogs.push({ method, options: dialogOptions })
    throw new Error(
      `dialog.${method} was opened and the test has no answer for it: ${JSON.stringify(dialogOptions)}`,
    )
  }
  recorded.dialogs.push({ method, options: dialogOptions, answer: next.answer })
  return next.answer as Dialogs[M]['answer']
}

type Call<M extends DialogMethod> = (
  windowOrOptions?: Electron.BaseWindow | Dialogs[M]['options'],
  options?: Dialogs[M]['options'],
) => Promise<Dialogs[M]['answer']>

const call =
  <M extends DialogMethod>(method: M): Call<M> =>
  (windowOrOptions, options) =>
    show(method, windowOrOptions, options)

export const dialog = strictly('dialog', {
  showOpenDialog: call('showOpenDialog'),
  showSaveDialog: call('showSaveDialog'),
  showMessageBox: call('showMessageBox'),
  showErrorBox(title: string, content: string): void {
    recorded.dialogs.push({ method: 'showErrorBox', options: { title, content } })
    console.error(`${title}\n${content}`)
  },
} satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>)
