import { describe, expect, it } from 'vitest'
import { planExport } from '../../../../electron/core/export/plan.ts'
import { printPlan } from '../../../../electron/main/pdf/print-plan.ts'
import type { WorkPool } from '../../../../electron/work/pool.ts'
import { SAMPLE_ENTRIES } from '../../core/export/sample-collection.ts'
import { windows } from '../electron-module.ts'

const plan = planExport(
  { title: 'Harbour', language: 'en', paper: 'A4', order: 'as-listed' },
  SAMPLE_ENTRIES,
  '2025-11-08T01:14:00.000Z',
)

describe('a book that is cancelled', () => {
  it('while it is built opens no window when it has been', async () => {
    const cancelling = new AbortController()
    let built: (result: unknown) => void = () => undefined
    const pool = { run: () => new Promise(resolve => (built = resolve)) } as unknown as WorkPool
    const asked = windows.asked
    const printed = printPlan(plan, { pool, signal: cancelling.signal, progress: () => undefined })
    cancelling.abort()
    expect(await printed).toEqual({ ok: false, error: 'cancelled' })
    built({ ok: true, value: { html: '', pageRules: '' } })
    await new Promise(resolve => setImmediate(resolve))
    expect(windows.asked).toBe(asked)
  })
})
