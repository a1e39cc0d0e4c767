import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { currentRoute } from '../../routing/use-route.ts'
import { targets } from '../../state/targets.ts'
import { useLatest } from '../../ui/use-latest.ts'
import { areTooManyToDrag, tellTooManyToDrag } from './too-many-to-drag.ts'
import { useRequestOf } from './use-request-of.ts'

/** Shows macOS's menu for sharing what is open or selected; nothing where nothing is on show. */
export function useSharing(): () => void {
  const requestOf = useRequestOf()
  return useLatest(() => {
    const ids = targets()
    if (ids.length === 0 || currentRoute().view !== 'timeline') return
    if (areTooManyToDrag(ids)) tellTooManyToDrag()
    else void send('clipping:share', requestOf(ids)).catch(showFailure)
  })
}
