import type { Input } from '../../../electron/ipc/contract.ts'
import { send } from '../../api/bridge.ts'
import { exportChoices } from '../export/export-choices.ts'
import { exporting } from '../export/running-export.ts'

/** What a chronology is written as. */
export const FORMATS = ['markdown', 'csv', 'timelinejs', 'pdf'] as const

/** Asks where to write, then writes the events on show. Does nothing while another export runs. */
export const exportChronology = (request: Omit<Input<'chronology:export'>, 'paper'>): Promise<void> =>
  exporting.start(request.title, () =>
    send('chronology:export', { ...request, paper: exportChoices.get().paper }),
  )
