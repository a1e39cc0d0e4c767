import { planNewCollections, planUndoImport } from '../../core/library/import-plan.ts'
import type { LibraryState } from '../../core/library/state.ts'
import type { Operation } from '../../core/model/library-change.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Failure, Output } from '../../ipc/contract.ts'
import { keepClippings, type NewSource } from '../../store/keep-clipping.ts'
import { type Desk, instant } from '../desk.ts'
import type { OpenSession } from '../open-session.ts'
import {
  SAMPLE_NAMES,
  SAMPLE_ORIGINALS,
  SAMPLE_PAGES,
  type SampleLanguage,
  sampleBytes,
  TOPIC_COLOURS,
} from '../sample.ts'
import { commitPlan, failure, withLibrary, withSession, workFailed } from './with-library.ts'

/** The clippings of the sample, in the trash too. */
const sampleIn = ({ clippings }: Pick<LibraryState, 'clippings'>) =>
  [...clippings.values()].filter(({ originals }) =>
    originals.some(({ sha256 }) => SAMPLE_ORIGINALS.has(sha256)),
  )

const LANGUAGES = ['en', 'zh-Hans'] as const

const tagsOf = (language: SampleLanguage): string[] => {
  const { tag, topics } = SAMPLE_NAMES[language]
  return [tag, ...Object.values(topics).map(topic => `${tag}/${topic}`)]
}

function newTags({ tags }: LibraryState, language: SampleLanguage): Operation[] {
  const { tag, topics } = SAMPLE_NAMES[language]
  const wanted = [
    { name: tag, colour: 'grey' as const },
    ...(['fire', 'inquiry', 'rebuilding', 'past'] as const).map(topic => ({
      name: `${tag}/${topics[topic]}`,
      colour: TOPIC_COLOURS[topic],
    })),
  ]
  return wanted.filter(({ name }) => !tags.has(name)).map(tag => ({ op: 'put-tag', tag }))
}

/** Clips the pages of the sample as one change, with a collection and tags in the language of the window. */
async function keepSample(
  desk: Desk,
  { library, families }: OpenSession,
  language: SampleLanguage,
): Promise<Result<Output<'sample:open'>, Failure>> {
  const names = SAMPLE_NAMES[language]
  const { ops, idOf } = planNewCollections(
    library.pending,
    [names.collection],
    () => desk.identifiers.next(desk.clock.now()),
    instant(desk.clock),
  )
  const collection = idOf(names.collection)
  if (collection === undefined) return failure('internal', 'the collection of the sample has no id')
  const sources: (NewSource & { id: string })[] = []
  for (const { name, text, topic } of SAMPLE_PAGES) {
    const read = await desk.pool.run('read-paste', {
      text,
      html: undefined,
      url: undefined,
      clippedAt: instant(desk.clock),
    })
    if (!read.ok) return workFailed(read.error)
    sources.push({
      ...read.value,
      id: desk.identifiers.next(desk.clock.now()),
      originals: [
        { bytes: sampleBytes(text), mediaType: 'text/plain;charset=utf-8', name: `sample/${name}.txt` },
      ],
      marks: { collections: [collection], tags: [`${names.tag}/${names.topics[topic]}`] },
    })
  }
  const related = await families.relate(
    sources.map(({ id, extraction }) => ({ id, extraction, url: undefined })),
  )
  const [first, ...rest] = sources.map((source, place) => ({
    ...source,
    marks: { ...source.marks, ...related[place] },
  }))
  if (first === undefined) return failure('internal', 'the sample is empty')
  const label = { kind: 'import' as const, count: sources.length, name: names.collection }
  const before = [...ops, ...newTags(library.pending, language)]
  const kept = await keepClippings(library, desk, [first, ...rest], 'user', { label, ops: before })
  if (!kept.ok) return kept
  const shown = SAMPLE_PAGES.findIndex(page => page.language === language)
  return ok({ collection, clipping: sources[shown]?.id ?? first.id })
}

export const sampleHandlers = (desk: Desk) =>
  ({
    'sample:open': ({ language }) =>
      withSession(desk, async session => {
        const [known] = sampleIn(session.library.state)
        if (known === undefined) return keepSample(desk, session, language)
        return ok({ collection: known.collections[0] ?? null, clipping: known.id })
      }),
    'sample:remove': () =>
      withLibrary(desk, library =>
        commitPlan(library, 'undo-import', state => {
          const clippings = sampleIn(state).map(({ id }) => id)
          const isNamed = (name: string) => LANGUAGES.some(each => SAMPLE_NAMES[each].collection === name)
          const collections = [...state.collections.values()].flatMap(({ id, name }) =>
            isNamed(name) ? [id] : [],
          )
          return ok(
            planUndoImport(state, { clippings, collections, tags: LANGUAGES.flatMap(tagsOf) }, 'sample'),
          )
        }),
      ),
    'sample:find': () => withLibrary(desk, async ({ state }) => ok({ clippings: sampleIn(state).length })),
  }) satisfies Partial<Handlers>
