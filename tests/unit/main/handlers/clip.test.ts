import { expect, it } from 'vitest'
import { clipHandlers } from '../../../../electron/main/handlers/clip.ts'
import type { WorkFailure, WorkPool } from '../../../../electron/work/pool.ts'
import { readPaste } from '../../../../electron/work/read-paste.ts'
import { careScene } from '../care-scene.ts'

const TEXT = `Ferry timetable changes

Coast Courier, 2025-07-19

The evening ferry will leave forty minutes later from Sunday, the harbour board said.
`

/** Reads pastes on this thread, but for those that the worker does not survive. */
const poolThat = (fails: (input: { html: string | undefined }) => WorkFailure | undefined): WorkPool =>
  ({
    run: async (_task: string, input: Parameters<typeof readPaste>[0]) => {
      const error = fails(input)
      return error === undefined ? { ok: true, value: await readPaste(input) } : { ok: false, error }
    },
  }) as unknown as WorkPool

it('clips the text where the markup that came with it is more than a reader survives, and keeps both', async () => {
  const { desk, current } = await careScene()
  const pool = poolThat(({ html }) =>
    html === undefined ? undefined : { reason: 'out-of-memory', message: 'the heap is full' },
  )
  const clipped = await clipHandlers({ ...desk, pool })['clip:paste']({ text: TEXT, html: '<p>bomb' })
  expect(clipped).toMatchObject({ ok: true, value: { clipping: { title: 'Ferry timetable changes' } } })
  const { originals = [] } = clipped.ok ? clipped.value.clipping : {}
  expect(originals.map(({ mediaType }) => mediaType)).toEqual([
    'text/plain;charset=utf-8',
    'text/html;charset=utf-8',
  ])
  expect(current.opened.ok && current.opened.value.library.state.clippings.size).toBe(1)
})

it.each([
  ['worker-failed', 'internal'],
  ['out-of-memory', 'out-of-memory'],
  ['timed-out', 'timed-out'],
] as const)('says why nothing could be read of a paste (%s)', async (reason, code) => {
  const { desk } = await careScene()
  const pool = poolThat(() => ({ reason, message: 'lost' }))
  const clipped = await clipHandlers({ ...desk, pool })['clip:paste']({ text: TEXT })
  expect(clipped).toMatchObject({ ok: false, error: { code } })
})
