import { describe, expect, it } from 'vitest'
import { planExport } from '../../../../electron/core/export/plan.ts'
import { fail, ok } from '../../../../electron/core/result.ts'
import { printPlan } from '../../../../electron/main/pdf/print-plan.ts'
import type { ExportOf } from '../../../../electron/work/export-source.ts'
import type { WorkPool } from '../../../../electron/work/pool.ts'
import type { Watch } from '../../../../electron/work/watch.ts'
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

/** A library's clippings, of which there are two, with references at the end. */
const { entries: _, ...head } = plan
const cited = {
  ...head,
  articles: 2,
  book: { columns: 1 as const, parts: ['citations' as const], notes: 'after' as const },
} as unknown as ExportOf

describe('a book with references', () => {
  it('says how far they are before its first page is built', async () => {
    const said: string[] = []
    const pool = {
      run: async (task: string, _input: unknown, watch: Partial<Watch> = {}) => {
        if (task !== 'export-references') return fail({ reason: 'worker-failed', message: 'enough' })
        watch.progress?.(1, 4)
        watch.progress?.(4, 4)
        return ok({ title: '', parts: [] })
      },
    } as unknown as WorkPool
    const { signal } = new AbortController()
    await printPlan(cited, { pool, signal, progress: (done, total) => said.push(`${done} of ${total}`) })
    expect(said).toEqual(['75 of 900', '300 of 900'])
  })

  it.each([
    ['out-of-memory', 'out-of-memory'],
    ['timed-out', 'timed-out'],
    ['worker-failed', 'export-failed'],
  ])('whose worker is %s is not printed, and says %s', async (reason, code) => {
    const pool = { run: async () => fail({ reason, message: reason }) } as unknown as WorkPool
    const { signal } = new AbortController()
    expect(await printPlan(cited, { pool, signal, progress: () => undefined })).toEqual(
      fail({ code, message: reason }),
    )
  })
})
