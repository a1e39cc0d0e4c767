import type { FileSystem } from '../../electron/store/file-system.ts'

export const ERRORS = ['ENOSPC', 'EIO', 'EROFS', 'EDQUOT', 'EACCES'] as const
export type ErrorCode = (typeof ERRORS)[number]

const failing = (code: ErrorCode, call: string): Error =>
  Object.assign(new Error(`${code}: injected, ${call}`), { code })

/** The file system with one call that fails, whichever it is: the one numbered `at`, from 0. */
export function faultyFileSystem(
  base: FileSystem,
  at: number,
  code: ErrorCode,
): { fileSystem: FileSystem; calls: () => number } {
  let calls = 0
  const next = (call: string): void => {
    if (calls++ === at) throw failing(code, call)
  }
  const fileSystem: FileSystem = {
    async read(path) {
      next('read')
      return base.read(path)
    },
    async readdir(path) {
      next('readdir')
      return base.readdir(path)
    },
    async exists(path) {
      next('exists')
      return base.exists(path)
    },
    async modifiedAt(path) {
      next('modifiedAt')
      return base.modifiedAt(path)
    },
    async open(path, how) {
      next('open')
      const file = await base.open(path, how)
      return {
        async append(bytes) {
          // A disk that fills up takes what fits.
          const fails = calls++ === at
          await file.append(fails ? bytes.subarray(0, bytes.length >> 1) : bytes)
          if (fails) throw failing(code, 'append')
        },
        async fsync() {
          next('fsync')
          await file.fsync()
        },
        async fdatasync() {
          next('fdatasync')
          await file.fdatasync()
        },
        async close() {
          await file.close()
          next('close')
        },
      }
    },
    async truncate(path, length) {
      next('truncate')
      await base.truncate(path, length)
    },
    async rename(from, to) {
      next('rename')
      await base.rename(from, to)
    },
    async unlink(path) {
      next('unlink')
      await base.unlink(path)
    },
    async mkdir(path) {
      next('mkdir')
      return base.mkdir(path)
    },
    async fsyncDirectory(path) {
      next('fsyncDirectory')
      await base.fsyncDirectory(path)
    },
  }
  return { fileSystem, calls: () => calls }
}

/** The file system with room for so many bytes more; unlinking gives none back. */
export function fullFileSystem(base: FileSystem, room: number): FileSystem {
  let left = room
  return {
    ...base,
    async open(path, how) {
      if (how === 'create' && left <= 0) throw failing('ENOSPC', 'open')
      const file = await base.open(path, how)
      return {
        ...file,
        async append(bytes) {
          const fits = Math.min(left, bytes.length)
          left -= fits
          await file.append(bytes.subarray(0, fits))
          if (fits < bytes.length) throw failing('ENOSPC', 'append')
        },
      }
    },
  }
}
