import { describe, expect, it } from 'vitest'
import { emailReader } from '../../../electron/formats/email.ts'
import { failedRead } from '../../../electron/formats/reads.ts'
import {
  failuresOf,
  itemsOf,
  originalOf,
  readFixture,
  readText,
  recognisedAs,
} from '../../formats/reading.ts'

const nothing = emailReader(async function* () {})

async function bodyOf(mail: string): Promise<string> {
  const [item] = itemsOf(await readText(nothing, mail))
  if (item?.content.kind !== 'html') throw new Error('no body')
  return item.content.html
}

describe('a mail', () => {
  it.each(['newsletter.eml', 'forwarded.eml'])('%s is recognised without its name', async name => {
    expect(await recognisedAs(`email/${name}`)).toBe('email')
  })

  it('that was sent to somebody is no saved page, whatever it is made of', async () => {
    expect(await recognisedAs('email/newsletter.eml', 'x.eml')).toBe('email')
  })

  it('hands on what is attached, and keeps each message as its own original', async () => {
    const names: string[] = []
    const reader = emailReader(async function* (file) {
      names.push(file.name)
      yield failedRead('', file.name, 'damaged')
    })
    const reads = await readFixture(reader, 'email/forwarded.eml')
    const items = itemsOf(reads)
    expect(failuresOf(reads).map(({ key }) => key)).toEqual([
      'message/attachment 1/',
      'message/attachment 2/',
    ])
    expect(names).toEqual(['云溪春茶开采.html', '数据.bin'])
    expect(items.map(({ key }) => key)).toEqual(['message', 'message/attachment 3'])
    expect(items.slice(1).map(originalOf)).toEqual([expect.stringMatching(/^Subject: =\?utf-8/)])
  })

  it.each([
    ['"Halloran, Ines" <ines@news.example>', ['Halloran, Ines']],
    ['ines@news.example', ['ines@news.example']],
    ['ines@news.example (Ines Halloran)', ['Ines Halloran']],
    ['=?gb2312?B?1tzQocL6?= <zhou@news.example>, Colm <c@news.example>', ['周小满', 'Colm']],
  ])('from %s', async (from, bylines) => {
    const [item] = itemsOf(await readText(nothing, `From: ${from}\nMIME-Version: 1.0\n\nWords\n`))
    expect(item?.stated.bylines).toEqual(bylines)
  })

  it('that goes to a list is from a publication', async () => {
    const [item] = itemsOf(await readText(nothing, 'From: The Post <a@b.c>\nList-Id: <post.b.c>\n\nWords\n'))
    expect(item?.stated).toMatchObject({ source: 'The Post' })
    expect(item?.stated.bylines).toBeUndefined()
  })

  it('has paragraphs of text wrapped by a mailer, and lines that are lines', async () => {
    const wrapped =
      'The ferry between Skerry and the mainland will sail every day this\nwinter for the first time since 1987, the board said.\n\nTwo crossings:\n8.15am\n4.40pm\n'
    expect(await bodyOf(`From: a@b.c\n\n${wrapped}`)).toBe(
      '<p>The ferry between Skerry and the mainland will sail every day this winter for the first time since 1987, the board said.</p>\n<p>Two crossings:<br>8.15am<br>4.40pm</p>',
    )
  })

  it('in format=flowed is put together as it says', async () => {
    const mail =
      'From: a@b.c\nContent-Type: text/plain; format=flowed\n\nThe ferry will \nsail. \n-- \nInes\n'
    expect(await bodyOf(mail)).toContain('The ferry will sail.')
  })

  it('that is written as text is text: its angle brackets are words', async () => {
    expect(await bodyOf('From: a@b.c\n\n<script>1 & 2</script>\n')).toBe(
      '<p>&lt;script&gt;1 &amp; 2&lt;/script&gt;</p>',
    )
  })

  it('in pieces around its pictures has all of them', async () => {
    const mail =
      'From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>one</p>\n--x\nContent-Type: text/plain\n\ntwo\n--x--\n'
    expect(await bodyOf(mail)).toBe('<p>one</p>\n<p>two</p>')
  })

  it('states no date where it has none that is one', async () => {
    const [item] = itemsOf(await readText(nothing, 'From: a@b.c\nDate: someday\n\nWords\n'))
    expect(item?.stated.published).toBeUndefined()
  })

  it('with messages in messages without end says so, and has those above', async () => {
    const mail = 'From: a@b.c\nContent-Type: message/rfc822\n\n'.repeat(200)
    expect(failuresOf(await readText(nothing, mail)).map(({ reason }) => reason)).toEqual(['unsafe'])
  })

  it.each([
    ['nothing', '', 'empty'],
    ['no words', 'From: a@b.c\nSubject: x\n\n', 'no-text'],
    ['no header', 'words and words', 'damaged'],
  ])('fails for %s with its reason', async (_name, text, reason) => {
    expect(failuresOf(await readText(nothing, text))).toMatchObject([{ reason }])
  })
})
