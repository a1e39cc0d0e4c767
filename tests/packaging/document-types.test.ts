import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fileOnDisk } from '../../electron/formats/import-file.ts'
import { recognise } from '../../electron/formats/recognise.ts'

const ROOT = join(import.meta.dirname, '../..')

/** What the app offers to open: by extension, with the identifier of macOS and the name of shared-mime-info or our own. */
const TYPES: readonly { readonly ext: string; readonly uti?: string; readonly mime: string }[] = [
  { ext: 'html', uti: 'public.html', mime: 'text/html' },
  { ext: 'htm', uti: 'public.html', mime: 'text/html' },
  { ext: 'xhtml', uti: 'public.xhtml', mime: 'application/xhtml+xml' },
  { ext: 'mhtml', mime: 'application/x-mimearchive' },
  { ext: 'mht', mime: 'application/x-mimearchive' },
  { ext: 'webarchive', uti: 'com.apple.webarchive', mime: 'application/x-safari-webarchive' },
  { ext: 'eml', uti: 'com.apple.mail.email', mime: 'message/rfc822' },
  { ext: 'msg', mime: 'application/vnd.ms-outlook' },
  { ext: 'pdf', uti: 'com.adobe.pdf', mime: 'application/pdf' },
  {
    ext: 'docx',
    uti: 'org.openxmlformats.wordprocessingml.document',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { ext: 'odt', uti: 'org.oasis-open.opendocument.text', mime: 'application/vnd.oasis.opendocument.text' },
  { ext: 'rtf', uti: 'public.rtf', mime: 'application/rtf' },
  { ext: 'epub', uti: 'org.idpf.epub-container', mime: 'application/epub+zip' },
  { ext: 'txt', uti: 'public.plain-text', mime: 'text/plain' },
  { ext: 'md', uti: 'net.daringfireball.markdown', mime: 'text/markdown' },
  { ext: 'url', mime: 'application/x-mswinurl' },
  { ext: 'webloc', uti: 'com.apple.web-internet-location', mime: 'application/x-apple-webloc' },
  { ext: 'warc', mime: 'application/warc' },
  { ext: 'wacz', mime: 'application/wacz' },
  { ext: 'enex', mime: 'application/enex+xml' },
  { ext: 'jex', mime: 'application/x-joplin-export' },
  { ext: 'ris', mime: 'application/x-research-info-systems' },
]

const configuration = z
  .object({
    fileAssociations: z.never().optional(),
    mac: z.object({
      fileAssociations: z.never().optional(),
      extendInfo: z.object({
        CFBundleDocumentTypes: z.array(
          z.strictObject({
            CFBundleTypeName: z.string(),
            CFBundleTypeRole: z.literal('Viewer'),
            LSHandlerRank: z.literal('Alternate'),
            LSItemContentTypes: z.array(z.string()).optional(),
            CFBundleTypeExtensions: z.array(z.string()).optional(),
          }),
        ),
      }),
    }),
    win: z.object({ fileAssociations: z.never().optional() }),
    nsis: z.object({ include: z.literal('resources/installer.nsh') }),
    linux: z.object({
      mimeTypes: z.array(z.string()),
      fileAssociations: z.array(z.object({ ext: z.string(), mimeType: z.string(), description: z.string() })),
    }),
  })
  .parse(parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')))

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort()

describe('the document types', () => {
  it('of macOS are viewed by an alternate, by identifier where there is one', () => {
    const types = configuration.mac.extendInfo.CFBundleDocumentTypes
    expect(sorted(types.flatMap(type => type.LSItemContentTypes ?? []))).toEqual(
      sorted(TYPES.flatMap(({ uti }) => uti ?? [])),
    )
    expect(sorted(types.flatMap(type => type.CFBundleTypeExtensions ?? []))).toEqual(
      sorted(TYPES.flatMap(({ ext, uti }) => (uti === undefined ? [ext] : []))),
    )
  })

  it('of Linux are those of shared-mime-info, and declared where it has none', () => {
    const { mimeTypes, fileAssociations } = configuration.linux
    expect(sorted([...mimeTypes, ...fileAssociations.map(({ mimeType }) => mimeType)])).toEqual(
      sorted(TYPES.map(({ mime }) => mime)),
    )
    for (const { ext, mimeType } of fileAssociations) {
      expect(TYPES).toContainEqual(expect.objectContaining({ ext, mime: mimeType }))
      expect(mimeTypes).not.toContain(mimeType)
    }
  })

  it('of Windows are offered under “Open with”, and taken back by the uninstaller', () => {
    const script = readFileSync(join(ROOT, configuration.nsis.include), 'utf8')
    expect(
      sorted([...script.matchAll(/!insertmacro offerFor "(\w+)"/gu)].map(match => match[1] ?? '')),
    ).toEqual(sorted(TYPES.map(({ ext }) => ext)))
    const keys = [...script.matchAll(/RegStr SHELL_CONTEXT "(?<key>[^"]+)"/gu)].map(
      match => match.groups?.['key'],
    )
    const own = ['Software', 'Classes', 'Applications', '$' + '{APP_EXECUTABLE_FILENAME}'].join('\\')
    // The app's own addresses are the one other thing that it registers, and takes back.
    const links = ['Software', 'Classes', 'cuttings'].join('\\')
    const forLinks = keys.filter(key => key === links || key?.startsWith(`${links}\\`))
    expect(forLinks.length).toBe(3)
    expect(script).toContain(`DeleteRegKey SHELL_CONTEXT "${links}"`)
    const forTypes = keys.filter(key => !forLinks.includes(key))
    expect(forTypes.length).toBe(3)
    for (const key of forTypes) expect(key?.startsWith(own)).toBe(true)
    expect(script).toContain(`DeleteRegKey SHELL_CONTEXT "${own}"`)
    expect(script.match(/!macro (?!offerFor)\w+/gu)).toEqual([
      '!macro customInstall',
      '!macro customUnInstall',
    ])
  })

  it('are all read by an importer', async () => {
    const fixtures = readdirSync(join(ROOT, 'tests/formats'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name !== 'NOTE.md')
      .map(entry => join(entry.parentPath, entry.name))
    for (const { ext } of TYPES) {
      const fixture = fixtures.find(path => extname(path).toLowerCase() === `.${ext}`)
      if (fixture === undefined) continue
      const format = await recognise(await fileOnDisk(fixture))
      expect(format.ok || ext === 'txt', fixture).toBe(true)
    }
  })
})
