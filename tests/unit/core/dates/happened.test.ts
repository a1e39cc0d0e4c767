import { describe, expect, it } from 'vitest'
import { bodyOf, paragraph } from '../../../../electron/core/body/build.ts'
import { datesInBody } from '../../../../electron/core/dates/dates-in-body.ts'
import { happenedIn } from '../../../../electron/core/dates/happened.ts'
import type { Published } from '../../../../electron/core/model/stated.ts'

const PUBLISHED: Published = { edtf: '2025-07-19', origin: 'text', evidence: '7月19日', confidence: 0.9 }

function happened(words: string, published: Published = PUBLISHED) {
  const language = /\p{Script=Han}/u.test(words) ? 'zh-Hans' : 'en'
  return happenedIn(datesInBody(bodyOf([paragraph(0, words)]), published, language), published)
}

describe('when a text says that it happened', () => {
  it('is the first day that it names, with its words', () => {
    expect(happened('美方于7月上旬取消限制。7月15日，公司宣布恢复供货，17日开始发货。')).toEqual({
      edtf: '2025-07-15',
      origin: 'text',
      evidence: '7月15日',
      confidence: expect.any(Number),
    })
  })

  it('is no day that is still to come', () => {
    expect(happened('The rule takes effect on 1 August 2025. It was passed on 3 June 2025.')).toMatchObject({
      edtf: '2025-06-03',
    })
  })

  it('keeps a month a month where no day is named', () => {
    expect(happened('The council met in April 2025.')).toMatchObject({ edtf: '2025-04' })
  })

  it('is not stated where the text names no time, or only one that needs a date of publication', () => {
    expect(happened('The council met.')).toBe('not-stated')
    expect(happened('昨天召开会议。', 'not-stated')).toBe('not-stated')
  })
})
