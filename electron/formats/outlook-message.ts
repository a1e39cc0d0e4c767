import type { ItemRead } from '../core/model/import-item.ts'
import { ok } from '../core/result.ts'
import { attachedItems } from './attached-items.ts'
import { encodingOfCodePage } from './code-pages.ts'
import { type CompoundStorage, isCompound, openCompound } from './compound-file.ts'
import { emailBody } from './email-body.ts'
import { senders } from './email-people.ts'
import type { FormatReader } from './import-file.ts'
import { mailDate } from './mail-date.ts'
import { parseHeaders } from './mime-headers.ts'
import { parseMime } from './mime-parts.ts'
import { type Attachment, attachmentsOf, pictureFinder } from './outlook/attachments.ts'
import { embeddedFile } from './outlook/embedded-file.ts'
import { hasProperties, MapiProperties, type PropertyHeader } from './outlook/mapi-properties.ts'
import { type MessageBody, messageBody } from './outlook/message-body.ts'
import { pageBase, picturesOf } from './page-addresses.ts'
import { failedRead, NOTHING_STATED } from './reads.ts'
import { webAddress } from './stated-values.ts'

export const LARGEST_MESSAGE = 128 * 1024 * 1024
/** Messages attached to messages. */
const DEEPEST = 16

const CLASS = 0x001a
const SUBJECT = 0x0037
const SUBMITTED = 0x0039
const HEADERS = 0x007d
const CODE_PAGE = 0x3ffd
/** Who it is from: the person in whose name it was sent, else who sent it, by name and then by address. */
const FROM = [0x0042, 0x0c1a, 0x5d02, 0x5d01]

/** Where a message stands, and the file that has it. */
interface Letter {
  readonly key: string
  readonly name: string
  readonly storage: CompoundStorage
  readonly header: PropertyHeader
  readonly bytes: Uint8Array
  readonly depth: number
}

function propertiesOf({ storage, header }: Letter): {
  properties: MapiProperties
  charset: string | undefined
} {
  const properties = new MapiProperties(storage, header)
  const page = properties.number(CODE_PAGE)
  const charset = page === undefined ? undefined : encodingOfCodePage(page)
  return { properties: charset === undefined ? properties : properties.withCharset(header, charset), charset }
}

/** A signed message is whole in an attachment, as it was sent. */
function signedBody(message: MapiProperties, attachments: readonly Attachment[]): MessageBody | undefined {
  if (!/\.SMIME\.MultipartSigned$/iu.test(message.text(CLASS) ?? '')) return undefined
  const [signed] = attachments
  const mime = signed?.bytes === undefined ? undefined : parseMime(signed.bytes)
  const html = mime?.ok === true ? emailBody(mime.value) : undefined
  return html === undefined ? undefined : { html, resources: [] }
}

/** The date and the sender of the header that it came with, else those that the program noted. */
function statedBy(message: MapiProperties) {
  const headers = parseHeaders(Buffer.from(message.text(HEADERS) ?? ''))
  const submitted = message.time(SUBMITTED)
  const noted =
    submitted === undefined ? undefined : { edtf: submitted, evidence: `ClientSubmitTime: ${submitted}` }
  const from = FROM.map(id => message.text(id)).find(name => name !== undefined)
  const people = senders(headers)
  return {
    published: mailDate(headers.get('date')) ?? noted,
    ...(people.bylines === undefined && people.source === undefined && from !== undefined
      ? { bylines: [from] }
      : people),
  }
}

async function messageItem(
  letter: Letter,
  message: MapiProperties,
  attachments: readonly Attachment[],
): Promise<ItemRead> {
  const title = message.text(SUBJECT)?.replace(/\s+/gu, ' ')
  const body = messageBody(message) ?? signedBody(message, attachments)
  if (body === undefined) {
    const isSealed = /\.SMIME$/iu.test(message.text(CLASS) ?? '')
    return failedRead(letter.key, title ?? letter.name, isSealed ? 'encrypted' : 'no-text')
  }
  const base = webAddress(pageBase(body.html, undefined))
  const pictures = await picturesOf(body.html, base, pictureFinder(attachments))
  return ok({
    key: letter.key,
    name: title ?? letter.name,
    content: {
      kind: 'html',
      html: body.html,
      extent: 'article',
      base,
      resources: [...body.resources, ...pictures],
    },
    stated: { ...NOTHING_STATED, ...statedBy(message), title },
    original: { bytes: letter.bytes, mediaType: 'application/vnd.ms-outlook', name: letter.name },
  })
}

async function* readLetter(letter: Letter, reader: FormatReader): AsyncGenerator<ItemRead> {
  if (letter.depth > DEEPEST) {
    yield failedRead(letter.key, letter.name, 'unsafe', 'messages in messages without end')
    return
  }
  const { properties, charset } = propertiesOf(letter)
  const attachments = attachmentsOf(letter.storage, charset)
  const own = await messageItem(letter, properties, attachments)
  if (own.ok) yield own
  let hasYielded = own.ok
  for (const [place, { name, bytes, message, isPicture }] of attachments.entries()) {
    const key = `${letter.key}/attachment ${place + 1}`
    if (message !== undefined) {
      const file = embeddedFile(message, letter.storage)
      const inner = { key, name: `${name}.msg`, storage: message, header: 24 as const, bytes: file }
      hasYielded = true
      yield* readLetter({ ...inner, depth: letter.depth + 1 }, reader)
    } else if (bytes !== undefined && !isPicture)
      for await (const read of attachedItems(reader, { key, name, bytes })) {
        hasYielded ||= read.ok
        yield read
      }
  }
  // A message that only carries others has nothing of its own to fail for.
  if (!own.ok && !hasYielded) yield own
}

/** Whether a file is a message of Outlook: `inside` has the names in a compound file, none where it is damaged. */
export const isOutlookMessage = (head: Uint8Array, name: string, inside: readonly string[]): boolean =>
  isCompound(head) &&
  (inside.length === 0 ? /\.(?:msg|oft)$/iu.test(name) : inside.includes('__properties_version1.0'))

/**
 * A message as Outlook saves it ([MS-OXMSG]): its subject, sender and date, its body with the pictures in it. Messages and
 * documents that are attached become items of their own, as in a mail; a message gets a file of its own for that, as
 * Outlook makes one when it saves an attached message.
 */
export const outlookReader = (attachments: FormatReader): FormatReader =>
  async function* (file) {
    if (file.size === 0) return yield failedRead('', file.name, 'empty')
    if (file.size > LARGEST_MESSAGE) return yield failedRead('', file.name, 'too-large')
    const bytes = await file.bytes()
    const storage = openCompound(bytes)
    if (!storage.ok || !hasProperties(storage.value)) return yield failedRead('', file.name, 'damaged')
    const letter = {
      key: 'message',
      name: file.name,
      storage: storage.value,
      header: 32 as const,
      bytes,
      depth: 0,
    }
    yield* readLetter(letter, attachments)
  }
