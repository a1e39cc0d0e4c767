/** The files of a bag that are not its payload (RFC 8493). */
export const BAG_DECLARATION = 'bagit.txt'
export const BAG_INFO = 'bag-info.txt'
export const MANIFEST = 'manifest-sha256.txt'
export const TAG_MANIFEST = 'tagmanifest-sha256.txt'
export const FETCH = 'fetch.txt'
export const READ_ME = 'README.txt'
export const PAYLOAD = 'data/'

/** What a bag has of clippings, for whoever checks it. */
export const INDEX = `${PAYLOAD}index.json`

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** A file and its SHA-256, as `sha256sum` writes and reads it. Paths of our bags need none of the escapes of RFC 8493. */
export const manifestLine = (path: string, sha256: string): string => `${sha256}  ${path}\n`

export interface ManifestEntry {
  readonly path: string
  readonly sha256: string
}

/** The entries of a manifest, and the numbers of lines that are none, counted from 1. */
export function parseManifest(text: string): { entries: ManifestEntry[]; badLines: number[] } {
  const entries: ManifestEntry[] = []
  const badLines: number[] = []
  const lines = text.split('\n')
  // The file ends with a line feed; what stands behind the last one is a line that was cut.
  if (lines.at(-1) === '') lines.pop()
  else badLines.push(lines.length)
  for (const [index, line] of lines.entries()) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? []
    if (sha256 === undefined || path === undefined) {
      if (!badLines.includes(index + 1)) badLines.push(index + 1)
    } else {
      entries.push({ sha256, path: path.replace(/%(0[AaDd]|25)/gu, code => decodeURIComponent(code)) })
    }
  }
  return { entries, badLines }
}

/** Whether a path leads to a file below the bag, whatever system reads it. */
export const isBagPath = (path: string): boolean =>
  !/[\\\0]|^[/~]|^[A-Za-z]:/u.test(path) &&
  path.split('/').every(level => level !== '' && level !== '.' && level !== '..')
