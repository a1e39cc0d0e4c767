import './features/clip/early-paste.ts'
import './zod-without-eval.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { send } from './api/bridge.ts'
import { followEvents, queryClient } from './api/query-client.ts'
import { tellEnds } from './features/import/tell-ends.ts'
import { followLibrary } from './features/library/follow-library.ts'
import { tellOrphans } from './features/library/tell-orphans.ts'
import { startI18n } from './i18n/i18n.ts'
import { pickLanguage } from './i18n/language.ts'
import { isPseudoLocale } from './i18n/pseudo-locale.ts'
import { keepAddress } from './routing/use-route.ts'
import { App } from './shell/App.tsx'
import { applyTheme, languageOf } from './shell/appearance.ts'

keepAddress()
followEvents()
followLibrary()
tellEnds()
tellOrphans()
void queryClient.prefetchQuery({ queryKey: ['library:state', {}], queryFn: () => send('library:state', {}) })
// The first painting is already in the right language and theme; without an answer the window says so itself.
const start = await queryClient
  .fetchQuery({ queryKey: ['app:start', {}], queryFn: () => send('app:start', {}) })
  .catch(() => undefined)
if (start) applyTheme(start)
await startI18n(
  start ? languageOf(start) : pickLanguage(navigator.languages),
  isPseudoLocale(start?.systemLanguages ?? navigator.languages),
)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <App />
  </QueryClientProvider>,
)
