import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../../electron/core/result.ts'
import { printUntilSettled } from '../../../../electron/main/pdf/settle-pages.ts'

/** A printer whose n-th printing starts the articles on the n-th of the given pages, then on the last of them. */
function making(printings: readonly Result<number[], string>[], starts = 2) {
  const built: (number[] | undefined)[] = []
  const steps: number[] = []
  return {
    built,
    steps,
    starts,
    build: async (pages: number[] | undefined) => ok(built.push(pages)),
    print: async (book: number) => Uint8Array.of(book),
    pagesOf: async ([book = 1]: Uint8Array) => printings[Math.min(book, printings.length) - 1] ?? ok([]),
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
    expect(await printUntilSettled(book)).toEqual(fail('the pages still move after 4 passes'))
  })

  it('gives no book whose outline lacks an article', async () => {
    expect(await printUntilSettled(making([ok([3])]))).toEqual(
      fail('the outline has 1 entries for 2 articles and lists'),
    )
  })

  it('says why the pages could not be read', async () => {
    expect(await printUntilSettled(making([fail('not a PDF')]))).toEqual(fail('not a PDF'))
  })
})
