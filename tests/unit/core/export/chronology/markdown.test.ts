import { expect, it } from 'vitest'
import { chronologyMarkdown } from '../../../../../electron/core/export/chronology/markdown.ts'
import { wordsOf } from '../../../../../electron/core/export/markdown/figure.ts'
import { parsed } from '../markdown/read-back.ts'
import { planIn } from './sample-events.ts'

/** The cells of the one table of a Markdown text, as a reader of GFM has them. */
function cellsIn(markdown: string): string[][] {
  const table = parsed(markdown).children.find(node => node.type === 'table')
  return table?.type === 'table' ? table.children.map(row => row.children.map(cell => wordsOf(cell))) : []
}

it('is one table, read back with every date, event and source', () => {
  expect(cellsIn(chronologyMarkdown(planIn('en')))).toEqual([
    ['Date', 'Event', 'Reported by'],
    ['April 2025', '=1+1 禁止 | 销售', '甲报 (20 July 2025)'],
    [
      '15 July 2025',
      '港口工人举行罢工。',
      '甲报 (20 July 2025), 乙报 (21 July 2025); Sources differ about the date: 15 July 2025 (2 sources), 16 July 2025 (1 source)',
    ],
    [
      '18 July 2025 to 20 July 2025',
      'Talks, "final" <b>round</b>',
      '乙报 (21 July 2025); words entered by hand',
    ],
    ['2025', '与发言人通话', 'entered by hand, no source'],
  ])
})

it('has its own words in Chinese', () => {
  const [head, month, differing] = cellsIn(chronologyMarkdown(planIn('zh-Hans')))
  expect(head).toEqual(['日期', '事件', '报道来源'])
  expect(month?.[0]).toBe('2025年4月')
  expect(differing?.[2]).toBe(
    '甲报（2025年7月20日）、乙报（2025年7月21日）；各方日期不一：2025年7月15日（2 个来源）、2025年7月16日（1 个来源）',
  )
})
