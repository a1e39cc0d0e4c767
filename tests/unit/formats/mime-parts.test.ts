import { describe, expect, it } from 'vitest'
import { mailDate, mailInstant } from '../../../electron/formats/mail-date.ts'
import { quotedPrintable, transferDecoded } from '../../../electron/formats/mime-encodings.ts'
import { decodeWords, parseHeaders, parseValue } from '../../../electron/formats/mime-headers.ts'
import { allParts, contentOf, parseMime } from '../../../electron/formats/mime-parts.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text)
const text = (content: Uint8Array): string => Buffer.from(content).toString('utf8')

describe('MIME headers', () => {
  it('are unfolded, and the first of a name counts', () => {
    const headers = parseHeaders(bytes('Subject: a\r\n b\r\nX: 1\r\nSUBJECT: c\r\nno colon\r\n'))
    expect([...headers]).toEqual([
      ['subject', 'a b'],
      ['x', '1'],
    ])
  })

  it('are read in UTF-8 and, where they are not that, in GB18030', () => {
    expect(parseHeaders(bytes('Subject: 春茶')).get('subject')).toBe('春茶')
    const gbk = Buffer.concat([bytes('Subject: '), Uint8Array.of(0xb4, 0xba, 0xb2, 0xe8)])
    expect(parseHeaders(gbk).get('subject')).toBe('春茶')
  })

  it.each([
    ['=?utf-8?B?5pil6Iy2?=', '春茶'],
    ['=?UTF-8?Q?caf=C3=A9_=26_tea?=', 'café & tea'],
    ['=?gb2312?B?tLqy6A==?= and =?iso-8859-1?q?caf=E9?=', '春茶 and café'],
    // A character that is cut in two, and blanks between words that do not count.
    ['=?utf-8?B?5pil6A==?=\r\n =?utf-8?B?jLY=?=', '春茶'],
    ['=?no-such?Q?plain?=', 'plain'],
    ['=?utf-8?X?plain?=', '=?utf-8?X?plain?='],
    ['no words', 'no words'],
  ])('encoded words: %s', (encoded, expected) => {
    expect(decodeWords(encoded)).toBe(expected)
  })

  it.each([
    ['attachment; filename="a; b.html"', 'a; b.html'],
    ["attachment; filename*=UTF-8''%E6%98%A5%E8%8C%B6.html", '春茶.html'],
    ['attachment; filename*0*=utf-8\'\'%E6%98; filename*1*=%A5; filename*2=".html"', '春.html'],
    ['attachment; filename="=?utf-8?B?5pil6Iy2?="', '春茶'],
    ['attachment; filename=plain.txt', 'plain.txt'],
    ['attachment; filename="never closed', 'never closed'],
  ])('parameters: %s', (header, expected) => {
    expect(parseValue(header)).toMatchObject({ value: 'attachment' })
    expect(parseValue(header).parameters.get('filename')).toBe(expected)
  })
})

describe('transfer encodings', () => {
  it('quoted-printable: escapes, soft line ends, and what is neither', () => {
    expect(text(quotedPrintable(bytes('caf=C3=A9 =\r\ntea =  \nx=3D1 = =ZZ=')))).toBe('café tea x=1 = =ZZ')
  })

  it('base64: with line ends, without padding, and cut off', () => {
    expect(text(transferDecoded(bytes('5pil\r\n6Iy2'), 'BASE64'))).toBe('春茶')
    expect(text(transferDecoded(bytes('YWI'), 'base64'))).toBe('ab')
  })
})

describe('MIME parts', () => {
  const message = [
    'From: a@example.org',
    'Content-Type: multipart/mixed; boundary="x"',
    '',
    'preamble',
    '--x',
    'Content-Type: multipart/alternative; boundary=xy',
    '',
    '--xy',
    '',
    'plain',
    '--xy',
    'Content-Type: text/html',
    '',
    '<p>html</p>',
    '--xy--',
    '',
    '--x',
    'Content-Type: text/plain',
    '',
    '--xyz is no boundary',
    '--x--',
    'epilogue',
  ].join('\r\n')

  it('are a tree, and a boundary that starts like another is told from it', () => {
    const root = parseMime(bytes(message))
    if (!root.ok) throw new Error(root.error)
    const leaves = [...allParts(root.value)].filter(({ parts }) => parts.length === 0)
    expect(leaves.map(part => text(contentOf(part)))).toEqual([
      'plain',
      '<p>html</p>',
      '--xyz is no boundary',
    ])
  })

  it('end where the file is cut off', () => {
    const root = parseMime(bytes(message.slice(0, message.indexOf('html</p>'))))
    expect(root.ok && [...allParts(root.value)].map(part => part.type.value)).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
    ])
  })

  it('that nest without end are unsafe', () => {
    const nested = Array.from(
      { length: 5000 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    )
    expect(parseMime(bytes(nested.join('')))).toEqual({ ok: false, error: 'unsafe' })
  })

  it('without a header are damaged', () => {
    expect(parseMime(bytes('no header at all'))).toEqual({ ok: false, error: 'damaged' })
  })
})

describe('the date of a mail', () => {
  it.each([
    ['Fri, 18 Apr 2025 16:32:05 +0800', '2025-04-18T16:32:05+08:00'],
    ['18 Apr 2025 16:32 GMT', '2025-04-18T16:32:00Z'],
    ['Fri, 18 Apr 2025 16:32:05 -0000 (UTC)', '2025-04-18T16:32:05'],
    ['Fri, 18 Apr 2025 16:32:05 EDT', '2025-04-18T16:32:05-04:00'],
    ['Fri, 18 Apr 2025 16:32:05 IST', '2025-04-18T16:32:05'],
  ])('%s', (header, edtf) => {
    expect(mailDate(header)).toEqual({ edtf, evidence: header })
  })

  it.each(['', 'yesterday', '31 Feb 2025 10:00 GMT', '18 Foo 2025 10:00 GMT'])('%j is none', header => {
    expect(mailDate(header)).toBeUndefined()
  })

  it('is an instant where its offset is known', () => {
    expect(mailInstant('Fri, 18 Apr 2025 16:32:05 +0800')).toBe('2025-04-18T08:32:05.000Z')
    expect(mailInstant('Fri, 18 Apr 2025 16:32:05 IST')).toBeUndefined()
  })
})
