import { pictureType } from './picture-type.ts'

const DATA_ADDRESS = /^data:(?<type>[^,;]*)(?<parameters>(?:;[^,;]*)*),(?<content>[\s\S]*)$/iu
const FONTS: ReadonlyArray<readonly [mediaType: string, magic: string]> = [
  ['font/woff2', 'wOF2'],
  ['font/woff', 'wOFF'],
  ['font/otf', 'OTTO'],
  ['font/ttf', '\0\x01\0\0'],
  ['font/ttf', 'true'],
]

/** The bytes of a `data:` address; undefined for any other. */
export function dataBytes(address: string): Uint8Array | undefined {
  const { parameters = '', content } = DATA_ADDRESS.exec(address.trim())?.groups ?? {}
  if (content === undefined) return undefined
  const text = percentDecoded(content)
  return /;\s*base64\s*$/iu.test(parameters) ? Buffer.from(text.toString('latin1'), 'base64') : text
}

function percentDecoded(text: string): Buffer {
  if (!text.includes('%')) return Buffer.from(text, 'utf8')
  const bytes = Buffer.from(text, 'utf8').toString('latin1')
  const decoded = bytes.replace(/%(?<hex>[\da-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(decoded, 'latin1')
}

/**
 * Whether a drawing refers to nothing outside itself and nothing within that could: no address, style sheet, script or
 * entity. Browsers load nothing for a drawing that is shown as a picture; this does not rest on it.
 */
const isPlainDrawing = (svg: string): boolean =>
  !/href|src\s*=|url\s*\(|[\\@&]|<!(?!--)|<\?(?!xml\s)|<(?:script|style|foreignobject|use|image|a|set|animate)\b|\bon\w+\s*=/iu.test(
    svg,
  )

const address = (mediaType: string, bytes: Uint8Array): string =>
  `data:${mediaType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')}`

/** A picture as an address that loads nothing; undefined where the bytes are none, or a drawing that refers to something. */
export function pictureAddress(bytes: Uint8Array): string | undefined {
  const type = pictureType(bytes)
  if (type === undefined) return undefined
  if (type === 'image/svg+xml' && !isPlainDrawing(Buffer.from(bytes).toString('utf8'))) return undefined
  return address(type, bytes)
}

/** The same for a typeface. */
export function fontAddress(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(4, bytes.length)).toString('latin1')
  const type = FONTS.find(([, magic]) => head === magic)?.[0]
  return type === undefined ? undefined : address(type, bytes)
}
