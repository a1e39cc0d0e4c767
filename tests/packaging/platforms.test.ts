import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Configuration,
  LinuxPackager,
  MacPackager,
  Packager,
  Platform,
  type Target,
  WinPackager,
} from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

let output: string
beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), 'cuttings-platforms-'))
})
afterAll(async () => {
  await rm(output, { recursive: true, force: true })
})

/** The `.desktop` file of a target for Linux. */
async function desktopEntryOf(target: Target): Promise<string | undefined> {
  const { helper, options } = target as Target & {
    readonly helper?: { computeDesktopEntry?(options: object): string | Promise<string> }
  }
  return await helper?.computeDesktopEntry?.(options ?? {})
}

interface Planned {
  readonly target: string
  readonly arch: string
}

/**
 * Goes through all that electron-builder does for a platform up to packing: its schema, the app's metadata, the
 * targets with their own demands, the icon. Nothing is packed, and nothing is fetched.
 */
async function plan(
  platform: Platform,
  changes: Configuration = {},
): Promise<{ planned: Planned[]; icon: string; desktopEntries: string[] }> {
  const planned: Planned[] = []
  const desktopEntries: string[] = []
  const note = async (arch: number, targets: Target[]) => {
    for (const target of targets) {
      await target.checkOptions()
      const entry = await desktopEntryOf(target)
      if (entry !== undefined) desktopEntries.push(entry)
      // Finishing an installer fetches its compiler.
      target.finishBuild = async () => {}
      planned.push({ target: target.name, arch: ['ia32', 'x64', 'armv7l', 'arm64'][arch] ?? String(arch) })
    }
  }
  class Mac extends MacPackager {
    override pack = (_out: string, arch: number, targets: Target[]) => note(arch, targets)
  }
  class Windows extends WinPackager {
    override pack = (_out: string, arch: number, targets: Target[]) => note(arch, targets)
  }
  class Linux extends LinuxPackager {
    override pack = (_out: string, arch: number, targets: Target[]) => note(arch, targets)
  }
  let icon = ''
  const packager = new Packager({
    projectDir: ROOT,
    targets: new Map([[platform, new Map()]]),
    config: { ...changes, directories: { output } },
    platformPackagerFactory: info => {
      const made =
        platform === Platform.MAC
          ? new Mac(info)
          : platform === Platform.WINDOWS
            ? new Windows(info)
            : new Linux(info)
      icon = made.platformSpecificBuildOptions.icon ?? ''
      return made
    },
  })
  await packager.build()
  return { planned, icon, desktopEntries }
}

describe('the packages of', () => {
  it('macOS are a disk image and an archive for both processors, with the least rights', async () => {
    const { planned, icon } = await plan(Platform.MAC)
    expect(planned).toEqual(
      ['arm64', 'x64'].flatMap(arch => ['dmg', 'zip'].map(target => ({ target, arch }))),
    )
    expect(existsSync(join(ROOT, icon))).toBe(true)
    const rights = readFileSync(join(ROOT, 'resources/entitlements.mac.plist'), 'utf8')
    expect(rights.match(/<key>.*<\/key>/g)).toEqual(['<key>com.apple.security.cs.allow-jit</key>'])
  })

  it('Windows are an installer and a portable program', async () => {
    const { planned, icon } = await plan(Platform.WINDOWS)
    expect(planned).toEqual([
      { target: 'nsis', arch: 'x64' },
      { target: 'portable', arch: 'x64' },
    ])
    expect(existsSync(join(ROOT, icon))).toBe(true)
  })

  it('Linux are an AppImage, a deb and an rpm', async () => {
    const { planned, icon, desktopEntries } = await plan(Platform.LINUX)
    expect(planned).toEqual(
      ['AppImage', 'deb', 'rpm'].map(target => ({
        target: expect.stringMatching(new RegExp(target, 'i')),
        arch: 'x64',
      })),
    )
    expect(existsSync(join(ROOT, icon))).toBe(true)
    expect(desktopEntries.length).toBeGreaterThan(0)
    for (const entry of desktopEntries) {
      expect(entry).toMatch(/^Exec=.* %U$/mu)
      expect(entry).toMatch(/^MimeType=(?:[\w.+-]+\/[\w.+-]+;)+$/mu)
      for (const type of ['text/html', 'application/pdf', 'application/wacz'])
        expect(entry).toContain(`${type};`)
    }
  })
})

describe('a configuration', () => {
  it('with an option that does not exist is refused', async () => {
    const misspelt: object = { mac: { hardendRuntime: true } }
    await expect(plan(Platform.MAC, misspelt)).rejects.toThrow('configuration.mac')
  })

  it('with a target that does not exist is refused', async () => {
    await expect(plan(Platform.LINUX, { linux: { target: ['appimagee'] } })).rejects.toThrow('appimagee')
  })

  it('whose deb has no maintainer is refused', async () => {
    await expect(plan(Platform.LINUX, { linux: { maintainer: null } })).rejects.toThrow('author')
  })
})
