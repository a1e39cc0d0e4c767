const HEX = '[0-9a-fA-F]{2}'
const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'

/** The files that make a library: neither its lock nor its caches, backups and what a repair set aside. */
const LIBRARY_PATHS = [
  /^library\.json$/,
  /^clippings\/\d{4}-\d{2}\.json$/,
  /^journal\/\d{6,15}\.(?:jsonl|cut-at-\d{1,15}-[0-9TZ]{1,30})$/,
  new RegExp(`^articles/${HEX}/${UUID}(?:\\.[1-9]\\d{0,8})?\\.json$`),
  /^originals\/[0-9a-f]{2}\/[0-9a-f]{64}$/,
  /^assets\/[0-9a-f]{2}\/[0-9a-f]{64}\.(?:png|jpg|gif|webp|avif|bmp)$/,
  new RegExp(`^imports/${UUID}\\.jsonl$`),
]

/**
 * True for the paths that a library's own files have, and for no other: a path that came from a backup or an
 * archive cannot leave the folder, hide under another spelling, or be a name that a system reserves.
 */
export const isLibraryPath = (path: string): boolean => LIBRARY_PATHS.some(pattern => pattern.test(path))

/** The folder that a path is listed under; `.` for the library's own. */
export const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/') || '.'

export const nameOf = (path: string): string => path.split('/').at(-1) ?? path

export const pathIn = (folder: string, name: string): string => (folder === '.' ? name : `${folder}/${name}`)
