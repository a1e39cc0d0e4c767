import { useEffect } from 'react'
import { send } from '../api/bridge.ts'
import { showToast } from '../ui/toasts.ts'

/** Says what went wrong around the window and was mended, each in a sentence, once. */
export function useNotices(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return
    const say = async () => {
      const { notices } = await send('app:take-notices', {})
      for (const notice of notices)
        showToast({
          tone: notice === 'window-reopened' ? 'done' : 'failure',
          title: t => t(`shell.notice.${notice}.what`),
          detail: t => t(`shell.notice.${notice}.detail`),
        })
    }
    // Without an answer there is nothing to say, and the window says so itself.
    say().catch(() => undefined)
  }, [isReady])
}
