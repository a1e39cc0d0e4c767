import { useEffect } from 'react'
import type { ImportSummary } from '../../../electron/core/model/import-ledger.ts'
import { send } from '../../api/bridge.ts'
import { showFailure } from '../../api/failure-words.ts'
import { showToast } from '../../ui/toasts.ts'
import { follow } from './following.ts'
import { showImport } from './start-import.ts'

const REMEMBERED = 'cuttings.interrupted-import'
/** After the first lists are there: the ledgers of old imports are read for it. */
const LATER_MS = 1_500

async function goOn({ id, paths, startedAt }: ImportSummary): Promise<void> {
  try {
    const started = await send('import:resume', { id })
    follow(started.id, false, paths, startedAt)
    showImport(started.id)
  } catch (error) {
    showFailure(error)
  }
}

async function offer(): Promise<void> {
  const { imports } = await send('import:list', {})
  const last = imports.find(({ kind }) => kind === 'chosen')
  if (last?.state !== 'interrupted' || globalThis.localStorage?.getItem(REMEMBERED) === last.id) return
  globalThis.localStorage?.setItem(REMEMBERED, last.id)
  showToast({
    tone: 'failure',
    title: t => t('importing.interruptedBefore'),
    detail: t => t('importing.interruptedDetail'),
    action: { label: t => t('importing.resume'), run: () => void goOn(last) },
    also: { label: t => t('importing.shown'), run: () => showImport(last.id) },
  })
}

/** Offers to go on with the last import where the app ended in the middle of it; once, the list of imports does it later. */
export function useInterruptedImport(): void {
  useEffect(() => {
    // What cannot be listed is said where it is looked at.
    const later = setTimeout(() => void offer().catch(() => undefined), LATER_MS)
    return () => clearTimeout(later)
  }, [])
}
