import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planArticle } from '../../../electron/core/library/blocks.ts'
import { planClip } from '../../../electron/core/library/clip.ts'
import { withHighlight } from '../../../electron/core/library/highlights.ts'
import { planMark } from '../../../electron/core/library/mark.ts'
import type { Article } from '../../../electron/core/model/article.ts'
import { KnownHighlights } from '../../../electron/main/known-highlights.ts'
import { articlePath } from '../../../electron/store/paths.ts'
import { sampleArticle, sampleClipping, sampleId } from '../core/library/samples.ts'
import { got, opened, scratchFolder } from '../store/scratch-library.ts'

const AT = '2025-07-20T08:00:00.000Z'

test('are those of the articles as they are now, read anew where they changed', async () => {
  const folder = await scratchFolder()
  const library = await opened(folder)
  const known = new KnownHighlights(library)
  const passages = async () =>
    (await known.all()).highlighted.map(({ clipping, highlights }) => [
      clipping.title,
      ...highlights.map(({ quote }) => quote.exact),
    ])
  const mark = async (article: Article, from: number, to: number): Promise<Article> => {
    const order = article.body.children[0]?.properties.dataOrder ?? 0
    const marked = got(
      withHighlight(article, {
        id: sampleId(50 + from),
        from: { order, at: from },
        to: { order, at: to },
        colour: 'green',
        madeAt: AT,
      }),
    )
    const kept = got(await library.keepArticle(marked))
    const change = got(planArticle(library.pending, kept, 'highlight', AT))
    if (change !== undefined) got(await library.commit(change))
    return kept
  }
  for (const number of [1, 2, 3]) {
    const article = got(await library.keepArticle(sampleArticle(number, 'The ferry sails at nine.')))
    got(await library.commit(planClip(library.pending, [sampleClipping(number)])))
    if (number < 3) await mark(article, 4, 9)
  }
  expect(await passages()).toEqual([
    ['Clipping 1', 'ferry'],
    ['Clipping 2', 'ferry'],
  ])

  const second = library.state.clippings.get(sampleId(2))
  if (second === undefined) throw new Error('it is gone')
  await mark(got(await library.readArticle(second)), 10, 15)
  // What did not change is not read again.
  await rm(join(folder, articlePath(sampleId(1), 2)))
  expect(await passages()).toEqual([
    ['Clipping 1', 'ferry'],
    ['Clipping 2', 'ferry', 'sails'],
  ])

  const trashed = got(planMark(library.pending, [sampleId(2)], { mark: 'trashed', on: true }, AT))
  if (trashed !== undefined) got(await library.commit(trashed))
  expect(await passages()).toEqual([['Clipping 1', 'ferry']])

  await writeFile(join(folder, articlePath(sampleId(1), 2)), '{')
  const unread = await new KnownHighlights(library).all()
  expect(unread).toEqual({ highlighted: [], unread: 1 })
})
