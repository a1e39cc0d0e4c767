import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LibraryState, Output } from '../../electron/ipc/contract.ts'
import { useRequest } from '../api/use-request.ts'
import { DiagnosticsDialog } from '../features/diagnostics/DiagnosticsDialog.tsx'
import { PrintStatus } from '../features/export/PrintStatus.tsx'
import { useLibraryCommands } from '../features/library/use-library-commands.ts'
import { speak } from '../i18n/i18n.ts'
import { PlatformContext } from '../state/platform.ts'
import { ToastRegion } from '../ui/ToastRegion.tsx'
import { showToast } from '../ui/toasts.ts'
import { applyTheme, languageOf } from './appearance.ts'
import { CrashGuard, CrashScreen } from './CrashScreen.tsx'
import { LibraryBusy } from './LibraryBusy.tsx'
import { LibraryClosed } from './LibraryClosed.tsx'
import { Shell } from './Shell.tsx'
import { useNotices } from './use-notices.ts'

/** The window: settings applied live, then the library, whichever is open, or why none is. */
export function App() {
  const { i18n } = useTranslation()
  const { data: start, error, refetch } = useRequest('app:start', {})
  const { data: library, error: stateError } = useRequest('library:state', {})
  useEffect(() => {
    if (!start) return
    speak(languageOf(start))
    applyTheme(start)
  }, [start])
  useRepairsTold(start?.library)
  useNotices(start !== undefined)
  useLibraryCommands()
  if (error || stateError) return <CrashScreen onRetry={() => void refetch()} />
  if (!start || !library) return null
  return (
    <I18nProvider locale={i18n.language === 'zh-Hans' ? 'zh-CN' : 'en-GB'}>
      <PlatformContext value={start.platform}>
        <CrashGuard>
          <LibraryInWindow library={library} />
        </CrashGuard>
        <DiagnosticsDialog />
        <ToastRegion>
          <PrintStatus />
        </ToastRegion>
      </PlatformContext>
    </I18nProvider>
  )
}

/** Another library is another shell: nothing that was open in the one before stays open. */
function LibraryInWindow({ library }: { readonly library: LibraryState }) {
  switch (library.state) {
    case 'open':
      return <Shell key={library.path} library={library} />
    case 'busy':
      return <LibraryBusy library={library} />
    case 'closed':
      return (
        <LibraryClosed
          library={library}
          failure={library.failure ?? { code: 'internal', message: 'closed without a reason' }}
        />
      )
  }
}

/** Says what opening the library had to mend. */
function useRepairsTold(library: Output<'app:start'>['library'] | undefined): void {
  useEffect(() => {
    if (library?.state !== 'open') return
    for (const repair of library.repairs)
      showToast({ tone: 'done', title: t => t(`shell.repaired.${repair}`) })
  }, [library])
}
