import { describe, expect, it } from 'vitest'
import { filterTags, type TagLine, tagLines, treeMove } from '../../../../renderer/features/tags/tag-lines.ts'

const tag = (name: string) => ({ name, colour: 'grey' as const, own: 0, total: 0 })
const tags = ['公司', '公司/华为', '公司/英伟达', '公司/英伟达/芯片', '半导体', 'Émigrés'].map(tag)
const NONE: ReadonlySet<string> = new Set()
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const names = (lines: readonly TagLine[]) => lines.map(line => line.tag.name)
const linesOf = (folded = NONE) => tagLines(tags, folded, compare)

describe('the lines of the tag tree', () => {
  it('puts each tag below its parent and counts its place among its siblings', () => {
    expect(linesOf().map(line => `${line.depth} ${line.label} ${line.position}/${line.siblings}`)).toEqual([
      '0 Émigrés 1/3',
      '0 公司 2/3',
      '1 华为 1/2',
      '1 英伟达 2/2',
      '2 芯片 1/1',
      '0 半导体 3/3',
    ])
  })

  it('leaves out what is below a folded tag, and still knows that it has branches', () => {
    const lines = linesOf(new Set(['公司/英伟达']))
    expect(names(lines)).not.toContain('公司/英伟达/芯片')
    expect(lines.find(line => line.label === '英伟达')?.hasBranches).toBe(true)
  })
})

describe('filtering tags', () => {
  const found = (typed: string) => filterTags(tags, typed).map(({ name }) => name)

  it('keeps the tags above a match, so that it stands where it belongs', () => {
    expect(found('芯片')).toEqual(['公司', '公司/英伟达', '公司/英伟达/芯片'])
  })

  it('matches across levels, with either slash', () => {
    expect(found('司/华')).toEqual(['公司', '公司/华为'])
    expect(found('司／华')).toEqual(['公司', '公司/华为'])
  })

  it('ignores case, accents and white space around what was typed', () => {
    expect(found(' EMIGRES ')).toEqual(['Émigrés'])
  })

  it('shows every tag when nothing is typed', () => {
    expect(found('  ')).toHaveLength(tags.length)
  })
})

describe('moving through the tree by keys', () => {
  const lines = linesOf()
  const at = (name: string) => names(lines).indexOf(name)
  const move = (name: string, key: string, folded = NONE) => treeMove(lines, at(name), key, folded)

  it('steps down and up and stops at both ends', () => {
    expect(move('Émigrés', 'ArrowDown')).toEqual({ to: at('公司') })
    expect(move('公司', 'ArrowUp')).toEqual({ to: at('Émigrés') })
    expect(move('Émigrés', 'ArrowUp')).toBeUndefined()
    expect(move('半导体', 'ArrowDown')).toBeUndefined()
  })

  it('goes to the first and the last line with Home and End', () => {
    expect(move('公司', 'End')).toEqual({ to: lines.length - 1 })
    expect(move('公司', 'Home')).toEqual({ to: 0 })
  })

  it('unfolds a folded branch to the right and then enters it', () => {
    expect(move('公司', 'ArrowRight', new Set(['公司']))).toEqual({ unfold: '公司' })
    expect(move('公司', 'ArrowRight')).toEqual({ to: at('公司/华为') })
    expect(move('半导体', 'ArrowRight')).toBeUndefined()
  })

  it('folds an open branch to the left, and from a leaf goes to its parent', () => {
    expect(move('公司', 'ArrowLeft')).toEqual({ fold: '公司' })
    expect(move('公司/英伟达/芯片', 'ArrowLeft')).toEqual({ to: at('公司/英伟达') })
    expect(move('半导体', 'ArrowLeft')).toBeUndefined()
  })

  it('leaves other keys alone', () => {
    expect(move('公司', 'x')).toBeUndefined()
  })
})
