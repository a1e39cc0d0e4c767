import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Call {
  readonly argv: string[]
  readonly workingDirectory: string
}

const calls = new Set<Promise<void>>()

/** Resolves when the first instance has been told about this one. */
export const told = async (): Promise<void> => {
  await Promise.all(calls)
}

function socketOf(folder: string): string {
  const name = `cuttings-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

function isHeld(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

function tellFirst(socket: string): void {
  const call: Call = { argv: process.argv, workingDirectory: process.cwd() }
  calls.add(
    new Promise(resolve => {
      const connection = connect(socket, () => connection.end(JSON.stringify(call)))
      connection.on('error', () => resolve())
      connection.on('close', () => resolve())
    }),
  )
}

/**
 * Takes the lock of a profile folder; the function that releases it, or undefined where another living process
 * has it. That process is then told how this one was started.
 */
export function requestLock(
  folder: string,
  onSecond: (argv: string[], workingDirectory: string) => void,
): (() => void) | undefined {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'chromium-runtime.lock')
  const socket = socketOf(folder)
  if (!take(file)) {
    if (isHeld(file)) {
      tellFirst(socket)
      return undefined
    }
    // Left by a process that was killed.
    rmSync(file, { force: true })
    if (!take(file)) return undefined
  }
  if (process.platform !== 'win32') rmSync(socket, { force: true })
  const server = createServer(connection => {
    let text = ''
    connection.setEncoding('utf8')
    connection.on('data', part => {
      text += part
    })
    connection.on('end', () => {
      const { argv, workingDirectory } = JSON.parse(text) as Call
      onSecond(argv, workingDirectory)
    })
  })
  server.on('error', error => console.error('A second instance cannot be heard:', error))
  server.listen(socket)
  server.unref()
  return () => {
    server.close()
    rmSync(file, { force: true })
  }
}
