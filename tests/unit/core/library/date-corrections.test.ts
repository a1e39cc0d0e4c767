import { describe, expect, test } from 'vitest'
import { withBlockRestored, withBlockSetAside } from '../../../../electron/core/library/blocks.ts'
import { datesOf, withDateCorrected } from '../../../../electron/core/library/date-corrections.ts'
import { withUserStatements } from '../../../../electron/core/library/edit.ts'
import { reextracted } from '../../../../electron/core/library/reextract.ts'
import type { Article } from '../../../../electron/core/model/article.ts'
import type { Published } from '../../../../electron/core/model/stated.ts'
import { sampleArticle, sampleClipping } from './samples.ts'

const published: Published = { edtf: '2025-07-19', origin: 'text', evidence: '7月19日', confidence: 1 }
const DATING = { published, language: 'zh-Hans' }
const bare = sampleArticle(1, '码头17日关闭。', '去年的风暴之后,港口在3月重开。')
const article: Article = { ...bare, datesInText: datesOf(bare.body, DATING) }
const [first = 0, second = 0] = article.body.children.map(block => block.properties.dataOrder)

const corrected = (
  on: Article,
  order: number,
  [from, to]: [number, number],
  edtf: string | null | undefined,
): Article => {
  const after = withDateCorrected(on, DATING, {
    from: { order, at: from },
    to: { order, at: to },
    edtf,
    madeAt: '2025-07-20T00:00:00.000Z',
  })
  if (!after.ok) throw new Error(after.error)
  return after.value
}
const dates = ({ datesInText }: Article) =>
  datesInText.map(({ phrase, edtf, origin }) => [phrase, edtf, origin].filter(Boolean).join(' '))

describe('a date of the text', () => {
  test('is what the user says, in its place', () => {
    expect(dates(article)).toEqual(['17日 2025-07-17', '去年 2024', '3月 2025-03'])
    const now = corrected(article, second, [11, 13], '2024-03')
    expect(dates(now)).toEqual(['17日 2025-07-17', '去年 2024', '3月 2024-03 user'])
    expect(now.dateCorrections).toMatchObject([{ edtf: '2024-03', quote: { exact: '3月' } }])
  })

  test('is none where the user says so, and again as it is read where that is taken back', () => {
    const none = corrected(article, first, [2, 5], null)
    expect(dates(none)).toEqual(['去年 2024', '3月 2025-03'])
    const back = corrected(none, first, [2, 5], undefined)
    expect(dates(back)).toEqual(dates(article))
    expect(back).not.toHaveProperty('dateCorrections')
  })

  test('can be one that was not found, with a precision of its own', () => {
    const now = corrected(article, first, [0, 2], '2025-07-17/2025-07-18')
    expect(now.datesInText[0]).toMatchObject({ phrase: '码头', precision: 'span', confidence: 1, start: 0 })
  })

  test('has one word of the user, the last', () => {
    const twice = corrected(corrected(article, first, [2, 5], null), first, [0, 5], '2025-06-17')
    expect(twice.dateCorrections).toHaveLength(1)
    expect(dates(twice)[0]).toBe('码头17日 2025-06-17 user')
  })

  test('is not corrected where no words are, or to what is no date', () => {
    const at = { madeAt: '2025-07-20T00:00:00.000Z', from: { order: first, at: 2 } }
    const beyond = { ...at, to: { order: 999, at: 1 }, edtf: '2025' }
    expect(withDateCorrected(article, DATING, beyond)).toEqual({ ok: false, error: 'not-found' })
    const wrong = { ...at, to: { order: first, at: 5 }, edtf: '2025-02-30' }
    expect(withDateCorrected(article, DATING, wrong)).toEqual({ ok: false, error: 'invalid-date' })
  })

  test('stays the user’s where blocks go and come, the date of publication changes, and the text is read anew', () => {
    const none = corrected(corrected(article, second, [11, 13], '2024-03'), first, [2, 5], null)
    const aside = withBlockSetAside(none, DATING, first)
    if (!aside.ok) throw new Error(aside.error)
    expect(dates(aside.value)).toEqual(['去年 2024', '3月 2024-03 user'])
    const [moved] = aside.value.setAside
    const restored = withBlockRestored(aside.value, DATING, moved?.id ?? '')
    expect(restored.ok && dates(restored.value)).toEqual(['去年 2024', '3月 2024-03 user'])

    const before = sampleClipping(1, { published, language: 'zh-Hans' })
    const later = { ...before, published: { ...published, edtf: '2023-07-19' } }
    expect(dates(withUserStatements(none, before, later))).toEqual(['去年 2022', '3月 2024-03 user'])

    const read = sampleArticle(1, '又讯:码头17日关闭。', '去年的风暴之后,港口在3月重开了。')
    const { id: _, revision: __, ...reading } = read
    const { reread, article: again } = reextracted(
      { clipping: before, article: none, first: article },
      { clipping: before, article: { ...reading, datesInText: datesOf(read.body, DATING) } },
    )
    expect(dates(again)).toEqual(['去年 2024', '3月 2024-03 user'])
    expect(reread.happened).toMatchObject({ edtf: '2024' })
  })
})
