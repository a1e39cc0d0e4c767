import { describe, expect, it } from 'vitest'
import type { MovedNotes } from '../../../../electron/core/export/book/note-places.ts'
import { ok, type Result } from '../../../../electron/core/result.ts'
import type { Failure } from '../../../../electron/ipc/contract.ts'
import { notPrinted, printUntilSettled } from '../../../../electron/main/pdf/settle-pages.ts'

/** A printer whose n-th printing starts the articles on the n-th of the given pages, then on the last of them. */
function making(printings: readonly Result<number[], Failure>[], starts = 2) {
  const built: (readonly number[] | undefined)[] = []
  const steps: number[] = []
  return {
    built,
    steps,
    starts,
    build: async (pages: readonly number[] | undefined) => ok(built.push(pages)),
    print: async (book: number) => Uint8Array.of(book),
    placesOf: async ([book = 1]: Uint8Array) => {
      const pages = printings[Math.min(book, printings.length) - 1] ?? ok([])
      return pages.ok ? ok({ starts: pages.value, named: [] }) : pages
    },
    onStep: (done: number) => {
      steps.push(done)
    },
  }
}

describe('printing until the contents are right', () => {
  it('prints twice where the numbers move nothing, and gives the second printing', async () => {
    const book = making([ok([3, 5])])
    expect(await printUntilSettled(book)).toEqual(ok(Uint8Array.of(2)))
    expect(book.built).toEqual([undefined, [3, 5]])
    expect(book.steps).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('prints again where the numbers moved a page', async () => {
    const book = making([ok([3, 5]), ok([4, 6])])
    expect(await printUntilSettled(book)).toEqual(ok(Uint8Array.of(3)))
    expect(book.built).toEqual([undefined, [3, 5], [4, 6]])
  })

  it('gives no book whose numbers are wrong', async () => {
    const book = making([ok([3, 5]), ok([4, 6]), ok([3, 5]), ok([4, 6]), ok([3, 5])])
    expect(await printUntilSettled(book)).toEqual(notPrinted('the pages still move after 4 passes'))
  })

  it('gives no book whose outline lacks an article', async () => {
    expect(await printUntilSettled(making([ok([3])]))).toEqual(
      notPrinted('the outline has 1 entries for 2 articles and lists'),
    )
  })

  it('says why the pages could not be read', async () => {
    expect(await printUntilSettled(making([notPrinted('not a PDF')]))).toEqual(notPrinted('not a PDF'))
  })

  it('prints again where notes had to be moved, until all stand where they can', async () => {
    const moves: (readonly string[])[] = []
    const name = 'article-1-note-1'
    const printed = await printUntilSettled({
      ...making([ok([3, 5])]),
      build: async (_pages: readonly number[] | undefined, { raised, after }: MovedNotes) =>
        ok(moves.push([...raised.map(each => `raised ${each}`), ...after.map(each => `after ${each}`)])),
      placesOf: async ([book = 1]: Uint8Array) =>
        ok({
          starts: [3, 5],
          named: [
            { name: 'article-1-ref-1', page: 3, top: 80 },
            // Raised it has room on the page in the third printing at the latest.
            ...(book < 3 ? [{ name, page: 4, top: 700 }] : []),
          ],
        }),
    })
    expect(printed).toEqual(ok(Uint8Array.of(3)))
    expect(moves).toEqual([[], [`raised ${name}`], [`raised ${name}`, `after ${name}`]])
  })
})
