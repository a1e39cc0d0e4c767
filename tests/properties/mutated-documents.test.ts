import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileInMemory } from '../../electron/formats/import-file.ts'
import { FORMATS, recognise } from '../../electron/formats/recognise.ts'
import { readItem } from '../../electron/work/read-item.ts'
import { placeInFile } from '../formats/damaged.ts'

const FOLDER = join(import.meta.dirname, '../formats')
const CLIPPED_AT = '2027-01-01T00:00:00.000Z'
/** `MUTATIONS=10000 npx vitest run --project unit tests/properties/mutated-documents.test.ts` is the long run. */
const RUNS = Number(process.env['MUTATIONS'] ?? 100)

const FIXTURES = [
  'saved-page/single-file.html',
  'saved-page/云溪春茶.htm',
  'mhtml/ferry.mhtml',
  'mhtml/word.mht',
  'webarchive/ferry.webarchive',
  'webarchive/tea.webarchive',
  'internet-shortcut/Island ferry.url',
  'internet-shortcut/云溪春茶.webloc',
  'warc/harbour.warc.gz',
  'wacz/harbour.wacz',
  'email/newsletter.eml',
  'email/forwarded.eml',
  'outlook-message/tuta-en.msg',
  'outlook-message/tuta-zh.msg',
  'epub/tea.epub',
  'epub/anthology.epub',
] as const

/** What may happen to a file: bytes changed, left out, said twice, put in from elsewhere, or the rest cut off. */
const mutation = fc.record({
  kind: fc.constantFrom('change', 'remove', 'repeat', 'insert', 'cut', 'zero'),
  at: placeInFile,
  length: fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 2000 })),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
})
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

function mutated(original: Buffer, mutations: readonly Mutation[]): Buffer {
  let bytes = Buffer.from(original)
  for (const { kind, at, length, bytes: other } of mutations) {
    const start = Math.floor(bytes.length * at)
    const [before, within, after] = [
      bytes.subarray(0, start),
      bytes.subarray(start, start + length),
      bytes.subarray(start + length),
    ]
    if (kind === 'change') bytes = Buffer.concat([before, other, bytes.subarray(start + other.length)])
    else if (kind === 'remove') bytes = Buffer.concat([before, after])
    else if (kind === 'repeat') bytes = Buffer.concat([before, within, within, after])
    else if (kind === 'insert') bytes = Buffer.concat([before, other, within, after])
    else if (kind === 'zero') bytes = Buffer.concat([before, Buffer.alloc(within.length), after])
    else bytes = Buffer.from(before)
  }
  return bytes
}

describe('a file that is not as its program wrote it', () => {
  it.each(FIXTURES)('%s, changed anywhere, is read or fails with its reason', async path => {
    const original = readFileSync(join(FOLDER, path))
    const file = fileInMemory(path, original)
    const known = await recognise(file)
    const own = FORMATS.find(({ name }) => known.ok && name === known.value.name)
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async mutations => {
        const bytes = mutated(original, mutations)
        const keys = new Set<string>()
        for await (const read of own?.read(fileInMemory(path, bytes)) ?? []) {
          const { key } = read.ok ? read.value : read.error
          expect(keys).not.toContain(key)
          keys.add(key)
          if (read.ok) readItem(read.value, CLIPPED_AT)
        }
        expect(keys.size).toBeGreaterThan(0)
        await recognise(fileInMemory(path, bytes))
      }),
      { seed: 20251002, numRuns: RUNS },
    )
  })
})
