import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { ImportItem, ItemRead, ReadFailure } from '../../electron/core/model/import-item.ts'
import { type FormatReader, fileInMemory, fileOnDisk } from '../../electron/formats/import-file.ts'
import { recognise } from '../../electron/formats/recognise.ts'
import { zipOf } from './zip-of.ts'

const FOLDER = import.meta.dirname

export async function allOf(reads: AsyncIterable<ItemRead>): Promise<ItemRead[]> {
  const all: ItemRead[] = []
  for await (const read of reads) all.push(read)
  return all
}

export const readFixture = async (reader: FormatReader, path: string): Promise<ItemRead[]> =>
  allOf(reader(await fileOnDisk(join(FOLDER, path))))

export const readText = (reader: FormatReader, text: string | Uint8Array): Promise<ItemRead[]> =>
  allOf(reader(fileInMemory('file', typeof text === 'string' ? new TextEncoder().encode(text) : text)))

export const itemsOf = (reads: readonly ItemRead[]): ImportItem[] =>
  reads.flatMap(read => (read.ok ? [read.value] : []))

export const failuresOf = (reads: readonly ItemRead[]): ReadFailure[] =>
  reads.flatMap(read => (read.ok ? [] : [read.error]))

export const itemNamed = (reads: readonly ItemRead[], title: string): ImportItem => {
  const found = itemsOf(reads).find(({ stated }) => stated.title === title)
  if (found === undefined) throw new Error(`no item is called ${title}`)
  return found
}

export const originalOf = (item: ImportItem): string => new TextDecoder().decode(item.original.bytes)

export const fixture = (path: string): Promise<Buffer> => readFile(join(FOLDER, path))

/** The name of the format that a fixture is recognised as, under a name that says nothing. */
export async function recognisedAs(path: string, name = 'download.bin'): Promise<string> {
  const format = await recognise(fileInMemory(name, await fixture(path)))
  return format.ok ? format.value.name : format.error
}

/** A ZIP of a fixture's folder, without its note. */
export async function zipOfFixture(folder: string): Promise<Buffer> {
  const names = await readdir(join(FOLDER, folder), { recursive: true, withFileTypes: true })
  const files = names.filter(entry => entry.isFile() && entry.name !== 'NOTE.md')
  return zipOf(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name)
        return {
          path: relative(join(FOLDER, folder), path).split(sep).join('/'),
          bytes: await readFile(path),
        }
      }),
    ),
  )
}
