import { readFileSync } from 'node:fs'
import { type ExportPlan, planExport } from '../../../electron/core/export/plan.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import {
  articleWith,
  block,
  clippingWith,
  figure,
  inline,
  link,
  list,
  quote,
  text,
} from '../../unit/core/export/sample-clipping.ts'

interface Expected {
  readonly title: string
  readonly blocks: readonly (
    | { readonly type: 'paragraph' | 'heading'; readonly text: string }
    | { readonly type: 'figure'; readonly caption: string | null; readonly credit: string }
  )[]
}

const expected = JSON.parse(
  readFileSync(new URL('../../articles/h20-approval/expected.json', import.meta.url), 'utf8'),
) as Expected

const chinese: Block[] = expected.blocks.map(part =>
  part.type === 'figure'
    ? figure({
        ...(part.caption === null ? {} : { caption: [text(part.caption)] }),
        credit: { words: `图源:${part.credit}`, name: part.credit },
      })
    : block(part.type === 'heading' ? 'h2' : 'p', text(part.text)),
)

const english = (copies: number): Block[] => [
  block(
    'p',
    text(
      'The harbour commission voted on Thursday to reopen the eastern channel, ending a closure that had sent freight along the coast road for eleven weeks and divided the two towns at its mouth.',
    ),
  ),
  block(
    'p',
    text('“We measured it four times,” said the harbourmaster, '),
    inline('em', text('Edith Marlowe')),
    text(', whose report put the depth at 9.4 metres — '),
    inline('strong', text('within a hand of the old chart')),
    text('. Her figures are at '),
    link('https://harbour.example/soundings', text('the commission’s office')),
    text('.'),
  ),
  block('h2', text('What the survey found')),
  ...Array.from({ length: copies }, (_, index) => [
    block(
      'p',
      text(
        `Section ${index + 1} of the survey describes the bed between the third and the seventh marker, where sand carried by the spring floods had settled unevenly. The engineers compared soundings taken at low water with those of the previous autumn, and recommended that pilots keep to the northern side until the dredger returns.`,
      ),
    ),
    block('h3', text(`Marker ${index + 3}`)),
  ]).flat(),
  list('ul', [text('Depth at mean low water: 9.4 m')], [text('Width between markers: 120 m')]),
  quote([text('No vessel drawing more than eight metres may enter by night.')]),
  figure({
    caption: [text('The eastern channel at low water.')],
    credit: { words: 'Photo: Harbour Archive', name: 'Harbour Archive' },
  }),
]

const dayOf = (index: number): string =>
  `2025-${String(1 + (index % 9)).padStart(2, '0')}-${String(1 + index).padStart(2, '0')}`

/** A book of `count` articles of different lengths, Chinese and English in turn, the first one without dates or names. */
export function samplePlan(count: number, language: ExportPlan['language'] = 'zh-Hans'): ExportPlan {
  const entries = Array.from({ length: count }, (_each, index) => {
    const isChinese = index % 2 === 0
    const evidence = dayOf(index)
    const named = isChinese
      ? { title: `${expected.title}（${index + 1}）` }
      : {
          title: `Commission votes to reopen the eastern channel: part ${index + 1}`,
          language: 'en',
          source: { name: 'The Harbour Gazette', url: 'https://gazette.example/channel' },
          sources: [{ name: 'The Harbour Gazette', url: 'https://gazette.example/channel' }],
          bylines: ['By Ruth Calder'],
          editors: [],
        }
    const bare = index === count - 1 && count > 1
    const clipping = clippingWith({
      ...named,
      published: bare ? 'not-stated' : { edtf: evidence, origin: 'byline', evidence, confidence: 0.9 },
      ...(bare ? { bylines: [], editors: [], sources: [] } : {}),
    })
    const { source: _, ...withoutSource } = clipping
    const body = isChinese ? chinese.slice(0, 3 + ((index * 7) % 18)) : english(1 + (index % 11))
    return { clipping: bare ? withoutSource : clipping, article: articleWith(index === 0 ? chinese : body) }
  })
  return planExport(
    {
      title: language === 'en' ? 'Chips and channels' : 'H20 出口管制剪报集',
      language,
      paper: 'A4',
      order: 'oldest-first',
    },
    entries,
    '2025-11-08T01:14:00.000Z',
  )
}
