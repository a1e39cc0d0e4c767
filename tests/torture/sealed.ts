import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCalls } from '../hostile/recorded-calls.ts'

const ROOT = join(import.meta.dirname, '../..')
const TRACED = 'execve,clone,clone3,fork,vfork,socket,connect,bind'
/**
 * `npm run sealed -- [SPEC…]`: the end-to-end specs in a network that has nothing but the machine itself, with every
 * socket of every process recorded. Fails where a test does, or where a process of the app made a socket for the network
 * other than the browser's debugging port. Linux, as root, with strace and iproute2.
 */
export default async function sealed(...specs: string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-sealed-'))
  try {
    const tests = ['npx', 'vitest', 'run', '--project=e2e', ...specs].map(word => `'${word}'`).join(' ')
    const strace = `strace -f -ff --seccomp-bpf -qq -s 4096 -e trace=${TRACED} -o '${folder}/of' ${tests}`
    const { status } = spawnSync('unshare', ['--net', 'sh', '-c', `ip link set lo up && exec ${strace}`], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const files = new Map<number, string>()
    for (const name of await readdir(folder))
      files.set(Number(name.split('.').at(-1)), await readFile(join(folder, name), 'utf8'))
    const calls = readCalls(files)
    for (const attempt of calls.attempts) console.log(attempt)
    console.log(
      `${calls.app} processes and threads of the app, ${calls.attempts.length} attempts; others made ${calls.byOthers} connections; the tests ended with ${status}`,
    )
    const isVoid = calls.app === 0 || calls.byOthers === 0
    if (isVoid) console.log('VOID: nothing was recorded')
    if (isVoid || status !== 0 || calls.attempts.length > 0) process.exitCode = 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
