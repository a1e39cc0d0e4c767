import { createWriteStream } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { zipOfFixture } from '../formats/reading.ts'
import { zipOf } from '../formats/zip-of.ts'

const FORMATS = join(import.meta.dirname, '../formats')
const MIB = 1024 * 1024
const LARGE = 200 * MIB
const DEEP = 100_000

/** A file that nobody wants to open: its place in the table, its name, and what writes it. */
export interface HostileFile {
  readonly format: string
  readonly kind: string
  readonly name: string
  readonly write: (path: string) => Promise<void>
}

/** One fixture a format. */
const FIXTURES: Readonly<Record<string, string>> = {
  html: 'saved-page/single-file.html',
  mhtml: 'mhtml/ferry.mhtml',
  webarchive: 'webarchive/ferry.webarchive',
  'webarchive, XML': 'webarchive/tea.webarchive',
  webloc: 'internet-shortcut/云溪春茶.webloc',
  warc: 'warc/harbour.warc.gz',
  'warc, zstd': 'warc/harbour.warc.zst',
  wacz: 'wacz/harbour.wacz',
  pdf: 'pdf/chromium-en.pdf',
  docx: 'docx/libreoffice-en.docx',
  odt: 'odt/libreoffice-en.odt',
  rtf: 'rtf/libreoffice-en.rtf',
  epub: 'epub/ferry.epub',
  eml: 'email/forwarded.eml',
  msg: 'outlook-message/tuta-en.msg',
  md: 'notes/vault/Clippings/Harbour ferries return.md',
  'pocket, CSV': 'pocket/part_000000.csv',
  'pocket, HTML': 'pocket/ril_export.html',
  instapaper: 'instapaper/instapaper-export.csv',
  readwise: 'readwise/reader.csv',
  raindrop: 'raindrop/raindrop.csv',
  bookmarks: 'bookmarks/bookmarks.html',
  wallabag: 'wallabag/export.json',
  karakeep: 'karakeep/karakeep.json',
  linkwarden: 'linkwarden/backup.json',
  enex: 'enex/Harbour desk.enex',
  joplin: 'joplin/notes.jex',
}

async function* filled(start: Uint8Array, unit: Uint8Array): AsyncGenerator<Uint8Array> {
  yield start
  const block = Buffer.concat(Array.from({ length: Math.ceil(MIB / Math.max(1, unit.length)) }, () => unit))
  for (let size = start.length; size < LARGE; size += block.length) yield block
}

const endless =
  (start: Uint8Array, unit: Uint8Array | string) =>
  (path: string): Promise<void> =>
    pipeline(Readable.from(filled(start, Buffer.from(unit))), createWriteStream(path))

/** 200 MB that take no room on the disk. */
const zeros =
  (start: Uint8Array) =>
  async (path: string): Promise<void> => {
    const file = await open(path, 'w')
    await file.write(start)
    await file.truncate(LARGE)
    await file.close()
  }

const holding =
  (content: Uint8Array | string) =>
  (path: string): Promise<void> =>
    writeFile(path, content)

const NOISE = Buffer.from(Array.from({ length: 65_536 }, (_, at) => (at * 167 + (at >> 3) * 31) & 255))

/** The middle of a file, by lines where it has some. */
function middleOf(bytes: Buffer): { start: Buffer; unit: Buffer } {
  const cut = (share: number): number => {
    const at = bytes.indexOf(0x0a, Math.floor(bytes.length * share))
    return at === -1 ? Math.floor(bytes.length * share) : at + 1
  }
  const [from, to] = [cut(0.4), Math.max(cut(0.4) + 1, cut(0.7))]
  return { start: bytes.subarray(0, to), unit: bytes.subarray(from, to) }
}

