import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../api/use-request.ts'
import { speak } from '../i18n/i18n.ts'
import { PlatformContext } from '../state/platform.ts'
import { ToastRegion } from '../ui/ToastRegion.tsx'
import { applyTheme, languageOf } from './appearance.ts'
import { CrashGuard, CrashScreen } from './CrashScreen.tsx'
import { LibraryClosed } from './LibraryClosed.tsx'
import { Shell } from './Shell.tsx'

/** The window: settings applied live, then the shell, or why the library is not open. */
export function App() {
  const { i18n } = useTranslation()
  const { data: start, error, refetch } = useRequest('app:start', {})
  useEffect(() => {
    if (!start) return
    speak(languageOf(start))
    applyTheme(start)
  }, [start])
  if (error) return <CrashScreen onRetry={() => void refetch()} />
  if (!start) return null
  return (
    <I18nProvider locale={i18n.language === 'zh-Hans' ? 'zh-CN' : 'en-GB'}>
      <PlatformContext value={start.platform}>
        <CrashGuard>
          {start.library.state === 'open' ? (
            <Shell library={start.library} />
          ) : (
            <LibraryClosed library={start.library} />
          )}
        </CrashGuard>
        <ToastRegion />
      </PlatformContext>
    </I18nProvider>
  )
}
