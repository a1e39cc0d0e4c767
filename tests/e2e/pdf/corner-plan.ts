import { type ExportPlan, planExport } from '../../../electron/core/export/plan.ts'
import {
  articleWith,
  block,
  clippingWith,
  figure,
  inline,
  list,
  quote,
  text,
} from '../../unit/core/export/sample-clipping.ts'

const dated = (edtf: string) => ({ edtf, origin: 'jsonld', evidence: edtf, confidence: 1 }) as const
const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** What breaks layouts: unbroken words, long names, right-to-left and mixed scripts, nothing at all. */
export const cornerPlan: ExportPlan = planExport(
  { title: '“Corners” & <edges>', language: 'en', paper: 'A4', order: 'oldest-first' },
  [
    {
      clipping: clippingWith({
        title:
          'A headline that goes on and on, with clauses upon clauses; and then, “a quotation, too,” before it ends',
        language: 'en',
        source: {
          name: 'The Very Long Named Morning Chronicle and Commercial Advertiser of the Northern Counties',
        },
        published: dated('2025-01-01'),
      }),
      article: articleWith([
        block('p', text(LONG_WORD.repeat(3))),
        block('p', text(`https://example.com/${'a/b-c_d'.repeat(40)}`)),
        block(
          'p',
          text('H'),
          inline('sub', text('2')),
          text('O'),
          inline('br'),
          inline('code', text('</p> "%d"')),
        ),
        list('ol', [text('first')], [text('second, much longer, '.repeat(12))]),
      ]),
    },
    {
      clipping: clippingWith({
        title: 'عنوان المقال باللغة العربية',
        language: 'ar',
        published: dated('2025-02'),
      }),
      article: articleWith([
        block(
          'p',
          text('هذا نص تجريبي باللغة العربية، يحتوي على أرقام 123 وكلمات English داخل السطر. '.repeat(4)),
        ),
        quote([text('اقتباس قصير')]),
        list('ul', [text('بند أول')]),
      ]),
    },
    {
      clipping: clippingWith({
        title: '臺灣半導體產業:標題與「引號」',
        language: 'zh-Hant',
        published: dated('2025-03'),
      }),
      article: articleWith([
        block('p', text('這是繁體中文的段落,「引號」與《書名號》、——破折號……省略號。'.repeat(8))),
        block('p', inline('em', text('強調')), text('與'), inline('strong', text('粗體')), text('。')),
        figure({ caption: [text('說明')], credit: { words: '圖:中央社', name: '中央社' } }),
      ]),
    },
    {
      clipping: clippingWith({
        title: ' \n ',
        language: 'und',
        bylines: [],
        editors: [],
        sources: [],
        published: 'not-looked-for',
        originals: [],
      }),
      article: articleWith([]),
    },
  ],
  '2025-11-08T01:14:00.000Z',
)
