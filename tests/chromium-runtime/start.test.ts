import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const START = resolve(import.meta.dirname, '../../out/chromium-runtime/start.js')

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
  await expect.poll(run.said, { timeout: 20_000 }).toBe('ready app://cuttings/index.html\n')
  expect(await readdir(join(home, 'Documents'))).toContain('Cuttings')
  run.child.stdin.end()
  expect(await run.exited).toBe(0)
})

test('headless, SIGTERM ends it', async () => {
  const run = start(['--headless'])
  await expect.poll(run.said, { timeout: 20_000 }).toContain('ready')
  run.child.kill('SIGTERM')
  expect(await run.exited).toBe(process.platform === 'win32' ? null : 0)
})

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
