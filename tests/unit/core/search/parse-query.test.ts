import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../../electron/core/search/parse-query.ts'
import { printQuery } from '../../../../electron/core/search/print-query.ts'

const today = '2025-07-20'

/** The query as it prints, with the codes of its notes behind it. */
function read(text: string, typing = false): string {
  const parsed = parseQuery(text, { today, typing })
  if (!parsed.ok) return JSON.stringify(parsed.error)
  const notes = parsed.value.notes.map(({ code, position, length }) => ` !${code} ${position}+${length}`)
  return printQuery(parsed.value.query) + notes.join('')
}

describe('a query', () => {
  test.each([
    ['words', ' chips  export ', 'chips export'],
    [
      'phrases, also in Chinese quotation marks',
      '"export controls" “出口管制” 「芯片」',
      '"export controls" "出口管制" "芯片"',
    ],
    ['prefixes', 'exp* "export con"*', 'exp* "export con"*'],
    ['exclusions, one or many', '-chips -(a b) －华为', '-chips -(a b) -华为'],
    ['alternatives, which bind less than neighbours', 'a b OR c', 'a b OR c'],
    ['parentheses', '(a OR b) c （d）', '(a OR b) c d'],
    ['double exclusion', '--a', 'a'],
    [
      'fields',
      'title:a text:b note:c tag:d in:e source:f by:g',
      'title:a text:b note:c tag:d in:e source:f by:g',
    ],
    [
      'Chinese fields and colons',
      '标题：芯片 标签:公司 专题:出口 来源：央视 作者:"黄 仁勋" 日期:2025',
      'title:芯片 tag:公司 in:出口 source:央视 by:"黄 仁勋" published:2025',
    ],
    ['languages', 'lang:zh 语言:英文 lang:ZH-Hant', 'lang:zh lang:en lang:zh-hant'],
    ['states and features', 'is:starred is:未读 has:note 有:标签', 'is:starred is:unread has:note has:tag'],
    [
      'hosts and pasted addresses',
      'site:BBC.co.uk site:https://news.example/a?b',
      'site:bbc.co.uk site:news.example',
    ],
    [
      'words with colons that are no fields',
      '10:30 https://a.example foo:bar',
      '10:30 https://a.example foo:bar',
    ],
    ['words with hyphens', 'state-of-the-art', 'state-of-the-art'],
    ['quoted operators', '"OR" "-a" "a\\"b"', '"OR" "-a" "a\\"b"'],
    ['nothing', ' ', ''],
  ])('has %s', (_, text, printed) => {
    expect(read(text)).toBe(printed)
  })

  test.each([
    ['published:2025-07', '2025-07'],
    ['published:2025-07..2025-09', '2025-07/2025-09'],
    ['clipped:2025-07-01/2025-07-10', '2025-07-01/2025-07-10'],
    ['published:2025..', '2025/'],
    ['published:..2025-06', '/2025-06'],
    ['published:"last week"', '2025-07-07/2025-07-13'],
    ['published:上周', '2025-07-07/2025-07-13'],
    ['published:yesterday', '2025-07-19'],
    ['happened:7月15日', '2025-07-15'],
    ['published:2025年7月', '2025-07'],
    ['published:"15 July 2025".."20 July 2025"', undefined],
    ['published:"15 July 2025..20 July 2025"', '2025-07-15/2025-07-20'],
    ['日期：昨天..今天', '2025-07-19/2025-07-20'],
  ])('reads the days of %s', (text, edtf) => {
    const parsed = parseQuery(text, { today })
    const query = parsed.ok ? parsed.value.query : undefined
    expect(query?.kind === 'date' ? query.edtf : undefined).toBe(edtf)
  })

  test.each([
    ['an open quotation', '芯片 "export con', '芯片 "export con" !open-quotation 3+11'],
    ['a trailing OR', 'a OR', 'a !nothing-after 2+2'],
    ['a leading OR', 'OR a', 'a !nothing-before 0+2'],
    ['an OR between nothing', 'OR', ' !nothing-before 0+2 !nothing-after 0+2'],
    ['a dash by itself', 'a - b', 'a b !nothing-after 2+1'],
    ['a field without a value', 'a title:', 'a !nothing-after 2+6'],
    ['an open parenthesis', '(a OR b', 'a OR b !open-parenthesis 0+1'],
    ['empty parentheses', 'a ()', 'a !no-words 2+1'],
    ['a parenthesis too many', 'a) b', 'a b !extra-parenthesis 1+1'],
    ['punctuation alone', 'a ,,, "!"', 'a !no-words 2+3 !no-words 6+3'],
  ])('takes %s leniently, and notes where', (_, text, printed) => {
    expect(read(text)).toBe(printed)
  })

  test.each([
    ['published:whenever', 'unknown-date', 10, 8],
    ['a published:2025-02-30', 'unknown-date', 12, 10],
    ['is:blue', 'unknown-state', 3, 4],
    ['(a has:"a dog")', 'unknown-feature', 7, 7],
    ['lang:klingon-ish!', 'unknown-language', 5, 12],
    ['('.repeat(41), 'too-deep', 40, 1],
    ['a'.repeat(2001), 'too-long', 2000, 1],
  ])('says what is wrong and where in %s', (text, code, position, length) => {
    expect(parseQuery(text, { today })).toEqual({ ok: false, error: { code, position, length } })
  })

  test('lets the last word go on while it is typed', () => {
    expect(read('芯片 exp', true)).toBe('芯片 exp*')
    expect(read('"export con', true)).toBe('"export con"* !open-quotation 0+11')
    expect(read('"export con"', true)).toBe('"export con"')
    expect(read('exp ', true)).toBe('exp')
  })
})
