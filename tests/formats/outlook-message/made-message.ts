import type { CompoundStorage, CompoundStream } from '../../../electron/formats/compound-file.ts'
import { compoundFile } from '../../../electron/formats/compound-writer.ts'

/** A property's value: its type in the file follows from it. */
type Value = string | number | bigint | Uint8Array | { readonly narrow: Uint8Array }

export interface MadeMessage {
  /** By number ([MS-OXPROPS]). */
  readonly properties: Readonly<Record<number, Value>>
  readonly attachments?: ReadonlyArray<
    { readonly properties: Readonly<Record<number, Value>> } | { readonly message: MadeMessage; readonly name: string }
  >
}

const stream = (name: string, bytes: Uint8Array): CompoundStream => ({
  name,
  size: bytes.length,
  bytes: () => bytes,
})

const byName = <T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map(each => [each.name.toLowerCase(), each]))

const typed = (value: Value): { type: number; bytes?: Uint8Array; fixed?: bigint } => {
  if (typeof value === 'string') return { type: 0x1f, bytes: Buffer.from(value, 'utf16le') }
  if (typeof value === 'number') return { type: 0x03, fixed: BigInt(value) }
  if (typeof value === 'bigint') return { type: 0x40, fixed: value }
  return value instanceof Uint8Array ? { type: 0x102, bytes: value } : { type: 0x1e, bytes: value.narrow }
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')

function streamsOf(properties: Readonly<Record<number, Value>>, header: number): CompoundStream[] {
  const entries = Object.entries(properties)
  const list = Buffer.alloc(header + entries.length * 16)
  const streams: CompoundStream[] = []
  for (const [place, [id, value]] of entries.entries()) {
    const at = header + place * 16
    const { type, bytes, fixed } = typed(value)
    list.writeUInt16LE(type, at)
    list.writeUInt16LE(Number(id), at + 2)
    list.writeUInt32LE(6, at + 4)
    if (fixed !== undefined) list.writeBigUInt64LE(fixed, at + 8)
    if (bytes === undefined) continue
    list.writeUInt32LE(bytes.length + (type === 0x1f ? 2 : type === 0x1e ? 1 : 0), at + 8)
    streams.push(stream(`__substg1.0_${hex(Number(id))}${hex(type)}`, bytes))
  }
  return [stream('__properties_version1.0', list), ...streams]
}

const storage = (
  name: string,
  streams: readonly CompoundStream[],
  storages: readonly CompoundStorage[] = [],
): CompoundStorage => ({ name, classId: new Uint8Array(16), streams: byName(streams), storages: byName(storages) })

const attachedTo = ({ attachments = [] }: MadeMessage): CompoundStorage[] =>
  attachments.map((each, place) => {
    const name = `__attach_version1.0_#${place.toString(16).toUpperCase().padStart(8, '0')}`
    if ('properties' in each) return storage(name, streamsOf({ [0x3705]: 1, ...each.properties }, 8))
    const { message } = each
    const inner = storage('__substg1.0_3701000D', streamsOf(message.properties, 24), attachedTo(message))
    return storage(name, streamsOf({ [0x3705]: 5, [0x3001]: each.name }, 8), [inner])
  })

/** A message as [MS-OXMSG] lays it out: for what the fixtures, which a program wrote, have not got. */
export const madeMessage = (message: MadeMessage): Uint8Array =>
  compoundFile(
    storage('', streamsOf(message.properties, 32), [
      storage('__nameid_version1.0', [stream('__substg1.0_00020102', new Uint8Array(0))]),
      ...attachedTo(message),
    ]),
  )

/** A moment as FILETIME. */
export const fileTime = (instant: string): bigint => (BigInt(Date.parse(instant)) + 11_644_473_600_000n) * 10_000n

/** Rich Text packed as [MS-OXRTFCP] allows: every byte as it is. */
export function packedRtf(rtf: string): Uint8Array {
  const bytes = Buffer.from(rtf, 'latin1')
  const header = Buffer.alloc(16)
  header.writeUInt32LE(bytes.length + 12, 0)
  header.writeUInt32LE(bytes.length, 4)
  header.writeUInt32LE(0x414c454d, 8)
  return Buffer.concat([header, bytes])
}
