import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { ZipWriter } from '../../../../electron/store/archive/zip-writer.ts'

async function zipOf(count: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const zip = new ZipWriter(async bytes => {
    pieces.push(bytes)
  })
  for (let number = 0; number < count; number++)
    await zip.add(`文件夹/${number}`, Buffer.from(`${number} `.repeat(number % 30)))
  await zip.finish()
  return Buffer.concat(pieces)
}

test.each([[0], [1], [65_535]])('a ZIP of %i entries reads back whole', async count => {
  const zip = await fromBufferPromise(await zipOf(count))
  expect(zip.entryCount).toBe(count)
  let number = 0
  for await (const entry of zip.eachEntry()) {
    expect(entry.fileName).toBe(`文件夹/${number}`)
    if (number % 5_000 === 0) {
      const pieces = await (await zip.openReadStreamPromise(entry)).toArray()
      expect(Buffer.concat(pieces).toString()).toBe(`${number} `.repeat(number % 30))
    }
    number += 1
  }
  expect(number).toBe(count)
})
