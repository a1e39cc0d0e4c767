import './zod-without-eval.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { followEvents, queryClient } from './api/query-client.ts'
import { startI18n } from './i18n/i18n.ts'
import { pickLanguage } from './i18n/language.ts'
import { rememberRoute } from './routing/use-route.ts'
import { App } from './shell/App.tsx'

rememberRoute()
followEvents()
await startI18n(pickLanguage(navigator.languages))

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <App />
  </QueryClientProvider>,
)
