import { describe, expect, it } from 'vitest'
import { suggestTags } from '../../../../electron/core/tagging/suggest-tags.ts'

const CHINESE = {
  title: '青桥大桥通车,渡轮停航',
  text: `青桥大桥昨日通车。青桥大桥全长三公里,由青桥市交通局修建。渡轮随即停航,老船工沈亦舟说,渡轮陪了他四十年。
沈亦舟回忆,青桥大桥动工时他就知道渡轮要停。交通局表示,渡轮停航后船只将捐给博物馆。`,
  tags: [],
}
const ENGLISH = {
  title: 'Ellery council approves tram line',
  text: `The council of Ellery voted on Wednesday. Marta Quennell, who leads the Harbour Trust, welcomed the tram line.
"The Harbour Trust asked for it," said Marta Quennell. The tram will reach Ellery Docks, and the Harbour Trust will pay.`,
  tags: [],
}
const names = (subject: typeof CHINESE, known: readonly string[], having = 0, of = 100) =>
  suggestTags(subject, known, () => ({ having, of })).map(({ name }) => name)

describe('suggestions', () => {
  it('are terms that come again in the text, as they are written there', () => {
    const chinese = names(CHINESE, [])
    expect(chinese).toContain('青桥大桥')
    expect(chinese).toContain('渡轮')
    expect(chinese).toContain('沈亦舟')
    for (const name of chinese) expect(CHINESE.title + CHINESE.text).toContain(name)
    const english = names(ENGLISH, [])
    expect(english).toContain('Harbour Trust')
    expect(english).toContain('Marta Quennell')
    expect(english).not.toContain('Wednesday')
  })

  it('are tags of the library first, by their last level, as whole words', () => {
    expect(names(CHINESE, ['交通/渡轮', '出口管制'])[0]).toBe('交通/渡轮')
    expect(names(CHINESE, ['交通/渡轮'])).not.toContain('渡轮')
    expect(names(ENGLISH, ['Transport/tram', 'ram'])).toContain('Transport/tram')
    expect(names(ENGLISH, ['Transport/tram', 'ram'])).not.toContain('ram')
  })

  it('leave out what the clipping has, and what a large part of the library has', () => {
    expect(names({ ...CHINESE, tags: ['渡轮'] as never[] }, ['渡轮'])).not.toContain('渡轮')
    expect(names(CHINESE, [], 60, 100)).toEqual([])
  })

  it('say whether the library has the tag, and how often the text has the words', () => {
    expect(suggestTags(CHINESE, ['渡轮'], () => undefined)[0]).toEqual({
      name: '渡轮',
      isKnown: true,
      count: 5,
    })
  })
})
