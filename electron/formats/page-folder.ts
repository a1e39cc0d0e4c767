/** What browsers and Word append to a page's name for the folder of its pictures, in the languages they speak. */
export const PAGE_FOLDER =
  /(?:[_-](?:files|bestanden|dateien|fichiers|filer|archivos|arquivos|ficheiros|pliki|soubory|fajlovi|elemei|failid|tiedostot|bylos|datoteke)|\.files)$/iu

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * Where beside a saved page a picture may lie that its markup calls `address`: in the folder saved with it
 * (`News_files/`, `News.files/`) or beside it under a name that starts with the page's own. An address that leads
 * anywhere else (another folder, up, a drive, the web) gives none. Names are tried as they stand and percent-decoded,
 * composed (NFC) and decomposed (NFD): macOS writes the one, others the other.
 */
export function pathsBeside(pageName: string, address: string): readonly string[] {
  if (/^[a-z][a-z\d+.-]*:|^[\\/]/iu.test(address)) return []
  const plain = address.replace(/[?#].*$/su, '')
  const stem = pageName
    .replace(/\.[^.]*$/u, '')
    .normalize('NFC')
    .toLowerCase()
  const paths = [decoded(plain), plain].flatMap(path => {
    const parts = path
      .replaceAll('\\', '/')
      .split('/')
      .filter(part => part !== '' && part !== '.')
    const first = (parts[0] ?? '').normalize('NFC').toLowerCase()
    const isOwn = (parts.length > 1 && PAGE_FOLDER.test(first)) || (stem !== '' && first.startsWith(stem))
    if (!isOwn || parts.some(part => part === '..' || part.includes('\0') || /^[a-z]:/iu.test(part)))
      return []
    const joined = parts.join('/')
    return [joined, joined.normalize('NFC'), joined.normalize('NFD')]
  })
  return [...new Set(paths)]
}
