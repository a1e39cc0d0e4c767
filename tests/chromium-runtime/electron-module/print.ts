import type { DevtoolsSession } from '../browser/devtools.ts'
import type { Controls } from '../control.ts'
import { NotImplemented, onlyOptions } from '../refuse.ts'
import { options as host, recorded } from '../runtime.ts'
import { printToPdf } from './print-to-pdf.ts'

type Answer = Controls['answerPrint']['input']

const answers: Answer[] = []

/** What the system's dialog says of the next pages to be printed. */
export function answerNextPrint(answer: Answer): void {
  answers.push(answer)
}

/** `webContents.print` with the system's dialog: what it would print is recorded for the test, which answers for the user. */
export async function print(
  devtools: DevtoolsSession,
  options: Electron.WebContentsPrintOptions,
): Promise<Answer> {
  onlyOptions('webContents.print', options, ['silent', 'printBackground', 'pageSize'])
  if (options.silent !== false) throw new NotImplemented('webContents.print without a dialog')
  if (host.dialogs === 'person') throw new NotImplemented('printing where a person answers')
  const { pageSize = 'A4' } = options
  const pdf = await printToPdf(devtools, { printBackground: true, preferCSSPageSize: true, pageSize })
  recorded.prints.push({ options, pdf: pdf.toString('base64') })
  return answers.shift() ?? { success: true, reason: '' }
}
