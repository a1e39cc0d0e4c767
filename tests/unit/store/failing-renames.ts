import { type FileSystem, nodeFileSystem } from '../../../electron/store/file-system.ts'

/** Fails, or stops for good as a crash does, at the `at`th rename. */
export const failingRenames = (at: number, crashes: boolean): FileSystem => {
  let count = 0
  let isDown = false
  const gone = () => Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' }))
  return {
    ...nodeFileSystem,
    rename: (from, to) => {
      count += 1
      if (isDown || count === at) {
        isDown = crashes
        return gone()
      }
      return nodeFileSystem.rename(from, to)
    },
    unlink: path => (isDown ? gone() : nodeFileSystem.unlink(path)),
  }
}
