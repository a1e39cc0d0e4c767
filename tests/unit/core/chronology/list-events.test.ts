import { describe, expect, test } from 'vitest'
import { groupMentions } from '../../../../electron/core/chronology/group-mentions.ts'
import { Chronology, type ReportedClipping } from '../../../../electron/core/chronology/list-events.ts'
import { mentionsIn } from '../../../../electron/core/chronology/mentions.ts'
import { extractPasted } from '../../../../electron/core/extract/pipeline.ts'
import { datesOf } from '../../../../electron/core/library/date-corrections.ts'
import type { ChronologyEvent } from '../../../../electron/core/model/chronology.ts'
import { REFERENCE } from '../../../e2e/reference-article.ts'
import { sampleArticle, sampleId } from '../library/samples.ts'

interface Told {
  readonly source: string
  readonly published: string
  readonly text: readonly string[]
  readonly family?: number
  readonly language?: string
}

/** The events of some clippings, each with its texts. */
function chronology(told: readonly Told[], kept: readonly ChronologyEvent[] = []) {
  const clippings = new Map<string, ReportedClipping>()
  const mentions = told.flatMap(({ source, published: edtf, text, family, language = 'zh-Hans' }, index) => {
    const id = sampleId(index)
    const published = { edtf, origin: 'text', evidence: edtf, confidence: 1 } as const
    const of = family === undefined ? id : sampleId(family)
    clippings.set(id, { id, title: source, bylines: [], language, published, source, family: of })
    const article = sampleArticle(index, ...text)
    return mentionsIn({ ...article, datesInText: datesOf(article.body, { published, language }) })
  })
  const groups = groupMentions(mentions, id => {
    const about = clippings.get(id)
    const published = typeof about?.published === 'object' ? about.published.edtf : ''
    return { family: about?.family ?? id, published }
  })
  return new Chronology(groups, clippings).events(kept)
}

const lines = (events: ReturnType<typeof chronology>) =>
  events.map(
    ({ listed: { date, words, status, reports, isDisputed } }) =>
      `${date} ${words} [${reports.map(({ source }) => source).join(' ')}]${isDisputed ? ' !' : ''}${status === 'proposed' ? '' : ` ${status}`}`,
  )

const STRIKE = '7月15日,港口工人举行罢工,要求提高工资。'

