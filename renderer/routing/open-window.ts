import type { Input } from '../../electron/ipc/contract.ts'
import { send } from '../api/bridge.ts'
import { showFailure } from '../api/failure-words.ts'

/** Opens another window at a route, or says why none is opened. True where it was. */
export async function openWindow(route: string, form: Input<'window:open'>['form']): Promise<boolean> {
  try {
    await send('window:open', { route, form })
    return true
  } catch (error) {
    showFailure(error)
    return false
  }
}
