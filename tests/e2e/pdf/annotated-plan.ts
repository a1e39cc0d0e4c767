import { textOf } from '../../../electron/core/body/text.ts'
import { type ExportEntry, type ExportPlan, planExport } from '../../../electron/core/export/plan.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import { HIGHLIGHT_COLOURS, type Highlight } from '../../../electron/core/model/highlight.ts'
import {
  articleWith,
  block,
  clippingWith,
  figure,
  list,
  pre,
  quote,
  table,
  td,
  text,
  th,
} from '../../unit/core/export/sample-clipping.ts'
import { samplePlan } from './sample-plan.ts'

/** A note, known in the PDF by its first word and its last. */
export interface KnownNote {
  readonly first: string
  readonly last: string
  readonly isLong: boolean
  readonly quote: string
}

let made = 0
const REMARKS = {
  en: 'Check this against the figures of the autumn, and ask the harbourmaster who took the soundings. ',
  zh: '这句话要和秋天的数字核对，再问一问是谁测的水深。',
} as const

function highlightOf(
  { body }: ExportEntry['article'],
  quoted: string,
  { note, from = 0 }: { readonly note: string | undefined; readonly from?: number },
): Highlight {
  made += 1
  const start = textOf(body).indexOf(quoted, from)
  return {
    id: `01975c0f-7f00-7000-8000-${String(made).padStart(12, '0')}`,
    quote: { exact: quoted, prefix: '', suffix: '' },
    ...(start !== -1 && { position: { start, end: start + quoted.length } }),
    colour: HIGHLIGHT_COLOURS[made % HIGHLIGHT_COLOURS.length] ?? 'yellow',
    ...(note !== undefined && { note }),
    madeAt: '2025-11-08T01:14:00.000Z',
  }
}

/** A note of so many remarks between two words that stand nowhere else. */
function noteOf(
  language: keyof typeof REMARKS,
  remarks: number,
): { note: string; first: string; last: string } {
  const [first, last] = [`First${made + 1}x`, `Last${made + 1}x`]
  return { note: `${first} ${REMARKS[language].repeat(remarks)} ${last}`, first, last }
}

/** A plan whose articles have notes to every second sentence, some of many remarks, and what has to hold of them. */
export function annotatedPlan(
  paper: ExportPlan['paper'],
  language: ExportPlan['language'],
): { readonly plan: ExportPlan; readonly notes: readonly KnownNote[] } {
  made = 0
  const notes: KnownNote[] = []
  const annotate = (given: ExportEntry, quotes: readonly (readonly [string, number])[]): ExportEntry => {
    const entry = withBlocksInOrder(given)
    const of = entry.clipping.language === 'en' ? 'en' : 'zh'
    let from = 0
    const highlights = quotes.map(([quoted, remarks], index) => {
      from = Math.max(from, textOf(entry.article.body).indexOf(quoted, from))
      if (remarks === 0) return highlightOf(entry.article, quoted, { note: undefined, from })
      const note = noteOf(index % 5 === 4 ? (of === 'en' ? 'zh' : 'en') : of, remarks)
      notes.push({ ...note, isLong: remarks > 10, quote: quoted })
      return highlightOf(entry.article, quoted, { note: note.note, from })
    })
    return { ...entry, article: { ...entry.article, highlights } }
  }
  const sample = samplePlan(6, language)
  const entries = sample.entries.map(entry => {
    const sentences = textOf(entry.article.body)
      .split(/[。.\n]/u)
      .map(each => each.trim())
      .filter(each => each.length > 15)
    const quotes = sentences
      .filter((_each, index) => index % 2 === 0)
      .map((each, index): [string, number] => [each.slice(-14), [1, 3, 2, 0, 5, 1][index % 6] ?? 1])
    return annotate(entry, quotes)
  })
  const crowded: ExportEntry = {
    clipping: clippingWith({ title: 'A crowded page', language: 'en' }),
    article: articleWith([
      block('h2', text('A heading that was marked')),
      block(
        'p',
        text(
          Array.from({ length: 16 }, (_each, at) => `Claim number ${'abcdefghijklmnop'[at]} of many.`).join(
            ' ',
          ),
        ),
      ),
      list('ul', [text('The first entry of a list')], [text('and its second one')]),
      quote([text('Nobody saw the vessel leave.')]),
      figure({
        caption: [text('The caption of a picture.')],
        credit: { words: 'Photo: Archive', name: 'Archive' },
      }),
      table({
        head: [[th('col', [text('Quay')]), th('col', [text('Dues')])]],
        body: [[th('row', [text('Eastern')]), td([text('1,204 and a bit')])]],
      }),
      wideTable(),
      pre(text('08:10  Harbour     track 1\n08:40  Lighthouse  track 2')),
      block('p', text('The last words of the article are here.')),
    ]),
  }
  const claims = Array.from({ length: 16 }, (_each, at): [string, number] => [
    `number ${'abcdefghijklmnop'[at]}`,
    2,
  ])
  entries.push(
    annotate(crowded, [
      ['heading that was', 1],
      ...claims,
      ['first entry', 1],
      ['second one', 1],
      ['Nobody saw', 14],
      ['caption of', 1],
      ['1,204', 1],
      ['quay 3', 1],
      ['Lighthouse', 1],
      ['last words of the article', 3],
      // Wholly within what is marked already, and not in the text at all.
      ['words of', 1],
      ['what nobody wrote', 1],
    ]),
  )
  const plan = planExport(
    { title: sample.title, language, paper, order: 'as-listed' },
    entries,
    '2025-11-08T01:14:00.000Z',
  )
  return { plan: { ...plan, book: { columns: 1, parts: ['sources'], notes: 'margin' } }, notes }
}

const wideTable = (): Block =>
  table({
    body: [Array.from({ length: 9 }, (_each, at) => td([text(`quay ${at}`)]))],
  })

/** Highlights find their blocks by the order of these. */
const withBlocksInOrder = ({ clipping, article }: ExportEntry): ExportEntry => ({
  clipping,
  article: {
    ...article,
    body: {
      ...article.body,
      children: article.body.children.map(
        (each, dataOrder) => ({ ...each, properties: { ...each.properties, dataOrder } }) as Block,
      ),
    },
  },
})
