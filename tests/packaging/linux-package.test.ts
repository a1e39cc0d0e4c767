import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire, isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type * as Sqlite from '@photostructure/sqlite'
import { Arch, build, Platform } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { en } from '../../renderer/i18n/en/index.ts'
import { COMPUTED_SPECIFIER, importsOf } from '../architecture/imports-of.ts'
import { launchApp } from '../chromium-runtime/launch.ts'
import { PASTE_KEY } from '../e2e/app-in-chromium.ts'
import { clippingsInJournal } from '../e2e/library-on-disk.ts'
import { FUSE, writePlaceholderElectron } from './placeholder-electron.ts'

const ROOT = join(import.meta.dirname, '../..')
const MEGABYTE = 1024 * 1024
const SQLITE = 'out/main/sqlite/linux-x64.node'

let folder: string
let unpacked: string
let asar: string
/** What the archive holds, as plain files, with no package in any folder above. */
let alone: string

/** Those whose terms the packed licences keep; CPAL's notice is in the settings. */
const LICENCES = [
  ...['MIT', 'ISC', 'BSD-2-Clause', 'Apache-2.0', 'OFL-1.1', 'MIT AND Apache-2.0', '(MIT AND Zlib)'],
  ...['(MIT OR GPL-3.0-or-later)', 'CPAL-1.0 OR AGPL-1.0'],
]

const PAGE =
  'Harbour bridge opens to trams\n\n2025-07-19 00:09\n\nThe first tram crossed at dawn on Saturday.\n'

