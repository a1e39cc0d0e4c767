import { describe, expect, it } from 'vitest'
import { createsFirst, matching } from '../../../../../renderer/features/tagging/choices.ts'

const choices = ['公司', '公司/英伟达', '出口管制', 'Chip supply chain', '半导体芯片'].map(label => ({
  key: label,
  label,
  isOn: false,
}))
const labels = (typed: string) => matching(choices, typed).map(({ label }) => label)

describe('suggestions', () => {
  it('are all of them before anything is typed', () => {
    expect(labels('')).toHaveLength(5)
  })

  it('put the exact name first, then names and levels that begin with it, then the rest', () => {
    expect(labels('公司')).toEqual(['公司', '公司/英伟达'])
    expect(labels('英伟')).toEqual(['公司/英伟达'])
    expect(labels('芯片')).toEqual(['半导体芯片'])
  })

  it('fold case and width', () => {
    expect(labels('ＣＨＩＰ')).toEqual(['Chip supply chain'])
  })
})

describe('Enter', () => {
  it('takes a suggestion that begins with what was typed', () => {
    expect(createsFirst(matching(choices, '英伟'), '英伟')).toBe(false)
  })

  it('creates a name that is spelt out with levels, or that nothing begins with', () => {
    expect(createsFirst(matching(choices, '公司/英伟'), '公司/英伟')).toBe(true)
    expect(createsFirst(matching(choices, '芯片'), '芯片')).toBe(true)
  })
})
