import { expect, it } from 'vitest'
import { datesOf, withDateCorrected } from '../../../../../electron/core/library/date-corrections.ts'
import { readerDates } from '../../../../../renderer/features/dates/reader-dates.ts'
import { sampleArticle } from '../../../core/library/samples.ts'

const DATING = {
  published: { edtf: '2025-07-19', origin: 'text', evidence: '', confidence: 1 },
  language: 'zh-Hans',
} as const

it('the dates that are shown are those of the text, and the words that are none by the user’s word', () => {
  const bare = sampleArticle(1, '码头17日关闭。', '港口在3月重开。')
  const article = { ...bare, datesInText: datesOf(bare.body, DATING) }
  expect(readerDates(article)).toBe(article.datesInText)
  const order = article.datesInText[0]?.order ?? 0
  const [from, to] = [
    { order, at: 2 },
    { order, at: 5 },
  ]
  const said = withDateCorrected(article, DATING, {
    from,
    to,
    edtf: null,
    madeAt: '2025-07-20T00:00:00.000Z',
  })
  if (!said.ok) throw new Error(said.error)
  expect(readerDates(said.value)).toMatchObject([
    { phrase: '3月', edtf: '2025-03' },
    { phrase: '17日', order, start: 2, isNone: true },
  ])
})
