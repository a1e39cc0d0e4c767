import { type ExportPlan, planExport } from '../../../electron/core/export/plan.ts'
import {
  articleWith,
  block,
  clippingWith,
  pre,
  table,
  td,
  text,
  th,
} from '../../unit/core/export/sample-clipping.ts'

export const ROWS = 70
const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** A table over several pages, one that is wider than a page, and text that is set. */
export const tablePlan: ExportPlan = planExport(
  { title: 'Tables', language: 'en', paper: 'A4', order: 'oldest-first' },
  [
    {
      clipping: clippingWith({ title: 'Harbour dues by year', language: 'en' }),
      article: articleWith([
        block('p', text('The harbour authority published what each quay took.')),
        table({
          caption: [text('Dues in thousands')],
          head: [[th('col', [text('Quayname')]), th('colgroup', [text('Taken')], { colSpan: 2 })]],
          body: Array.from({ length: ROWS }, (_, row) => [
            th('row', [text(`Quay ${row}`)]),
            td([text(`${row * 7}.5`)]),
            td([text(row % 3 === 0 ? '码头' : 'closed for a while')]),
          ]),
        }),
        table({
          body: [
            Array.from({ length: 14 }, (_, column) => td([text(`Figure ${column}`)])),
            Array.from({ length: 14 }, (_, column) =>
              td([text(column === 3 ? LONG_WORD : `${column * 1000}`)]),
            ),
          ],
        }),
        pre(
          text(
            `Stop            Leaves\nTown hall        9.10\n  upper gate     9.25\n${'sail(away); '.repeat(30)}`,
          ),
        ),
        pre(text('床前明月光\n疑是地上霜')),
      ]),
    },
  ],
  '2025-11-08T01:14:00.000Z',
)
