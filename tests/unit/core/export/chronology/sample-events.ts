import type { ChronologyPlan } from '../../../../../electron/core/export/chronology/plan.ts'
import type { ListedEvent, Report } from '../../../../../electron/core/model/chronology.ts'
import { sampleId } from '../../library/samples.ts'

const report = (index: number, source: string, edtf: string, sentence: string): Report => ({
  clipping: sampleId(index),
  phrase: sentence.slice(0, 5),
  edtf,
  sentence,
  title: `${source}的报道`,
  source,
  published: `2025-07-2${index}`,
  language: 'zh-Hans',
})

const event = (changes: Partial<ListedEvent>): ListedEvent => ({
  key: 'a.0.0',
  status: 'accepted',
  date: '2025-07-15',
  words: '港口工人举行罢工。',
  language: 'zh-Hans',
  hasOwnDate: false,
  hasOwnWords: false,
  dates: [{ edtf: changes.date ?? '2025-07-15', sources: 1 }],
  isDisputed: false,
  reports: [],
  reported: changes.reports?.length ?? 0,
  ...changes,
})

/** One of each kind: a month, days that differ, a stretch with words of the user's, one without a source. */
export const EVENTS: readonly ListedEvent[] = [
  event({
    date: '2025-04',
    words: '=1+1 禁止 | 销售',
    reports: [report(0, '甲报', '2025-04', '今年4月,=1+1 禁止 | 销售')],
  }),
  event({
    key: sampleId(80),
    isDisputed: true,
    dates: [
      { edtf: '2025-07-15', sources: 2 },
      { edtf: '2025-07-16', sources: 1 },
    ],
    reports: [
      report(0, '甲报', '2025-07-15', '7月15日,港口工人举行罢工。'),
      report(1, '乙报', '2025-07-15', '7月15日,港口工人举行“罢工”。'),
      report(2, '甲报', '2025-07-16', '7月16日,港口工人举行罢工。'),
    ],
  }),
  event({
    key: sampleId(81),
    date: '2025-07-18/2025-07-20',
    words: 'Talks, "final" <b>round</b>',
    language: 'und',
    hasOwnWords: true,
    reports: [report(1, '乙报', '2025-07-18/2025-07-20', '18日至20日,双方会谈。')],
  }),
  event({
    key: sampleId(82),
    date: '2025',
    words: '与发言人通话',
    hasOwnDate: true,
    hasOwnWords: true,
    dates: [],
  }),
]

export const planIn = (language: ChronologyPlan['language']): ChronologyPlan => ({
  title: 'Chips & <channels>',
  language,
  createdAt: '2025-11-08T01:14:00.000Z',
  events: EVENTS,
})
