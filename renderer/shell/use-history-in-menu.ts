import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { send } from '../api/bridge.ts'
import { historyWords } from '../api/change-words.ts'
import { useRequest } from '../api/use-request.ts'
import { takesText } from '../commands/listen.ts'

/** Whether a text field has the focus, whose own typing Undo then takes back. */
function useIsTyping(): boolean {
  const [isTyping, setIsTyping] = useState(false)
  useEffect(() => {
    const look = () => setIsTyping(takesText(document.activeElement))
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
    }
  }, [])
  return isTyping
}

/** Has the native menu say what Undo and Redo would take back and do again. */
export function useHistoryInMenu(): void {
  const { t } = useTranslation()
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const isTyping = useIsTyping()
  const words = (which: 'undo' | 'redo') => {
    const label = isTyping ? undefined : overview?.[which]
    return label === undefined ? null : historyWords(t, which, label)
  }
  const undo = words('undo')
  const redo = words('redo')
  useEffect(() => {
    // The menu is beside the window: nothing waits for it, and nothing is lost where it does not follow.
    void send('menu:say-history', { undo, redo }).catch(() => undefined)
  }, [undo, redo])
}
