/** Nobody has more: a file that says so is not read to its end for the names of its folders before anything else. */
export const MOST_FOLDERS = 100_000

export interface NamedFolder {
  readonly id: string
  readonly name: string
  readonly parentId?: string | undefined
}

/** The path of each folder from the outermost down; a folder that lies in itself has only its own name above. */
export function folderPaths(folders: readonly NamedFolder[]): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(folders.map(folder => [folder.id, folder]))
  return new Map(
    folders.map(folder => {
      const path: string[] = []
      const seen = new Set<string>()
      for (let at: NamedFolder | undefined = folder; at !== undefined && !seen.has(at.id); ) {
        seen.add(at.id)
        const name = at.name.trim()
        if (name !== '') path.unshift(name)
        at = at.parentId === undefined ? undefined : byId.get(at.parentId)
      }
      return [folder.id, path]
    }),
  )
}