describe('a chronology', () => {
  test('puts clippings together that report the same day and event', () => {
    const events = chronology([
      { source: '海岸日报', published: '2025-07-16', text: [STRIKE, '7月14日,船公司宣布裁员一百人。'] },
      { source: '北方报', published: '2025-07-17', text: ['港口工人本月15日举行罢工,要求船公司提高工资。'] },
      { source: '晚报', published: '2025-07-18', text: ['15日,市长出席图书馆开幕式。'] },
    ])
    expect(lines(events)).toEqual([
      '2025-07-14 7月14日,船公司宣布裁员一百人。 [海岸日报]',
      '2025-07-15 15日,市长出席图书馆开幕式。 [晚报]',
      `2025-07-15 ${STRIKE} [海岸日报 北方报]`,
    ])
  })

  test('does the same in English', () => {
    const events = chronology([
      {
        source: 'Globe',
        published: '2025-07-19',
        language: 'en',
        text: ['Nvidia said on July 15 that it will resume sales of its H20 chip to China.'],
      },
      {
        source: 'Post',
        published: '2025-07-20',
        language: 'en',
        text: ['On Tuesday, July 15, Nvidia announced plans to resume H20 chip sales in China.'],
      },
      { source: 'Star', published: '2025-07-20', language: 'en', text: ['A ferry sank on July 15.'] },
    ])
    expect(events.map(({ listed }) => listed.reports.map(({ source }) => source))).toEqual([
      ['Star'],
      ['Globe', 'Post'],
    ])
  })

  test('says so where sources differ about the date, and takes the one of more sources', () => {
    const events = chronology([
      { source: '甲报', published: '2025-07-20', text: [STRIKE] },
      { source: '乙报', published: '2025-07-21', text: ['7月16日,港口工人举行罢工,要求提高工资。'] },
      { source: '丙报', published: '2025-07-22', text: ['7月16日,港口工人举行罢工,要求提高工资。'] },
    ])
    expect(lines(events)).toEqual(['2025-07-16 7月16日,港口工人举行罢工,要求提高工资。 [甲报 乙报 丙报] !'])
    expect(events[0]?.listed.dates).toEqual([
      { edtf: '2025-07-16', sources: 2 },
      { edtf: '2025-07-15', sources: 1 },
    ])
  })

  test('counts reprints of one text as one source, which does not differ from itself', () => {
    const both = ['7月15日,港口工人举行罢工。', '7月16日,港口工人举行罢工。']
    const events = chronology([
      { source: '甲报', published: '2025-07-20', text: both, family: 0 },
      { source: '乙报', published: '2025-07-21', text: both, family: 0 },
    ])
    expect(lines(events)).toEqual([
      '2025-07-15 7月15日,港口工人举行罢工。 [甲报 乙报]',
      '2025-07-16 7月16日,港口工人举行罢工。 [甲报 乙报]',
    ])
    expect(events[0]?.listed.dates).toEqual([{ edtf: '2025-07-15', sources: 1 }])
  })

  test('takes two days of one sentence for two events', () => {
    const text = ['7月15日至今没有渡轮,8月2日港口重新开放,恢复全部渡轮航线。']
    const events = chronology([
      { source: '甲报', published: '2025-08-20', text },
      { source: '乙报', published: '2025-08-21', text },
    ])
    expect(events.every(({ listed }) => !listed.isDisputed && listed.reports.length === 2)).toBe(true)
  })

  test('keeps precision: a month is a month, and no other date than a day within it', () => {
    const events = chronology([
      { source: '甲报', published: '2025-07-20', text: ['今年4月,政府决定禁止向中国市场销售芯片。'] },
      { source: '乙报', published: '2025-07-21', text: ['今年4月9日,政府决定禁止向中国市场销售芯片。'] },
    ])
    expect(lines(events)).toEqual(['2025-04-09 今年4月9日,政府决定禁止向中国市场销售芯片。 [甲报 乙报]'])
    const month = chronology([{ source: '甲报', published: '2025-07-20', text: ['今年4月,政府决定禁售。'] }])
    expect(month[0]?.listed.date).toBe('2025-04')
  })

  test('does not propose again what is kept, and lets the next report of it join', () => {
    const first = { source: '海岸日报', published: '2025-07-16', text: [STRIKE] }
    const [proposal] = chronology([first])
    const event = { ...proposal?.event, id: sampleId(80), collection: sampleId(90), status: 'rejected' }
    const kept = event as ChronologyEvent
    const second = { source: '北方报', published: '2025-07-17', text: [STRIKE] }
    expect(lines(chronology([first, second], [kept]))).toEqual([
      `2025-07-15 ${STRIKE} [海岸日报 北方报] rejected`,
    ])
    // Read anew, the sentence has other words at its end.
    const changed = { ...first, text: ['7月15日,港口工人举行了罢工,要求提高工资和津贴。'] }
    expect(lines(chronology([changed], [kept]))).toEqual([`2025-07-15 ${STRIKE} [海岸日报] rejected`])
  })

  test('keeps an event whose clipping is gone, with its words', () => {
    const [proposal] = chronology([{ source: '海岸日报', published: '2025-07-16', text: [STRIKE] }])
    const kept = { ...proposal?.event, id: sampleId(80), collection: sampleId(90), status: 'accepted' }
    const [event] = chronology([], [kept as ChronologyEvent])
    expect(event?.listed).toMatchObject({ date: '2025-07-15', words: STRIKE, reports: [{ isGone: true }] })
  })

  test('has the user’s own date and words before those that are reported', () => {
    const [proposal] = chronology([{ source: '海岸日报', published: '2025-07-16', text: [STRIKE] }])
    const kept = {
      ...proposal?.event,
      id: sampleId(80),
      collection: sampleId(90),
      status: 'accepted',
      date: '2025-07',
      words: '罢工',
    }
    const told = [{ source: '海岸日报', published: '2025-07-16', text: [STRIKE] }]
    const [event] = chronology(told, [kept as ChronologyEvent])
    expect(event?.listed).toMatchObject({
      date: '2025-07',
      words: '罢工',
      hasOwnDate: true,
      hasOwnWords: true,
    })
  })
})

test('the reference article gives an event for each of its dates, each with its sentence', () => {
  const { article } = extractPasted(REFERENCE.source, { clippedAt: '2025-11-08T01:14:00.000Z' })
  const mentions = mentionsIn({ ...article, id: sampleId(1) })
  expect(mentions.map(({ phrase, edtf }) => `${phrase} ${edtf}`)).toEqual([
    '7月上旬 2025-07-01/2025-07-10',
    '今年5月 2025-05',
    '今年4月 2025-04',
    '7月15日 2025-07-15',
    '7月15日 2025-07-15',
    '7月17日 2025-07-17',
    '17日 2025-07-17',
    '今年4月 2025-04',
    '今年4月 2025-04',
    '上周 2025-07-07/2025-07-13',
    '7月15日 2025-07-15',
    '7月16日 2025-07-16',
    '7月15日 2025-07-15',
  ])
  for (const { sentence, phrase } of mentions) expect(sentence).toContain(phrase)
})
