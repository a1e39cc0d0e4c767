import type { CompoundStorage } from '../compound-file.ts'
import { pictureType } from '../picture-type.ts'
import { textOf } from '../stated-values.ts'
import { hasProperties, MapiProperties } from './mapi-properties.ts'

const [LONG_NAME, NAME, DISPLAY_NAME] = [0x3707, 0x3704, 0x3001]
const [DATA, CONTENT_ID, CONTENT_LOCATION] = [0x3701, 0x3712, 0x3713]
/** More than any message has. */
const MOST = 2000

export interface Attachment {
  /** Without folders, which are the sender's. */
  readonly name: string
  readonly contentId: string | undefined
  readonly location: string | undefined
  readonly bytes: Uint8Array | undefined
  readonly isPicture: boolean
  /** A message that is attached as such. */
  readonly message: CompoundStorage | undefined
}

function attachmentIn(storage: CompoundStorage, charset: string | undefined, place: number): Attachment {
  const properties = new MapiProperties(storage, 8, charset)
  const inner = properties.storage(DATA)
  const stated = [LONG_NAME, NAME, DISPLAY_NAME]
    .map(id => properties.text(id))
    .find(name => name !== undefined)
  const bytes = properties.bytes(DATA)
  return {
    name: textOf(stated?.split(/[\\/]/u).at(-1)) ?? `attachment-${place}`,
    contentId: properties.text(CONTENT_ID)?.replace(/^<|>$/gu, ''),
    location: properties.text(CONTENT_LOCATION),
    bytes,
    isPicture: bytes !== undefined && pictureType(bytes) !== undefined,
    // An object of another program may stand there instead.
    message: inner !== undefined && hasProperties(inner) ? inner : undefined,
  }
}

/** What is attached to a message, in the order of the attachments' numbers. */
export const attachmentsOf = ({ storages }: CompoundStorage, charset: string | undefined): Attachment[] =>
  [...storages]
    .filter(([name]) => name.startsWith('__attach_version1.0_#'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([, storage], place) => attachmentIn(storage, charset, place + 1))

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Finds the picture that an address of the body means: by `cid:` and content id, else by its location. */
export function pictureFinder(
  attachments: readonly Attachment[],
): (address: string) => Uint8Array | undefined {
  const byId = new Map(attachments.map(each => [each.contentId, each.bytes]))
  const byLocation = new Map(attachments.map(each => [each.location, each.bytes]))
  return address => {
    const id = /^cid:/iu.test(address) ? address.slice(4) : undefined
    return id === undefined ? byLocation.get(address) : (byId.get(id) ?? byId.get(decoded(id)))
  }
}