async function ofFixture(format: string, fixture: string): Promise<HostileFile[]> {
  const bytes = await readFile(join(FORMATS, fixture))
  const extension = extname(basename(fixture))
  const { start, unit } = middleOf(bytes)
  const file = (kind: string, write: HostileFile['write'], name = `a${extension}`): HostileFile => ({
    format,
    kind,
    name,
    write,
  })
  return [
    file('0 bytes', holding('')),
    file('noise', holding(NOISE)),
    ...[0.1, 0.5, 0.9].map(share =>
      file(`cut at ${share * 100} %`, holding(bytes.subarray(0, bytes.length * share))),
    ),
    file('as .txt', holding(bytes), 'a.txt'),
    file('as .html', holding(bytes), 'a.html'),
    file('200 MB, zeros', zeros(bytes)),
    file('200 MB, blank lines', endless(start, '\n')),
    file('200 MB, blanks', endless(start, ' \r\n')),
    file('200 MB, repeated', endless(start, unit)),
  ]
}

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, at) => {
  const [inner, outer] = [String.fromCharCode(97 + at), String.fromCharCode(98 + at)]
  return `<!ENTITY ${outer} "${`&${inner};`.repeat(10)}">`
}).join('')}]>`
const NEST = '<div>'.repeat(DEEP)
const CSV = 'title,url,time_added,tags,status\n'
const text = (content: string): Buffer => Buffer.from(content)

/** Markup, brackets and groups that nest without end, and entities that stand for more entities. */
const DEEP_FILES: ReadonlyArray<readonly [format: string, name: string, content: string]> = [
  ['html', 'a.html', `<!DOCTYPE html><html><body>${NEST}`],
  [
    'mhtml',
    'a.mhtml',
    `MIME-Version: 1.0\r\nSnapshot-Content-Location: http://a.example/\r\nContent-Type: text/html\r\n\r\n${NEST}`,
  ],
  [
    'webarchive, XML',
    'a.webarchive',
    `<?xml version="1.0"?><plist><dict><key>WebMainResource</key>${'<dict><key>a</key>'.repeat(DEEP)}`,
  ],
  ['webloc', 'a.webloc', `<?xml version="1.0"?><plist><dict><key>URL</key>${'<array>'.repeat(DEEP)}`],
  ['rtf', 'a.rtf', `{\\rtf1 Words ${'{'.repeat(DEEP)}`],
  ['eml', 'a.eml', `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${NEST}`],
  ['md', 'a.md', `# Words\n\n${'> '.repeat(DEEP)}Words`],
  ['md', 'b.md', `# Words\n\n${'['.repeat(DEEP)}Words`],
  ['md', 'c.md', `# Words\n\n${'*a_'.repeat(DEEP)}`],
  ['md', 'd.md', `---\ntitle: ${'['.repeat(DEEP)}\n---\nWords`],
  [
    'md',
    'e.md',
    `# Words\n\n${Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')}`,
  ],
  ['bookmarks', 'a.html', `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<DL><p><DT><H3>a</H3>'.repeat(DEEP)}`],
  [
    'pocket, HTML',
    'a.html',
    `<!DOCTYPE html><html><head><title>Pocket Export</title></head>${'<ul><li>'.repeat(DEEP)}`,
  ],
  [
    'wallabag',
    'a.json',
    `[{"id":1,"title":"a","url":"http://a.example/","is_archived":0,"content":${'['.repeat(DEEP)}`,
  ],
  ['karakeep', 'a.json', `{"bookmarks":[${'{"content":'.repeat(DEEP)}`],
  ['linkwarden', 'a.json', `{"collections":[{"links":[${'{"a":'.repeat(DEEP)}`],
  ['zotero, CSL JSON', 'a.json', `[{"id":"a","type":"webpage","title":${'{"a":'.repeat(DEEP)}`],
  [
    'zotero, RDF',
    'a.rdf',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">${'<rdf:Seq>'.repeat(DEEP)}`,
  ],
  [
    'enex',
    'a.enex',
    `<?xml version="1.0"?><en-export><note><title>a</title><content><![CDATA[<en-note>${NEST}]]></content></note></en-export>`,
  ],
  ['enex', 'b.enex', `<?xml version="1.0"?><en-export>${'<note>'.repeat(DEEP)}`],
  ['pdf', 'a.pdf', `%PDF-1.4\n1 0 obj\n${'['.repeat(DEEP)}\nendobj\ntrailer<</Root 1 0 R>>`],
  [
    'pdf',
    'b.pdf',
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>`,
  ],
  [
    'warc',
    'a.warc',
    `WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: text/html\r\nContent-Length: ${NEST.length}\r\n\r\n${NEST}`,
  ],
  ['txt', 'a.txt', '('.repeat(DEEP)],
]

const LAUGHING: ReadonlyArray<readonly [format: string, name: string, content: string]> = [
  [
    'html',
    'a.xhtml',
    `<?xml version="1.0"?>${LAUGHS}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>&l;</p></body></html>`,
  ],
  [
    'webarchive, XML',
    'a.webarchive',
    `<?xml version="1.0"?>${LAUGHS}<plist><dict><key>WebMainResource</key><string>&l;</string></dict></plist>`,
  ],
  [
    'webloc',
    'a.webloc',
    `<?xml version="1.0"?>${LAUGHS}<plist><dict><key>URL</key><string>&l;</string></dict></plist>`,
  ],
  [
    'enex',
    'a.enex',
    `<?xml version="1.0"?>${LAUGHS}<en-export><note><title>&l;</title><content>&l;</content></note></en-export>`,
  ],
  [
    'zotero, RDF',
    'a.rdf',
    `${LAUGHS}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"><rdf:Description><dc:title>&l;</dc:title></rdf:Description></rdf:RDF>`,
  ],
]

