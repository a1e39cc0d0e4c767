import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { verify } from '../../electron/store/verify.ts'
import { got, opened, scratchFolder } from '../unit/store/scratch-library.ts'

const ROUNDS = 10
const root = join(import.meta.dirname, '../..')

/** Runs the built program until it has acknowledged something, and a moment more; gives back the ids it printed whole. */
async function killedAfter(program: string, library: string, moment: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, library], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    printed += text
  })
  const ended = once(child, 'close')
  while (!printed.includes('\n') && child.exitCode === null) await delay(5)
  await delay(moment)
  child.kill('SIGKILL')
  await ended
  return printed.split('\n').slice(0, -1)
}

test('every clipping that was acknowledged before a kill -9 is there after it, with article and original', async () => {
  const program = await scratchFolder()
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'commit-until-killed.ts'),
      outDir: program,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'commit-until-killed.mjs' } },
    },
  })
  const folder = await scratchFolder()
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    // Moments of several lengths, so that it is killed in commits and in compactions alike.
    acknowledged.push(
      ...(await killedAfter(join(program, 'commit-until-killed.mjs'), folder, (round * 37) % 140)),
    )
    const library = await opened(folder)
    expect(library.readOnly).toBeUndefined()
    expect(library.repairs).toContain('stale-lock-taken')
    for (const id of acknowledged) {
      const clipping = library.state.clippings.get(id)
      if (clipping === undefined) throw new Error(`${id} was acknowledged and is lost`)
      expect(got(await library.readArticle(clipping)).id).toBe(id)
      const [original] = clipping.originals
      const bytes = got(await library.readOriginal(original?.sha256 ?? ''))
      expect(new TextDecoder().decode(bytes)).toBe(id)
    }
    await library.close()
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS)
  expect((await verify(folder)).problems).toEqual([])
}, 60_000)
