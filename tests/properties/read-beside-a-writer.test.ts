import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../electron/cli/run.ts'
import { applyOperations } from '../../electron/core/library/operations.ts'
import { EMPTY_STATE, type LibraryState } from '../../electron/core/library/state.ts'
import { openForReading } from '../../electron/store/open-for-reading.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { verify } from '../../electron/store/verify.ts'
import { buildProgram } from '../torture/build-program.ts'
import { linesOf } from '../torture/check-library.ts'
import { got } from '../unit/store/scratch-library.ts'
import { contentOf } from './run-and-go-on.ts'

let scratch: string
let library: string
let stop: () => Promise<void>
const seen = { changes: 0, compactions: 0 }

/** Another process that edits, compacts and backs up the library for as long as the tests read it. */
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'cuttings-beside-'))
  library = join(scratch, 'library')
  const program = await buildProgram('work-until-killed', scratch)
  const child = spawn(process.execPath, [program, library, join(scratch, 'backups'), '7'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen.changes += text.split('ack ').length - 1
    seen.compactions += text.split('compacted').length - 1
  })
  stop = async () => {
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  while (seen.changes < 5) await once(child.stdout, 'data')
}, 60_000)

afterAll(async () => {
  await stop()
  await rm(scratch, { recursive: true, force: true })
})

async function stateAfter(seq: number): Promise<LibraryState> {
  const lines = await linesOf(library)
  return lines
    .filter(line => line.seq <= seq)
    .reduce((state, { ops }) => applyOperations(state, ops), EMPTY_STATE)
}

async function cuttings(...args: string[]) {
  let out = ''
  let err = ''
  const code = await run([...args, '--library', library], {
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
  })
  return { code, out, err }
}

test('what is read while another process writes is the library after one of its changes, whole', async () => {
  const began = { ...seen }
  const versions = new Set<number>()
  for (let reading = 0; reading < 40 || seen.compactions - began.compactions < 3; reading++) {
    const read = got(await openForReading(library))
    if (read === undefined) throw new Error('the library has to be migrated')
    expect(read.damage).toBeUndefined()
    versions.add(read.version)
    expect(contentOf(read.state)).toBe(contentOf(await stateAfter(read.version)))
    for (const clipping of [...read.state.clippings.values()].slice(-5)) {
      got(await read.readArticle(clipping))
      for (const { sha256 } of clipping.originals) got(await read.readOriginal(sha256))
    }
  }
  expect(versions.size).toBeGreaterThan(5)
}, 60_000)

test('a library is verified while another process writes, and nothing is taken for damage', async () => {
  for (let reading = 0; reading < 8; reading++) expect((await verify(library)).problems).toEqual([])
}, 60_000)

test('commands that only read work while another process has the library open, and one that writes says so', async () => {
  const listed = await cuttings('list', '--json')
  expect(listed).toMatchObject({ code: 0, err: '' })
  expect(listed.out.trim().split('\n').length).toBeGreaterThan(0)
  expect(await cuttings('search', '报道')).toMatchObject({ code: 0, err: '' })
  const to = join(scratch, 'markdown')
  expect(await cuttings('export', '--format', 'markdown', '--to', to)).toMatchObject({ code: 0, err: '' })
  expect(await cuttings('verify')).toMatchObject({ code: 0, err: '' })
  const opened = await openLibrary(library, { clock: systemClock, identifiers: uuidIdentifiers })
  expect(opened).toMatchObject({ ok: false, error: { code: 'library-locked' } })
  expect((await cuttings('import', import.meta.filename)).err).toContain('open in Cuttings')
}, 60_000)
