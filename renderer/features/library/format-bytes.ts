const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A size as file managers print it, in powers of 1000: `312 MB`, `1.4 GB`. */
export function formatBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  const digits = unit > 0 && size < 9.95 ? 1 : 0
  return `${size.toFixed(digits)} ${UNITS[unit]}`
}
