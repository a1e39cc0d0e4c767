import { createStore } from '../../state/store.ts'

/** Whether the dialog with the diagnostics is open. */
export const showingDiagnostics = createStore(false)
