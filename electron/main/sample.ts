import enFire from '../../resources/sample/en-fire.txt?raw'
import enFireOther from '../../resources/sample/en-fire-other.txt?raw'
import enInquiry from '../../resources/sample/en-inquiry.txt?raw'
import enPier from '../../resources/sample/en-pier.txt?raw'
import enReport from '../../resources/sample/en-report.txt?raw'
import zhFire from '../../resources/sample/zh-fire.txt?raw'
import zhFireOther from '../../resources/sample/zh-fire-other.txt?raw'
import zhFireReprint from '../../resources/sample/zh-fire-reprint.txt?raw'
import zhHistory from '../../resources/sample/zh-history.txt?raw'
import zhInquiry from '../../resources/sample/zh-inquiry.txt?raw'
import zhPier from '../../resources/sample/zh-pier.txt?raw'
import zhReport from '../../resources/sample/zh-report.txt?raw'
import { SAMPLE_COLLECTION } from '../core/model/sample-name.ts'
import type { TagColour } from '../core/model/tag.ts'
import { sha256Of } from '../store/content-files.ts'

export type SampleLanguage = 'en' | 'zh-Hans'
type Topic = 'fire' | 'inquiry' | 'rebuilding' | 'past'

/**
 * A story of an invented town as two papers of each language tell it, ours and under CC0: they differ about a day, one
 * is a reprint, and dates are told in every way. Pages are as a reader would paste them, and take the path of a paste.
 */
export const SAMPLE_PAGES: readonly {
  readonly name: string
  readonly language: SampleLanguage
  readonly topic: Topic
  readonly text: string
}[] = [
  { name: 'zh-fire', language: 'zh-Hans', topic: 'fire', text: zhFire },
  { name: 'zh-fire-reprint', language: 'zh-Hans', topic: 'fire', text: zhFireReprint },
  { name: 'zh-fire-other', language: 'zh-Hans', topic: 'fire', text: zhFireOther },
  { name: 'zh-inquiry', language: 'zh-Hans', topic: 'inquiry', text: zhInquiry },
  { name: 'zh-pier', language: 'zh-Hans', topic: 'rebuilding', text: zhPier },
  { name: 'zh-report', language: 'zh-Hans', topic: 'inquiry', text: zhReport },
  { name: 'zh-history', language: 'zh-Hans', topic: 'past', text: zhHistory },
  { name: 'en-fire', language: 'en', topic: 'fire', text: enFire },
  { name: 'en-fire-other', language: 'en', topic: 'fire', text: enFireOther },
  { name: 'en-inquiry', language: 'en', topic: 'inquiry', text: enInquiry },
  { name: 'en-pier', language: 'en', topic: 'rebuilding', text: enPier },
  { name: 'en-report', language: 'en', topic: 'inquiry', text: enReport },
]

/** What the sample is called in the library. */
export const SAMPLE_NAMES = {
  en: {
    collection: SAMPLE_COLLECTION.en,
    tag: 'Sample',
    topics: { fire: 'Fire', inquiry: 'Inquiry', rebuilding: 'Rebuilding', past: 'History' },
  },
  'zh-Hans': {
    collection: SAMPLE_COLLECTION['zh-Hans'],
    tag: '示例',
    topics: { fire: '火灾', inquiry: '调查', rebuilding: '重建', past: '往事' },
  },
} as const

export const TOPIC_COLOURS: Readonly<Record<Topic, TagColour>> = {
  fire: 'red',
  inquiry: 'amber',
  rebuilding: 'green',
  past: 'blue',
}

export const sampleBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Originals that are a page of the sample, by their SHA-256: so it is known whatever became of names and tags. */
export const SAMPLE_ORIGINALS: ReadonlySet<string> = new Set(
  SAMPLE_PAGES.map(({ text }) => sha256Of(sampleBytes(text))),
)
