import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileInMemory } from '../../electron/formats/import-file.ts'
import { readText } from '../../electron/formats/text.ts'
import { readAny } from '../../electron/work/read-any.ts'
import { readItem } from '../../electron/work/read-item.ts'
import { damaged, damages } from '../formats/damaged.ts'
import {
  DOCUMENT_READERS,
  documentFixtures,
  fixturePath,
  readBytes,
  readsOf,
} from '../formats/golden-document.ts'
import { zipOf } from '../formats/zip-of.ts'

/** `FUZZ_RUNS=10000` for a long run. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 240)
const SEED = 20_250_814
const NOW = '2026-06-01T00:00:00.000Z'

/** A reader ends in time, throws nothing, and what it gives can be read further. */
async function endsWell(
  reader: (typeof DOCUMENT_READERS)[string],
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const start = process.cpuUsage()
  const reads = await readBytes(reader, name, bytes)
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(10_000)
  expect(reads.length).toBeGreaterThan(0)
  for (const read of reads) {
    if (!read.ok) continue
    const item = readItem(read.value, NOW)
    if (!item.ok) expect(['no-text', 'empty', 'unsafe']).toContain(item.error.reason)
  }
}

const small = documentFixtures()
  .map(fixture => ({ fixture, bytes: new Uint8Array(readFileSync(fixturePath(fixture))) }))
  .filter(({ bytes }) => bytes.length < 120_000)

describe.each(Object.keys(DOCUMENT_READERS))('damaged files of the format %s', format => {
  const reader = DOCUMENT_READERS[format] ?? readText
  const files = small.filter(({ fixture }) => fixture.startsWith(`${format}/`))

  it('end in their reason or in what is left of them, whatever happened to them', {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), damages, async ({ fixture, bytes }, all) => {
        await endsWell(reader, fixture, damaged(bytes, all))
      }),
      { seed: SEED, numRuns: Math.ceil(RUNS / Object.keys(DOCUMENT_READERS).length) },
    )
  })

  it('end in their reason wherever they are cut off', { timeout: 120_000 }, async () => {
    const [{ fixture, bytes } = { fixture: '', bytes: new Uint8Array() }] = files
    for (let part = 0; part < 24; part += 1)
      await endsWell(reader, fixture, bytes.slice(0, Math.floor((bytes.length * part) / 24)))
  })

  it('are no documents of another format under its name', async () => {
    for (const other of small.filter(({ fixture }) => !fixture.startsWith(`${format}/`)))
      await endsWell(reader, `a.${format}`, other.bytes)
  })
})

describe('a file under a wrong extension', () => {
  it('is read by what it holds', async () => {
    for (const { fixture, bytes } of small.filter(each => !each.fixture.includes('password'))) {
      const [asItIs] = await readsOf(readAny, fileInMemory(`a.${fixture.split('/')[0]}`, bytes))
      const [misnamed] = await readsOf(readAny, fileInMemory('a.txt', bytes))
      expect(misnamed?.ok).toBe(true)
      expect(misnamed?.ok === true && misnamed.value.original.mediaType).toBe(
        asItIs?.ok === true && asItIs.value.original.mediaType,
      )
    }
  })
})

describe('archives that are made to harm', () => {
  it('end in their reason: far more inside than outside', { timeout: 60_000 }, async () => {
    const zeros = new Uint8Array(100 * 1024 * 1024)
    const bomb = await zipOf([
      { path: 'word/document.xml', bytes: zeros },
      { path: 'content.xml', bytes: zeros },
    ])
    for (const format of ['docx', 'odt']) {
      const [read] = await readBytes(DOCUMENT_READERS[format] ?? readText, `a.${format}`, bomb)
      expect(read).toMatchObject({
        ok: false,
        error: { reason: expect.stringMatching(/^(?:unsafe|too-large)$/u) },
      })
    }
  })

  it('lead nowhere outside', async () => {
    const text = (words: string) => new TextEncoder().encode(words)
    const content =
      '<o:d xmlns:o="x"><office:text><text:p><draw:frame><draw:image xlink:href="../../../etc/passwd"/></draw:frame>Words</text:p></office:text></o:d>'
    const bytes = await zipOf([
      { path: 'content.xml', bytes: text(content) },
      { path: 'Pictures/a.png', bytes: text('x') },
    ])
    const [read] = await readBytes(DOCUMENT_READERS['odt'] ?? readText, 'a.odt', bytes)
    expect(read).toMatchObject({ ok: true, value: { content: { html: '<p>Words</p>', resources: [] } } })
  })
})