/** Frames that show each other, each with itself as a picture. */
const CYCLIC = [
  ['a', 'b'],
  ['b', 'c'],
  ['c', 'a'],
]
  .map(
    ([name, next]) =>
      `--x\r\nContent-Type: text/html\r\nContent-ID: <${name}@x>\r\nContent-Location: http://a.example/${name}\r\n\r\n<html><body><p>Words of ${name}.</p><iframe src="cid:${next}@x"></iframe><img src="cid:${name}@x"></body></html>\r\n`,
  )
  .join('')

/** Word's or OpenDocument's text: as much of it as the reader takes. */
const paragraphs = (start: string, unit: string, end: string, size: number): Buffer =>
  Buffer.concat([text(start), Buffer.from(unit.repeat(Math.floor(size / unit.length))), text(end)])

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const WORD = [`<w:document ${W}><w:body>`, '</w:body></w:document>'] as const
const ODF = [
  '<office:document-content xmlns:office="a" xmlns:text="b"><office:body><office:text>',
  '</office:text></office:body></office:document-content>',
] as const
const CONTAINER = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
const OPF =
  '<package><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'

type Entries = ReadonlyArray<readonly [path: string, content: Uint8Array | string]>

function archives(
  format: string,
  extension: string,
  main: string,
  others: Entries,
  [start, end]: readonly [string, string],
  words: string,
): HostileFile[] {
  const file = (kind: string, entries: Entries): HostileFile => ({
    format,
    kind,
    name: `a${extension}`,
    write: async path =>
      writeFile(
        path,
        await zipOf(entries.map(([name, content]) => ({ path: name, bytes: Buffer.from(content) }))),
      ),
  })
  return [
    file('zip bomb', [...others, [main, new Uint8Array(100 * MIB)]]),
    file('zip-slip', [...others, [`../../${main}`, `${start}${words}${end}`]]),
    file('nested', [...others, [main, `${start}${words.split('>')[0]}>${'<a>'.repeat(DEEP)}`]]),
    file('billion laughs', [...others, [main, `<?xml version="1.0"?>${LAUGHS}${start}${words}&l;${end}`]]),
    file('12 MB of text', [...others, [main, paragraphs(start, words, end, 12 * MIB - 4096)]]),
    file('as much text as is taken', [
      ...others,
      [
        main,
        paragraphs(
          start,
          words.replace('Words', 'Words and words of a long report '.repeat(4)),
          end,
          12 * MIB - 4096,
        ),
      ],
    ]),
  ]
}

