import type { ItemRead } from '../core/model/import-item.ts'
import { ok } from '../core/result.ts'
import { attachedItems } from './attached-items.ts'
import { emailBody } from './email-body.ts'
import { senders } from './email-people.ts'
import type { FormatReader } from './import-file.ts'
import { mailDate } from './mail-date.ts'
import { decodeWords, parseHeaders, parseValue } from './mime-headers.ts'
import { allParts, contentId, contentOf, type MimePart, parseMime } from './mime-parts.ts'
import { partFinder } from './mime-pictures.ts'
import { pageBase, picturesOf } from './page-addresses.ts'
import { failedRead, NOTHING_STATED } from './reads.ts'
import { textOf, webAddress } from './stated-values.ts'

const LARGEST = 128 * 1024 * 1024
/** Messages forwarded in messages. */
const DEEPEST = 16

/** Where an item stands in the mail, and what its reader is given. */
interface Letter {
  readonly key: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly depth: number
}

/** An attachment's name without folders, which are the sender's. */
function attachmentName(part: MimePart): string | undefined {
  const stated =
    parseValue(part.headers.get('content-disposition')).parameters.get('filename') ??
    part.type.parameters.get('name')
  return textOf(stated?.split(/[\\/]/u).at(-1))
}

async function messageItem(message: MimePart, letter: Letter): Promise<ItemRead> {
  const { headers } = message
  const body = emailBody(message)
  const title = textOf(decodeWords(headers.get('subject') ?? '').replace(/\s+/gu, ' '))
  if (body === undefined) return failedRead(letter.key, title ?? letter.name, 'no-text')
  const base = webAddress(pageBase(body, undefined))
  return ok({
    key: letter.key,
    name: title ?? letter.name,
    content: {
      kind: 'html',
      html: body,
      extent: 'article',
      base,
      resources: await picturesOf(body, base, partFinder(message, base)),
    },
    stated: { ...NOTHING_STATED, ...senders(headers), title, published: mailDate(headers.get('date')) },
    original: { bytes: letter.bytes, mediaType: 'message/rfc822', name: letter.name },
  })
}

const isMessage = (part: MimePart): boolean => /^message\/(?:rfc822|global)$/u.test(part.type.value)

/** Parts that are documents of their own: attached, or named and neither the body's text nor one of its pictures. */
const isAttached = (part: MimePart): boolean =>
  part.parts.length === 0 &&
  (isMessage(part) ||
    parseValue(part.headers.get('content-disposition')).value === 'attachment' ||
    (attachmentName(part) !== undefined &&
      contentId(part) === undefined &&
      !/^(?:text\/(?:plain|html)|image\/.*)$/u.test(part.type.value)))

async function* readLetter(letter: Letter, attachments: FormatReader): AsyncGenerator<ItemRead> {
  if (letter.depth > DEEPEST) {
    yield failedRead(letter.key, letter.name, 'unsafe', 'messages in messages without end')
    return
  }
  const message = parseMime(letter.bytes)
  if (!message.ok) {
    yield failedRead(letter.depth === 0 ? '' : letter.key, letter.name, message.error)
    return
  }
  const attached = [...allParts(message.value)].filter(isAttached)
  const own = await messageItem(message.value, letter)
  const inner: Letter[] = []
  let count = 0
  let hasYielded = own.ok
  if (own.ok) yield own
  for (const part of attached) {
    count += 1
    const key = `${letter.key}/attachment ${count}`
    const name = attachmentName(part) ?? (isMessage(part) ? `message-${count}.eml` : `attachment-${count}`)
    const bytes = contentOf(part)
    if (isMessage(part)) {
      inner.push({ key, name, bytes, depth: letter.depth + 1 })
      continue
    }
    for await (const read of attachedItems(attachments, { key, name, bytes })) {
      hasYielded ||= read.ok
      yield read
    }
  }
  for (const each of inner) yield* readLetter(each, attachments)
  // A message that only carries others has nothing of its own to fail for.
  if (!own.ok && !hasYielded && inner.length === 0) yield own
}

/** Whether a text is a mail: it starts with a header, and what only mailers write is in it. */
export function isEmail(head: Uint8Array, name: string): boolean {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/u, '')
    .replace(/^From .*\r?\n/u, '')
    .trimStart()
  if (!/^[A-Za-z][A-Za-z\d-]*:/u.test(text)) return false
  const headers = parseHeaders(Buffer.from(text.split(/\r?\n\r?\n/u)[0] ?? '', 'latin1'))
  if (!headers.has('from') && !headers.has('subject')) return false
  return (
    /\.eml$/iu.test(name) ||
    ['message-id', 'mime-version', 'received', 'return-path', 'dkim-signature'].some(field =>
      headers.has(field),
    )
  )
}

/**
 * A mail in a file (RFC 5322): its subject, sender and date, its HTML or else its text, with the pictures in it under
 * their `cid:` or absolute addresses. What is attached and `attachments` can read becomes items of their own, as do
 * messages forwarded whole; other attachments stay in the original.
 */
export const emailReader = (attachments: FormatReader): FormatReader =>
  async function* (file) {
    if (file.size === 0) yield failedRead('', file.name, 'empty')
    else if (file.size > LARGEST) yield failedRead('', file.name, 'too-large')
    else
      yield* readLetter({ key: 'message', name: file.name, bytes: await file.bytes(), depth: 0 }, attachments)
  }
