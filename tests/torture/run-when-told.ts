import { writeSync } from 'node:fs'
import { type FileSystem, nodeFileSystem } from '../../electron/store/file-system.ts'
import { runAndGoOn } from '../properties/run-and-go-on.ts'

/**
 * Runs the mixed run in the folder that the first argument names, once a line comes in, and prints what it
 * reported as one line of JSON. With `paths` as second argument it prints which paths it used as well.
 */
const [, , folder = '', paths = ''] = process.argv
const used = new Set<string>()

const use =
  <A extends string[], T>(call: (...args: A) => T) =>
  (...args: A): T => {
    for (const arg of args) if (arg.startsWith('/')) used.add(arg)
    return call(...args)
  }

const recording: FileSystem = {
  read: use(nodeFileSystem.read),
  readdir: use(nodeFileSystem.readdir),
  exists: use(nodeFileSystem.exists),
  modifiedAt: use(nodeFileSystem.modifiedAt),
  open: use(nodeFileSystem.open),
  rename: use(nodeFileSystem.rename),
  unlink: use(nodeFileSystem.unlink),
  mkdir: use(nodeFileSystem.mkdir),
  fsyncDirectory: use(nodeFileSystem.fsyncDirectory),
  truncate(path, length) {
    used.add(path)
    return nodeFileSystem.truncate(path, length)
  },
}

writeSync(1, 'ready\n')
await new Promise(resolve => process.stdin.once('data', resolve))
const { failures, acknowledged, contents } = await runAndGoOn(
  folder,
  paths === 'paths' ? recording : nodeFileSystem,
)
writeSync(1, `${JSON.stringify({ failures, acknowledged, contents: [...contents], used: [...used] })}\n`)
process.exit(0)
