import { type FileSystem, nodeFileSystem, type OpenFile } from '../../../electron/store/file-system.ts'

type Writing =
  | 'append'
  | 'fsync'
  | 'fdatasync'
  | 'rename'
  | 'unlink'
  | 'mkdir'
  | 'truncate'
  | 'fsyncDirectory'
  | 'create'

export interface Fault {
  /** The number of the writing operation that fails, from 0; later ones work again. */
  readonly at: number
  readonly code: 'ENOSPC' | 'EIO' | 'EROFS'
  /** Counts and fails only operations of this kind on paths that hold this text. */
  readonly only?: { readonly operation: Writing; readonly path: string }
}

/**
 * The real disk with one fault. An append that fails has written half of its bytes, as a full disk does.
 * `log` names every writing operation in order.
 */
export function failingFileSystem(first?: Fault): {
  fileSystem: FileSystem
  log: string[]
  /** How many operations were counted since the fault was set. */
  count: () => number
  /** Sets another fault and counts anew. */
  arm: (fault: Fault) => void
} {
  const log: string[] = []
  let fault = first
  let counted = 0
  const fails = (operation: Writing, path: string): boolean => {
    log.push(`${operation} ${path}`)
    if (fault === undefined) return false
    const { only } = fault
    if (only !== undefined && (only.operation !== operation || !path.includes(only.path))) return false
    return counted++ === fault.at
  }
  const check = (operation: Writing, path: string): void => {
    if (fails(operation, path)) throw failure(operation)
  }
  const failure = (operation: Writing): Error =>
    Object.assign(new Error(`${fault?.code}: injected, ${operation}`), { code: fault?.code })

  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    async open(path, how): Promise<OpenFile> {
      if (how === 'create') check('create', path)
      const file = await nodeFileSystem.open(path, how)
      return {
        async append(bytes) {
          if (!fails('append', path)) return file.append(bytes)
          await file.append(bytes.subarray(0, bytes.length >> 1))
          throw failure('append')
        },
        async fsync() {
          check('fsync', path)
          await file.fsync()
        },
        async fdatasync() {
          check('fdatasync', path)
          await file.fdatasync()
        },
        close: () => file.close(),
      }
    },
    async truncate(path, length) {
      check('truncate', path)
      await nodeFileSystem.truncate(path, length)
    },
    async rename(from, to) {
      check('rename', to)
      await nodeFileSystem.rename(from, to)
    },
    async unlink(path) {
      check('unlink', path)
      await nodeFileSystem.unlink(path)
    },
    async mkdir(path) {
      check('mkdir', path)
      return nodeFileSystem.mkdir(path)
    },
    async fsyncDirectory(path) {
      check('fsyncDirectory', path)
      await nodeFileSystem.fsyncDirectory(path)
    },
  }
  const arm = (next: Fault): void => {
    fault = next
    counted = 0
  }
  return { fileSystem, log, count: () => counted, arm }
}
