import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOperations } from '../../../../electron/core/library/operations.ts'
import { overviewOf } from '../../../../electron/core/library/overview.ts'
import { EMPTY_STATE } from '../../../../electron/core/library/state.ts'
import { planRenameTag } from '../../../../electron/core/library/tags.ts'
import { isWithinTag } from '../../../../electron/core/model/tag.ts'
import {
  movedName,
  planCreate,
  planRename,
  renamedTag,
  tagsBelow,
} from '../../../../renderer/features/tags/tag-plans.ts'

const names = ['公司', '公司/英伟达', '公司/英伟达/芯片', '英伟达', '英伟达/芯片']

describe('what a rename would do', () => {
  it('is a rename where no new name is taken, and says how many tags move along', () => {
    expect(planRename(names, '公司/英伟达', ' 公司 / NVIDIA ')).toEqual({
      kind: 'rename',
      to: '公司/NVIDIA',
      below: 1,
      joins: [],
    })
  })

  it('is a merge onto a name that is there, and names the tags below that join', () => {
    expect(planRename(names, '公司/英伟达', '英伟达')).toEqual({
      kind: 'merge',
      to: '英伟达',
      below: 1,
      joins: ['英伟达/芯片'],
    })
  })

  it('is nothing where only white space differs', () => {
    expect(planRename(names, '公司/英伟达', '公司/ 英伟达')).toEqual({ kind: 'same' })
  })

  it('is refused where no name is left, and where a level below would become too long', () => {
    expect(planRename(names, '公司', ' / ')).toEqual({ kind: 'invalid' })
    expect(planRename(names, '公司', 'x'.repeat(199))).toEqual({ kind: 'invalid' })
  })

  it('agrees with what the library then does', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
      .map(levels => levels.join('/'))
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 8 }), name, (stored, to) => {
        const before = applyOperations(
          EMPTY_STATE,
          stored.map(each => ({ op: 'put-tag', tag: { name: each, colour: 'grey' } })),
        )
        const listed = overviewOf(before).tags.map(tag => tag.name)
        const [from = ''] = stored
        const plan = planRename(listed, from, to)
        const done = planRenameTag(before, from, to)
        if (!done.ok) throw new Error(done.error)
        expect(plan.kind === 'same').toBe(done.value === undefined)
        if (done.value === undefined) return
        if (done.value.label.kind === 'merge-tag') expect(plan.kind).toBe('merge')
        const after = overviewOf(applyOperations(before, done.value.ops)).tags.map(tag => tag.name)
        for (const each of listed) {
          if (isWithinTag(each, from)) expect(after).toContain(renamedTag(each, from, to))
        }
        const lost = listed.length - after.filter(each => listed.includes(each)).length
        if (plan.kind === 'rename' && !isWithinTag(to, from)) expect(lost).toBeGreaterThan(plan.below)
      }),
      { seed: 20250719, numRuns: 400 },
    )
  })
})

describe('what creating a tag would do', () => {
  it('names the levels above that are created with it', () => {
    expect(planCreate(names, '市场／亚洲/日本')).toEqual({
      kind: 'new',
      name: '市场/亚洲/日本',
      parents: ['市场', '市场/亚洲'],
    })
    expect(planCreate(names, '公司/华为')).toEqual({ kind: 'new', name: '公司/华为', parents: [] })
  })

  it('says that a name is taken, however it was typed', () => {
    expect(planCreate(names, ' 公司 / 英伟达 ')).toEqual({ kind: 'taken', name: '公司/英伟达' })
  })

  it('refuses a name of nothing', () => {
    expect(planCreate(names, ' / ')).toEqual({ kind: 'invalid' })
  })
})

describe('a tag that is moved', () => {
  it('keeps its last level below another, or at the top', () => {
    expect(movedName('公司/英伟达', '芯片')).toBe('芯片/英伟达')
    expect(movedName('公司/英伟达', undefined)).toBe('英伟达')
  })

  it('stays below itself, below what is below it, and where it is', () => {
    expect(movedName('公司', '公司')).toBeUndefined()
    expect(movedName('公司', '公司/英伟达')).toBeUndefined()
    expect(movedName('公司/英伟达', '公司')).toBeUndefined()
    expect(movedName('公司', undefined)).toBeUndefined()
  })
})

describe('tags below a tag', () => {
  it('are those of its branch, not those that begin alike', () => {
    expect(tagsBelow(['a', 'a/b', 'a/b/c', 'ab', 'ab/c'], 'a')).toEqual(['a/b', 'a/b/c'])
  })
})

describe('the chosen tag after a rename', () => {
  it('follows its branch and otherwise stays', () => {
    expect(renamedTag('a/b', 'a', 'x/y')).toBe('x/y/b')
    expect(renamedTag('ab', 'a', 'x')).toBe('ab')
  })
})
