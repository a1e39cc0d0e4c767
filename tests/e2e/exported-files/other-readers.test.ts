import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_ENTRIES, SAMPLE_ENTRIES } from '../../unit/core/export/sample-collection.ts'
import { pagesOf } from '../pdf/pdf-tools.ts'
import { writeSample } from './write-sample.ts'

const run = promisify(execFile)

/** A program where it is installed. */
const programOf = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map(each => join(each, name))
    .find(existsSync)

// Debian's epubcheck is a Java archive that not every system runs by its name.
const SOFFICE = programOf('soffice')
const [JAVA, EPUBCHECK] = [programOf('java'), programOf('epubcheck')]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-exported-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/**
 * Readers that are not ours, where they are installed: epubcheck needs a JVM, LibreOffice half a gigabyte, so that not every
 * run of the tests fetches them. What holds without them is in the unit tests beside.
 */
describe.runIf(JAVA !== undefined && EPUBCHECK !== undefined)('epubcheck', () => {
  it.each([
    ['the sample collection', 'zh-Hans', SAMPLE_ENTRIES],
    ['it with what nobody writes by accident', 'en', [...SAMPLE_ENTRIES, ...HOSTILE_ENTRIES]],
  ] as const)('has no complaint of an e-book of %s in %s', async (_, language, entries) => {
    const path = await writeSample(folder, { format: 'epub', entries, language })
    const { stdout, stderr } = await run(JAVA ?? '', [
      '-jar',
      EPUBCHECK ?? '',
      '--failonwarnings',
      path,
    ]).catch((error: { stdout: string; stderr: string }) => error)
    expect(`${stdout}${stderr}`).toContain('0 fatals / 0 errors / 0 warnings')
  })
})

describe.runIf(SOFFICE !== undefined)('LibreOffice', () => {
  it('shows a document with its headings, tables, pictures, links and footnotes', async () => {
    const path = await writeSample(folder, {
      format: 'docx',
      entries: [...SAMPLE_ENTRIES, ...HOSTILE_ENTRIES],
    })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await run(SOFFICE ?? '', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path])
    const pdf = path.replace(/docx$/u, 'pdf')
    const squeezed = pagesOf(pdf).join('').replace(/\s+/gu, '')
    for (const words of [
      '渡轮时刻表周日起调整',
      '老港—西岸',
      '与公告第二条一致。',
      'withoutoneofitseightslewingbolts',
      '<imgsrc=xonerror=alert(1)>]]>&"quotes"',
      'https://ledger.example/crane-inquiry',
    ])
      expect(squeezed).toContain(words)
  })
})
