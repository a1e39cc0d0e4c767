import { allParts, contentId, contentOf, type MimePart } from './mime-parts.ts'
import { addressIn } from './page-addresses.ts'

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Finds the part that an address of the markup means (RFC 2557): by `cid:` and `Content-ID`, else by
 * `Content-Location`; both may be relative to `base`, the root's location.
 */
export function partFinder(
  root: MimePart,
  base: string | undefined,
): (asWritten: string) => Uint8Array | undefined {
  const byId = new Map<string, MimePart>()
  const byLocation = new Map<string, MimePart>()
  const add = (parts: Map<string, MimePart>, name: string | undefined, part: MimePart): void => {
    if (name !== undefined && !parts.has(name)) parts.set(name, part)
  }
  for (const part of allParts(root)) {
    if (part.parts.length > 0) continue
    add(byId, contentId(part), part)
    // Long addresses are folded like any header; blanks are no part of an address.
    const location = part.headers.get('content-location')?.replace(/\s+/gu, '')
    if (location === undefined) continue
    add(byLocation, location, part)
    add(byLocation, addressIn(base, location), part)
  }
  return asWritten => {
    const id = /^cid:/iu.test(asWritten) ? asWritten.slice(4) : undefined
    const part =
      id === undefined
        ? (byLocation.get(addressIn(base, asWritten)) ?? byLocation.get(asWritten))
        : (byId.get(decoded(id)) ?? byId.get(id) ?? byLocation.get(asWritten))
    return part === undefined ? undefined : contentOf(part)
  }
}
