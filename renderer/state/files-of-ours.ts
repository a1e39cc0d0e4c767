/** The folder of the files that are dragged out of the window, once any were. */
let folder: string | undefined

export function rememberFilesOfOurs(path: string): void {
  folder = path
}

/** Whether what is dropped was dragged out of this window: it is here already. */
export const areFilesOfOurs = (paths: readonly string[]): boolean =>
  folder !== undefined && paths.length > 0 && paths.every(path => path.startsWith(folder ?? ''))
