import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'

/**
 * Asks the main process to paste into the page; the page's own paste event does the rest. An empty clipboard
 * is answered as `nothing-to-clip`, which the user is told.
 */
export async function requestPaste(): Promise<void> {
  try {
    await send('clip:request-paste', {})
  } catch (error) {
    showFailure(error)
  }
}
