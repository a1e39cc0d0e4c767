import { useEffect } from 'react'
import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { navigate } from '../../routing/use-route.ts'
import { openReader } from '../../shell/panes.ts'
import { showToast } from '../../ui/toasts.ts'

async function takeGiven(): Promise<void> {
  try {
    const { link } = await send('app:take-link', {})
    if (link === null) return
    if (link.clipping === null) {
      showToast({
        tone: 'failure',
        title: t => t('shell.linkUnknown'),
        detail: t => t('shell.linkUnknownDetail'),
      })
      return
    }
    navigate({ view: 'timeline', filter: DEFAULT_FILTER, clipping: link.clipping, pane: 'reader' })
    requestAnimationFrame(openReader)
  } catch (error) {
    showFailure(error)
  }
}

/** Opens the clipping whose address the system gives the app, or says that the library has none at that address. */
export function useGivenLinks(): void {
  useEffect(() => {
    void takeGiven()
    return window.cuttings.on('app:link-given', () => void takeGiven())
  }, [])
}
