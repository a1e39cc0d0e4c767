import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '../e2e/app.ts'
import { showToApp } from '../hostile/in-the-app.ts'
import { firedUnguarded } from '../hostile/unguarded.ts'
import { sampleOf, VECTORS } from '../hostile/vectors.ts'

/** Of the vectors as they are, in a browser that nothing holds back, so many must fire, or the run says nothing. */
const LEAST_FIRING = 0.2

/**
 * `npm run vectors -- [COUNT [PASTED [KIND]]]`: takes so many of the vectors (of those whose name begins with KIND) through the
 * whole app and what it exports, and so many of them through the clipboard; all where nothing is said. `2/5` as the count
 * is the second of five parts, all of them pasted too. Fails where one ran a script or called anybody.
 */
export default async function vectors(
  count = String(VECTORS.length),
  pasted = count,
  kind = '',
): Promise<void> {
  const [part = 1, parts = 1] = count.includes('/') ? count.split('/').map(Number) : []
  const all = VECTORS.filter(({ name }, at) => name.startsWith(kind) && at % parts === part - 1)
  const many = (wanted: string) => (wanted.includes('/') ? all.length : Math.min(all.length, Number(wanted)))
  const started = performance.now()
  const say = (what: string) =>
    console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${what}`)
  const chosen = sampleOf(all, many(count))
  const fired = await firedUnguarded(chosen)
  say(`${fired.size} of ${chosen.length} fire where nothing holds them back`)

  const folder = await mkdtemp(join(tmpdir(), 'cuttings-vectors-'))
  const app = await openApp({ languages: ['en-US'] })
  try {
    await app.window.setViewportSize({ width: 1440, height: 900 })
    app.window.setDefaultTimeout(60_000)
    const shown = await showToApp(app, {
      vectors: chosen,
      pasted: sampleOf(all, many(pasted)),
      folder,
      say,
    })
    for (const [sink, times] of Object.entries(shown.through)) say(`${sink}: ${times}`)
    for (const what of shown.ran) say(`RAN: ${what}`)
    for (const what of shown.asked) say(`ASKED: ${what}`)
    const isVoid = fired.size < chosen.length * LEAST_FIRING
    say(
      `${shown.ran.length} executions, ${shown.asked.length} requests${isVoid ? '; VOID: too few fire' : ''}`,
    )
    if (isVoid || shown.ran.length + shown.asked.length > 0) process.exitCode = 1
  } catch (error) {
    say(`FAILED: ${String(error)}`)
    process.exitCode = 1
  } finally {
    await app.remove()
    await rm(folder, { recursive: true, force: true })
  }
}
