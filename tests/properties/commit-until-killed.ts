import { planClip } from '../../electron/core/library/clip.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { sampleArticle, sampleClipping } from '../unit/core/library/samples.ts'

/**
 * Clips without end into the library that the first argument names, and prints the id of each clipping once
 * it is acknowledged. The test kills it.
 */
const [, , folder = ''] = process.argv
const opened = await openLibrary(folder, { clock: systemClock, identifiers: uuidIdentifiers })
if (!opened.ok) throw new Error(JSON.stringify(opened.error))
const library = opened.value

async function clip(): Promise<void> {
  const id = uuidIdentifiers.next(systemClock.now())
  const original = await library.putOriginal(new TextEncoder().encode(id), 'text/plain', 'paste.txt')
  const article = await library.keepArticle({ ...sampleArticle(0, `Words of ${id}`), id })
  if (!original.ok || !article.ok) throw new Error('a write failed')
  const clipping = sampleClipping(0, { id, originals: [original.value] })
  const committed = await library.commit(planClip(library.pending, [clipping]))
  if (!committed.ok) throw new Error(JSON.stringify(committed.error))
  process.stdout.write(`${id}\n`)
}

const clipForever = async (): Promise<never> => {
  for (;;) await clip()
}
const compactForever = async (): Promise<never> => {
  for (;;) {
    await library.compact()
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
await Promise.all([clipForever(), clipForever(), clipForever(), compactForever()])
