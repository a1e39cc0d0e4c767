import { describe, expect, it } from 'vitest'
import { statedPairs, tagsByLeaf } from '../../../../electron/core/tagging/stated-pairs.ts'

const TAGS = tagsByLeaf(['公司/英伟达', 'NVIDIA', 'WTO', 'World Trade Organization', '超微', 'AMD'])
const stated = (text: string) => statedPairs(text, 'c', TAGS).map(({ names, words }) => [...names, words])

describe('what an article states as one', () => {
  it('stands in brackets behind the other, in either language', () => {
    expect(stated('美国芯片公司英伟达（NVIDIA）周一表示')).toEqual([
      ['NVIDIA', '公司/英伟达', '英伟达（NVIDIA）'],
    ])
    expect(stated('The World Trade Organization (WTO) said')).toEqual([
      ['WTO', 'World Trade Organization', 'World Trade Organization (WTO)'],
    ])
    expect(stated('超微（英文：AMD，股票代码略）')).toEqual([
      ['AMD', '超微', '超微（英文：AMD，股票代码略）'],
    ])
  })

  it('is two tags of the library, whole words, and nothing else', () => {
    expect(stated('英伟达（华尔街宠儿）与苹果（Apple）')).toEqual([])
    expect(stated('the TWTO (World Trade Organization)')).toEqual([])
    expect(stated('英伟达和 NVIDIA')).toEqual([])
  })
})
