import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planEdit } from '../../electron/core/library/edit.ts'
import { planMark } from '../../electron/core/library/mark.ts'
import { planEmptyTrash } from '../../electron/core/library/retention.ts'
import { planSaveSearch } from '../../electron/core/library/saved-searches.ts'
import { planDeleteTag } from '../../electron/core/library/tags.ts'
import { createArchive } from '../../electron/store/archive/create-archive.ts'
import { extractArchive } from '../../electron/store/archive/extract-archive.ts'
import { restoreLibrary } from '../../electron/store/backup/restore-library.ts'
import { takeBackup } from '../../electron/store/backup/take-backup.ts'
import type { Library } from '../../electron/store/library.ts'
import { verify } from '../../electron/store/verify.ts'
import { sampleArticle, sampleId } from '../unit/core/library/samples.ts'
import { clip, collect, filesIn, plainState, tag } from '../unit/store/backup/sample-library.ts'
import { got, opened, samplePorts, scratchFolder } from '../unit/store/scratch-library.ts'

const AT = '2025-07-20T08:00:00.000Z'

/** Ids and names are few, so that changes meet. */
const number = fc.nat(4)
const name = fc.constantFrom('a', 'a/b', '公司/英伟达', 'émigré', 'naïve 🗞')
const month = fc.constantFrom('2025-05', '2025-06', '2025-07')
const words = fc.string({ unit: 'grapheme', maxLength: 200 })

type Step = (library: Library) => Promise<Library>

const stays =
  (work: (library: Library) => Promise<unknown>): Step =>
  async library => {
    await work(library)
    return library
  }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(number, month).map(([each, of]) =>
    stays(async library => {
      if (!library.state.clippings.has(sampleId(each))) await clip(library, each, `${of}-01T00:00:00.000Z`)
    }),
  ),
  fc.tuple(number, name).map(([each, of]) =>
    stays(async library => {
      if (library.state.clippings.has(sampleId(each))) await tag(library, each, of)
    }),
  ),
  fc.tuple(number, words).map(([each, title]) =>
    stays(async library => {
      const article = got(await library.keepArticle(sampleArticle(each, title)))
      const planned = planEdit(library.pending, sampleId(each), { title, note: title }, AT, article)
      if (planned.ok && planned.value !== undefined) got(await library.commit(planned.value))
    }),
  ),
  number.map(each =>
    stays(async library => {
      const planned = planMark(library.pending, [sampleId(each)], { mark: 'trashed', on: true }, AT)
      if (planned.ok && planned.value !== undefined) got(await library.commit(planned.value))
    }),
  ),
  name.map(of =>
    stays(async library => {
      const planned = planDeleteTag(library.pending, of)
      if (planned.ok && planned.value !== undefined) got(await library.commit(planned.value))
    }),
  ),
  fc.tuple(number, words).map(([each, of]) =>
    stays(async library => {
      const taken = [...library.state.collections.keys()].length
      if (library.state.clippings.has(sampleId(each)))
        await collect(library, 900 + taken, `${taken} ${of}`, each)
    }),
  ),
  fc.tuple(name, words).map(([of, query]) =>
    stays(async library => {
      const planned = planSaveSearch(library.pending, sampleId(950 + library.version), of, query)
      if (planned.ok) got(await library.commit(planned.value))
    }),
  ),
  fc.constant(
    stays(async library => {
      const planned = planEmptyTrash(library.pending)
      if (planned !== undefined) got(await library.commit(planned))
    }),
  ),
  fc.constant(stays(library => library.undo())),
  fc.constant(stays(library => library.redo())),
  fc.constant(stays(library => library.compact())),
  fc.constant<Step>(async library => {
    got(await library.close())
    return opened(library.directory)
  }),
)

/** Undoes everything, and says what each undo left. */
async function undone(library: Library): Promise<unknown[]> {
  const states: unknown[] = []
  while ((await library.undo()).ok) states.push(plainState(library))
  return states
}

async function compare(
  folder: string,
  before: Awaited<ReturnType<typeof filesIn>>,
  state: unknown,
): Promise<Library> {
  expect(await filesIn(folder)).toEqual(before)
  expect((await verify(folder)).problems).toEqual([])
  const library = await opened(folder)
  expect(plainState(library)).toEqual(state)
  return library
}

test('any library becomes itself again through an archive and through a backup, with all of its history', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      fc.nat(24),
      async (steps, backedUpAfter) => {
        const scratch = await scratchFolder()
        const ports = samplePorts()
        const [backups, archive] = [join(scratch, 'backups'), join(scratch, 'library.zip')]
        let library = await opened(await scratchFolder())
        for (const each of [0, 1]) await clip(library, each)
        for (const [index, each] of steps.entries()) {
          library = await each(library)
          // The last backup continues this one.
          if (index === backedUpAfter)
            got(await takeBackup({ library: library.directory, backups, clock: ports.clock }))
        }
        const state = plainState(library)
        got(await library.close())
        ports.advance(3_600_000)
        got(await createArchive(library.directory, archive, ports.clock))
        got(await takeBackup({ library: library.directory, backups, clock: ports.clock }))
        const [extracted, restored] = [join(scratch, 'extracted'), join(scratch, 'restored')]
        expect(got(await extractArchive(archive, extracted))).toMatchObject({ lost: [], problems: [] })
        expect(got(await restoreLibrary(backups, 'latest', restored))).toMatchObject({
          lost: [],
          problems: [],
        })
        const before = await filesIn(library.directory)
        const fromArchive = await compare(extracted, before, state)
        const fromBackup = await compare(restored, before, state)
        const history = await undone(await opened(library.directory))
        expect(await undone(fromArchive)).toEqual(history)
        expect(await undone(fromBackup)).toEqual(history)
      },
    ),
    { seed: 20250719, numRuns: 25 },
  )
}, 60_000)
