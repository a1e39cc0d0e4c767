import type { CompoundStorage, CompoundStream } from '../compound-file.ts'
import { compoundFile } from '../compound-writer.ts'

const LIST = '__properties_version1.0'
const NAMES = '__nameid_version1.0'
/** {00020D0B-0000-0000-C000-000000000046}: a message ([MS-OXMSG], 2.1). */
const MESSAGE = Buffer.from('0b0d020000000000c000000000000046', 'hex')
/** The header of an attached message's list is shorter than that of a message on its own. */
const [INNER_HEADER, OUTER_HEADER] = [24, 32]

/**
 * A message that is attached to another as a file of its own, which every program opens that opens messages: with the
 * names of properties, which stand in the outer message alone.
 */
export function embeddedFile(message: CompoundStorage, outer: CompoundStorage): Uint8Array {
  const streams = new Map<string, CompoundStream>(message.streams)
  const list = message.streams.get(LIST)?.bytes()
  if (list !== undefined) {
    const own = new Uint8Array(list.length + OUTER_HEADER - INNER_HEADER)
    own.set(list.subarray(0, INNER_HEADER))
    own.set(list.subarray(INNER_HEADER), OUTER_HEADER)
    streams.set(LIST, { name: LIST, size: own.length, bytes: () => own })
  }
  const names = outer.storages.get(NAMES)
  const storages = new Map(message.storages)
  if (names !== undefined && !storages.has(NAMES)) storages.set(NAMES, names)
  return compoundFile({ name: '', classId: MESSAGE, storages, streams })
}
