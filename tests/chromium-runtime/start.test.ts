import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const START = resolve(import.meta.dirname, '../../out/chromium-runtime/start.js')

/** On a machine that does much else a start takes its time. */
const READY = { timeout: 50_000 }

/** Writes files into a folder without an end, and the folder again where it is gone. */
const WRITE_ON = `
const { mkdirSync, writeFileSync } = require('node:fs')
const moment = new Int32Array(new SharedArrayBuffer(4))
for (let file = 0; ; file++) {
  Atomics.wait(moment, 0, 0, 1)
  mkdirSync(process.argv[1], { recursive: true })
  try { writeFileSync(process.argv[1] + '/' + (file % 100), '') } catch {}
}`

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'runtime-home-'))
})
afterEach(async () => {
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(DISPLAY|WAYLAND_DISPLAY|XDG_.*)$/.test(name),
  )
  const child = spawn(process.execPath, [START, ...args], {
    env: { ...Object.fromEntries(inherited), HOME: home, USERPROFILE: home, APPDATA: home, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      said += text
    })
  }
  const exited = new Promise<number | null>(done => child.once('close', code => done(code)))
  return { child, exited, said: () => said }
}

test('headless, it says when the window is ready, keeps a library in the documents and ends with its input', async () => {
  const run = start(['--headless'])
  await expect.poll(run.said, READY).toBe('ready app://cuttings/index.html\n')
  expect(await readdir(join(home, 'Documents'))).toContain('Cuttings')
  run.child.stdin.end()
  expect(await run.exited).toBe(0)
})

test('headless, SIGTERM ends it', async () => {
  const run = start(['--headless'])
  await expect.poll(run.said, READY).toContain('ready')
  run.child.kill('SIGTERM')
  expect(await run.exited).toBe(process.platform === 'win32' ? null : 0)
})

test.runIf(process.platform === 'linux')(
  'it starts beside a browser that still writes its profile after its app was killed',
  async () => {
    const killed = spawn('true')
    await new Promise(done => killed.once('close', done))
    const profile = join(tmpdir(), `cuttings-chromium-${killed.pid}-ending`)
    await mkdir(profile)
    const writing = spawn(process.execPath, ['-e', WRITE_ON, profile], { stdio: 'ignore' })
    try {
      const run = start(['--headless'])
      await expect.poll(run.said, READY).toBe('ready app://cuttings/index.html\n')
      run.child.stdin.end()
      expect(await run.exited).toBe(0)
    } finally {
      const ended = new Promise(done => writing.once('close', done))
      writing.kill('SIGKILL')
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  },
)

test.runIf(process.platform === 'linux')('without a display it says so in one line', async () => {
  const run = start([])
  expect(await run.exited).toBe(1)
  expect(run.said()).toMatch(/^There is no display .*--headless.*\n$/)
})

test.runIf(process.platform === 'linux')('without a browser it says what to do', async () => {
  const run = start(['--headless'], { CUTTINGS_CHROMIUM: '/no/such/browser', PATH: '/no/such/folder' })
  expect(await run.exited).toBe(1)
  expect(run.said()).toMatch(
    /^Chromium, Chrome or Edge.* missing \(CUTTINGS_CHROMIUM is .*\)\. Run: install.*chromium/,
  )
})
