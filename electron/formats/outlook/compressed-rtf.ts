const HEADER = 16
const COMPRESSED = 0x75465a4c
const UNCOMPRESSED = 0x414c454d
const WINDOW = 4096
/** Of a text; at most seventeen bytes come of two. */
const LARGEST = 32 * 1024 * 1024
/** What the window holds before the first byte ([MS-OXRTFCP], 2.1.2.1): words that every document has. */
const FIRST_WORDS = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)

/**
 * The Rich Text of a message's body ([MS-OXRTFCP]), unpacked, as far as it is whole and no larger than 32 MB; undefined for
 * what is not packed Rich Text.
 */
export function unpackedRtf(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < HEADER) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = view.getUint32(8, true)
  if (kind === UNCOMPRESSED) return bytes.subarray(HEADER, HEADER + view.getUint32(4, true))
  const size = Math.min(view.getUint32(4, true), bytes.length * 9, LARGEST)
  return kind === COMPRESSED ? unpacked(bytes.subarray(HEADER), size) : undefined
}

/** Runs of eight, each after a byte whose bits say which are bytes and which name an earlier place. */
function unpacked(bytes: Uint8Array, size: number): Uint8Array {
  // A last run may go beyond what the header says.
  const output = new Uint8Array(size + 32)
  const window = new Uint8Array(WINDOW)
  window.set(FIRST_WORDS)
  let written = 0
  let place = FIRST_WORDS.length
  const put = (byte: number): void => {
    output[written] = byte
    written += 1
    window[place] = byte
    place = (place + 1) % WINDOW
  }
  for (let at = 0; at < bytes.length && written < size; ) {
    const flags = bytes[at] ?? 0
    at += 1
    for (let bit = 0; bit < 8 && at < bytes.length && written < size; bit += 1) {
      if ((flags & (1 << bit)) === 0) {
        put(bytes[at] ?? 0)
        at += 1
        continue
      }
      const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      at += 2
      const from = reference >> 4
      // A reference to the place that is written next is the end.
      if (from === place || at > bytes.length) return output.subarray(0, written)
      const length = (reference & 15) + 2
      for (let step = 0; step < length; step += 1) put(window[(from + step) % WINDOW] ?? 0)
    }
  }
  return output.subarray(0, Math.min(written, size))
}