/** Every kind of hostile and broken file of every format. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const own = await Promise.all(Object.entries(FIXTURES).map(([format, path]) => ofFixture(format, path)))
  const zipped = await Promise.all(
    ['omnivore', 'pocket'].map(async folder => {
      const bytes = await zipOfFixture(folder)
      return [
        {
          format: `${folder}, ZIP`,
          kind: 'cut at 50 %',
          name: 'a.zip',
          write: holding(bytes.subarray(0, bytes.length / 2)),
        },
        { format: `${folder}, ZIP`, kind: '200 MB, zeros', name: 'a.zip', write: zeros(bytes) },
      ]
    }),
  )
  const named =
    (kind: string) =>
    ([format, name, content]: readonly [string, string, string]): HostileFile => ({
      format,
      kind,
      name,
      write: holding(content),
    })
  return [
    ...own.flat(),
    ...zipped.flat(),
    ...DEEP_FILES.map(named('nested')),
    ...LAUGHING.map(named('billion laughs')),
    {
      format: 'mhtml',
      kind: 'cyclic',
      name: 'a.mhtml',
      write: holding(
        `MIME-Version: 1.0\r\nSnapshot-Content-Location: http://a.example/a\r\nContent-Type: multipart/related; boundary=x\r\n\r\n${CYCLIC}--x--\r\n`,
      ),
    },
    { format: 'txt', kind: '0 bytes', name: 'a.txt', write: holding('') },
    {
      format: 'txt',
      kind: '200 MB, repeated',
      name: 'a.txt',
      write: endless(text('Words\n'), 'Words of a log.\n'),
    },
    {
      format: 'zotero, RIS',
      kind: '200 MB, repeated',
      name: 'a.ris',
      write: endless(
        text('TY  - ELEC\nTI  - A\nUR  - http://a.example/\nER  - \n'),
        'TY  - ELEC\nTI  - A\nUR  - http://a.example/\nER  - \n',
      ),
    },
    {
      format: 'zotero, CSL JSON',
      kind: '200 MB, repeated',
      name: 'a.json',
      write: endless(
        text('[{"id":"a","type":"webpage","title":"A"}'),
        ',{"id":"a","type":"webpage","title":"A","URL":"http://a.example/"}',
      ),
    },
    {
      format: 'zotero, RDF',
      kind: '200 MB, repeated',
      name: 'a.rdf',
      write: endless(
        text(
          '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">',
        ),
        '<rdf:Description><dc:title>A</dc:title></rdf:Description>',
      ),
    },
    {
      format: 'pocket, CSV',
      kind: '200 MB, open quotes',
      name: 'a.csv',
      write: endless(text(CSV), '"a,"b\n'),
    },
    { format: 'pocket, CSV', kind: '200 MB, one row', name: 'a.csv', write: endless(text(CSV), 'a') },
    {
      format: 'warc',
      kind: 'bomb',
      name: 'a.warc.gz',
      write: holding(gzipSync(Buffer.alloc(300 * MIB, 'WARC/1.0\r\nContent-Length: 0\r\n\r\n'))),
    },
    ...archives(
      'docx',
      '.docx',
      'word/document.xml',
      [['[Content_Types].xml', '<Types/>']],
      WORD,
      '<w:p><w:r><w:t>Words</w:t></w:r></w:p>',
    ),
    ...archives(
      'odt',
      '.odt',
      'content.xml',
      [['mimetype', 'application/vnd.oasis.opendocument.text']],
      ODF,
      '<text:p>Words</text:p>',
    ),
    ...archives(
      'epub',
      '.epub',
      'a.xhtml',
      [
        ['META-INF/container.xml', CONTAINER],
        ['a.opf', OPF],
      ],
      ['<html><body>', '</body></html>'],
      '<p>Words</p>',
    ),
  ]
}
