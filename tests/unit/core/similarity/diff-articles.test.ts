import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyOf, paragraph } from '../../../../electron/core/body/build.ts'
import type { ArticleDiff } from '../../../../electron/core/model/article-diff.ts'
import { align } from '../../../../electron/core/similarity/align.ts'
import { diffArticles } from '../../../../electron/core/similarity/diff-articles.ts'
import { diffWords } from '../../../../electron/core/similarity/diff-words.ts'

const article = (title: string, ...paragraphs: string[]) => ({
  title,
  body: bodyOf(paragraphs.map((words, order) => paragraph(order, words))),
})

/** The diff as a person would jot it down. */
const jotted = ({ blocks }: ArticleDiff): string[] =>
  blocks.map(block => {
    if (block.kind !== 'changed') return `${{ same: ' ', removed: '-', added: '+' }[block.kind]}${block.text}`
    return `~${block.runs.map(({ kind, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[kind]).join('')}`
  })

describe('the difference of two articles', () => {
  test('is of paragraphs, and of words in those that changed', () => {
    const before = article(
      'Port closes for a day',
      'The port of Lin closed on Monday.',
      'Ships waited off the coast for 12 hours.',
      'Nobody was hurt.',
    )
    const after = article(
      'Port closes for two days',
      'The port of Lin closed on Monday.',
      'Ships waited off the coast for 36 hours.',
      'The harbour master spoke of the worst storm since 1998.',
    )
    const diff = diffArticles(before, after)
    expect(jotted(diff)).toEqual([
      ' The port of Lin closed on Monday.',
      '~Ships waited off the coast for [-12][+36] hours.',
      '-Nobody was hurt.',
      '+The harbour master spoke of the worst storm since 1998.',
    ])
    expect(diff.title.changed).toBe(true)
    expect(diff.numbers).toEqual({ before: ['12'], after: ['36', '1998'] })
  })

  test('marks Chinese by the character', () => {
    const before = article('港口关闭', '林港周一关闭,三艘货轮在外海等候十二小时。')
    const after = article('港口关闭', '林港周二关闭,五艘货轮在外海等候十二小时。')
    const diff = diffArticles(before, after)
    expect(jotted(diff)).toEqual(['~林港周[-一][+二]关闭,[-三][+五]艘货轮在外海等候十二小时。'])
    expect(diff.title).toEqual({ changed: false, runs: [{ kind: 'same', text: '港口关闭' }] })
  })

  test('is none between simplified and traditional, half width and full width', () => {
    const diff = diffArticles(article('会', '会谈持续3小时'), article('會', '會談持續３小時'))
    expect(jotted(diff)).toEqual([' 會談持續３小時'])
    expect(diff.title.changed).toBe(false)
    expect(diff.numbers).toEqual({ before: [], after: [] })
  })

  test('calls out a number that changed its value, not one that moved or is written with a comma', () => {
    const before = article('', 'Of 1200 ships 30 waited.', 'It cost 4.5% more.')
    const after = article('', 'It cost 5.4% more.', 'Of 1,200 ships 30 waited.')
    expect(diffArticles(before, after).numbers).toEqual({ before: ['4.5%'], after: ['5.4%'] })
  })

  test('keeps a pair of paragraphs together where others were added before and behind', () => {
    const before = article('', 'Alpha beta gamma delta epsilon zeta.')
    const after = article(
      '',
      'Something wholly new stands here.',
      'Alpha beta gamma delta epsilon eta.',
      'And one more at the end.',
    )
    expect(diffArticles(before, after).blocks.map(({ kind }) => kind)).toEqual(['added', 'changed', 'added'])
  })

  test('takes a moment for two long articles without a word in common', () => {
    const long = (word: string) =>
      article(word, ...Array.from({ length: 300 }, (_, at) => `${word}${at} `.repeat(40)))
    expect(diffArticles(long('a'), long('b')).blocks).toHaveLength(600)
  })

  test('gives back both texts, whatever they are', () => {
    const words = fc.array(fc.constantFrom('the', 'a ', ' ', '中', '国', '12', '.', ','), { maxLength: 30 })
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(''), other.join('')]
        const runs = diffWords(before, after)
        const without = (kind: 'added' | 'removed') =>
          runs.flatMap(run => (run.kind === kind ? [] : [run.text])).join('')
        expect(without('removed')).toBe(after)
        expect(without('added').replace(/\s+/gu, ' ')).toBe(before.replace(/\s+/gu, ' '))
      }),
      { seed: 5, numRuns: 500 },
    )
  })
})

describe('two sequences', () => {
  const items = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })

  test('are aligned so that the runs cover both, and what is called the same is', () => {
    fc.assert(
      fc.property(items, items, (a, b) => {
        const runs = align(a, b)
        expect(runs.flatMap(run => a.slice(...run.a))).toEqual(a)
        expect(runs.flatMap(run => b.slice(...run.b))).toEqual(b)
        for (const run of runs) if (run.kind === 'same') expect(a.slice(...run.a)).toEqual(b.slice(...run.b))
      }),
      { seed: 6, numRuns: 500 },
    )
  })

  test('share as much as any alignment finds', () => {
    const most = (a: string[], b: string[]): number => {
      const [x, y] = [a[0], b[0]]
      if (x === undefined || y === undefined) return 0
      if (x === y) return 1 + most(a.slice(1), b.slice(1))
      return Math.max(most(a.slice(1), b), most(a, b.slice(1)))
    }
    const short = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 })
    fc.assert(
      fc.property(short, short, (a, b) => {
        const shared = align(a, b).flatMap(run => (run.kind === 'same' ? a.slice(...run.a) : []))
        expect(shared).toHaveLength(most(a, b))
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