beforeAll(async () => {
  if (!existsSync(join(ROOT, 'out/main/index.js'))) {
    const electronVite = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
    execFileSync(process.execPath, [electronVite, 'build'], { cwd: ROOT })
  }
  folder = await mkdtemp(join(tmpdir(), 'cuttings-package-'))
  const electronDist = join(folder, 'electron')
  await writePlaceholderElectron(electronDist)
  await build({
    projectDir: ROOT,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    publish: 'never',
    config: { electronDist, directories: { output: join(folder, 'dist') } },
  })
  unpacked = join(folder, 'dist/linux-unpacked')
  asar = join(unpacked, 'resources/app.asar')
  alone = join(folder, 'alone')
  extractAll(asar, alone)
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** The packed files' paths, without folders, with forward slashes. */
const packedFiles = () =>
  listPackage(asar, { isPack: false })
    .map(path => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter(path => !('files' in statFile(asar, path)))

describe('the Linux package', () => {
  it('holds the three bundles and package.json, and nothing else', () => {
    const places = packedFiles().map(path => /^out\/[^/]+(?=\/)/.exec(path)?.[0] ?? path)
    expect([...new Set(places)].sort()).toEqual(['out/main', 'out/preload', 'out/renderer', 'package.json'])
  })

  it('has every file of the build but source maps and other platforms’ programs, byte for byte', async () => {
    const built = (await readdir(join(ROOT, 'out'), { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile() && !entry.name.endsWith('.map') && entry.name !== 'packages.json')
      .map(entry => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
      .filter(path => /^out\/(?:main|preload|renderer)\//.test(path))
      .filter(path => !path.startsWith('out/main/sqlite/') || path === SQLITE)
    expect(
      packedFiles()
        .filter(path => path.startsWith('out/'))
        .sort(),
    ).toEqual(built.sort())
    for (const path of built) {
      expect(extractFile(asar, path).equals(await readFile(join(ROOT, path))), path).toBe(true)
    }
  })

  it('carries no source map, no test and no package', () => {
    expect(packedFiles().filter(path => /\.map$|\.test\.|node_modules|(?:^|\/)tests\//.test(path))).toEqual(
      [],
    )
    const scripts = packedFiles().filter(path => /\.c?js$/.test(path))
    expect(scripts.filter(path => extractFile(asar, path).includes('sourceMappingURL=data:'))).toEqual([])
  })

  it('has SQLite’s program for its own platform, outside of the archive, and it runs', async () => {
    const beside = `${asar}.unpacked`
    const files = (await readdir(beside, { recursive: true, withFileTypes: true })).filter(each =>
      each.isFile(),
    )
    expect(files.map(({ name }) => name)).toEqual(['linux-x64.node'])
    const { DatabaseSync }: typeof Sqlite = createRequire(import.meta.url)(join(beside, SQLITE))
    const database = new DatabaseSync(':memory:')
    database.exec("CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1)")
    expect(database.prepare("SELECT count(*) AS found FROM words('x')").get()).toEqual({ found: 0 })
    database.close()
  })

  it('needs no package at run time', () => {
    const metadata: unknown = JSON.parse(extractFile(asar, 'package.json').toString())
    expect(metadata).toMatchObject({ name: 'cuttings', main: 'out/main/index.js', type: 'module' })
    expect(metadata).not.toHaveProperty('dependencies')
    expect(metadata).not.toHaveProperty('devDependencies')
    expect(metadata).not.toHaveProperty('scripts')
  })

  it('imports nothing but Electron and what Node has', () => {
    const scripts = packedFiles().filter(path => /^out\/(?:main|preload)\/.*\.c?js$/.test(path))
    const specifiers = scripts.flatMap(path =>
      importsOf({ path, text: extractFile(asar, path).toString() }).map(({ specifier }) => specifier),
    )
    const packages = specifiers.filter(
      each => !each.startsWith('.') && !isBuiltin(each) && each !== COMPUTED_SPECIFIER,
    )
    expect(scripts.length).toBeGreaterThan(3)
    // PDF.js tries the canvas, for drawing pages, and does without it.
    expect([...new Set(packages)].sort()).toEqual(['@napi-rs/canvas', 'electron'])
  })

  it('starts, and keeps a clipping, far from the project', async () => {
    const paths = { userData: join(folder, 'profile'), documents: join(folder, 'documents') }
    await Promise.all(Object.values(paths).map(path => mkdir(path)))
    const app = await launchApp({
      main: join(alone, 'out/main/index.js'),
      appPath: alone,
      paths,
      languages: ['en-US'],
    })
    try {
      const window = await app.firstWindow()
      await window.getByRole('heading', { level: 1 }).first().waitFor()
      await app.control('writeClipboard', { 'text/plain': PAGE })
      await window.keyboard.press(PASTE_KEY)
      await window.locator('article h1').filter({ hasText: 'Harbour bridge opens to trams' }).waitFor()
      expect(await clippingsInJournal(join(paths.documents, 'Cuttings'))).toHaveProperty('size', 1)
    } finally {
      await app.close()
    }
  })

  it('of another version beside it leaves the profile and the library to the one that has them, and says so', async () => {
    const newer = join(folder, 'newer')
    await cp(alone, newer, { recursive: true })
    const described = JSON.parse(await readFile(join(newer, 'package.json'), 'utf8'))
    await writeFile(join(newer, 'package.json'), JSON.stringify({ ...described, version: '99.0.0' }))
    const paths = { userData: join(folder, 'profile'), documents: join(folder, 'documents') }
    const start = (appPath: string, userData: string) =>
      launchApp({
        main: join(appPath, 'out/main/index.js'),
        appPath,
        paths: { ...paths, userData },
        languages: ['en-US'],
      })
    const first = await start(alone, paths.userData)
    try {
      const window = await first.firstWindow()
      await window.getByRole('heading', { level: 1 }).first().waitFor()
      await expect(start(newer, paths.userData)).rejects.toThrow('the app has ended with 0')
      const own = join(folder, 'profile of the newer')
      await mkdir(own)
      const second = await start(newer, own)
      try {
        const told = await second.firstWindow()
        await told.getByText(en.failure['library-locked'].what).waitFor()
      } finally {
        await second.close()
      }
      await window.getByRole('option').filter({ hasText: 'Harbour bridge opens to trams' }).waitFor()
      expect(await clippingsInJournal(join(paths.documents, 'Cuttings'))).toHaveProperty('size', 1)
    } finally {
      await first.close()
    }
  })

  it('reads an article far from any package', async () => {
    const page = join(folder, 'page.txt')
    await writeFile(page, PAGE)
    const printed = execFileSync(process.execPath, [join(alone, 'out/main/cli.js'), 'extract', page], {
      encoding: 'utf8',
    })
    expect(printed).toContain('Harbour bridge opens to trams')
    expect(printed).toContain('The first tram crossed at dawn on Saturday.')
  })

  it('adds less than 25 MB to Electron', async () => {
    expect((await stat(asar)).size).toBeLessThan(25 * MEGABYTE)
  })

  it('keeps of Chromium’s words only English and Chinese, and all licences', async () => {
    expect((await readdir(join(unpacked, 'locales'))).sort()).toEqual(['en-US.pak', 'zh-CN.pak', 'zh-TW.pak'])
    const licences = ['LICENSE.electron.txt', 'LICENSES.chromium.html']
    expect(await readdir(unpacked)).toEqual(expect.arrayContaining(licences))
    expect((await readdir(join(unpacked, 'resources/licenses'))).sort()).toEqual([
      'cuttings.txt',
      'inter.txt',
      'noto-serif-sc.txt',
      'source-code-pro.txt',
      'source-serif-4.txt',
      'sqlite.txt',
    ])
    for (const bundle of ['main', 'preload', 'renderer']) {
      expect(extractFile(asar, `out/${bundle}/licenses.md`).toString()).toContain('zod')
    }
  })

  it('says what it is made of: every package, its version as locked, under a licence that may go along', async () => {
    const bill = z.object({
      bomFormat: z.literal('CycloneDX'),
      components: z.array(
        z.object({
          group: z.string().optional(),
          name: z.string(),
          version: z.string(),
          licenses: z.array(
            z.union([
              z.object({ license: z.object({ id: z.string() }) }).transform(({ license }) => license.id),
              z.object({ expression: z.string() }).transform(({ expression }) => expression),
            ]),
          ),
        }),
      ),
    })
    const lock = z
      .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
      .parse(JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')))
    const locked = new Set(
      Object.entries(lock.packages).map(
        ([path, { version }]) => `${path.split('node_modules/').at(-1) ?? path}@${version ?? ''}`,
      ),
    )
    const named: string[] = []
    for (const bundle of ['main', 'preload', 'renderer']) {
      const path = join(unpacked, 'resources/packages', `${bundle}.json`)
      const { components } = bill.parse(JSON.parse(await readFile(path, 'utf8')))
      for (const { group, name, version, licenses } of components) {
        named.push(`${group === undefined ? '' : `${group}/`}${name}@${version}`)
        expect(licenses.length, name).toBeGreaterThan(0)
        expect(LICENCES, name).toEqual(expect.arrayContaining(licenses))
      }
    }
    expect(named.filter(each => !locked.has(each))).toEqual([])
    expect(named.map(each => each.replace(/@[^@]*$/u, ''))).toEqual(
      expect.arrayContaining([
        'zod',
        'react',
        'pdfjs-dist',
        '@photostructure/sqlite',
        '@fontsource/noto-serif-sc',
      ]),
    )
  })

  it('has its fuses set: no Node, no inspector, nothing but the asar, cookies encrypted', async () => {
    expect(await getCurrentFuseWire(join(unpacked, 'cuttings'))).toMatchObject({
      [FuseV1Options.RunAsNode]: FUSE.off,
      [FuseV1Options.EnableCookieEncryption]: FUSE.on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FUSE.off,
      [FuseV1Options.EnableNodeCliInspectArguments]: FUSE.off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FUSE.on,
      [FuseV1Options.OnlyLoadAppFromAsar]: FUSE.on,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: FUSE.off,
    })
  })
})
