import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One byte of the fuse wire: ASCII digits, as @electron/fuses writes them. */
export const FUSE = { off: 0x30, on: 0x31 } as const

/**
 * What @electron/fuses looks for in Electron's binary (its README, "Fuse schema"): the sentinel, the version of
 * the wire, its length, and a byte for each fuse, all on.
 */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  Buffer.alloc(8, FUSE.on),
])

/**
 * Lays out a folder that packs like Electron's for Linux where the real one cannot be had: the same names, and a
 * program whose fuses can be set and read back.
 */
export async function writePlaceholderElectron(folder: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'), { recursive: true })
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), FUSE_WIRE]))
  await chmod(join(folder, 'electron'), 0o755)
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) {
    await writeFile(join(folder, name), 'placeholder')
  }
  for (const language of ['de', 'en-US', 'zh-CN', 'zh-TW']) {
    await writeFile(join(folder, 'locales', `${language}.pak`), '')
  }
}
