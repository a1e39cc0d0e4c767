import { describe, expect, it } from 'vitest'
import { readSavedPage } from '../../../electron/formats/saved-page.ts'
import {
  failuresOf,
  fixture,
  itemsOf,
  originalOf,
  readFixture,
  readText,
  recognisedAs,
} from '../../formats/reading.ts'

describe('a saved page', () => {
  it.each(['Island ferry.html', 'single-file.html', '云溪春茶.htm'])(
    '%s is recognised without its name',
    async name => {
      expect(await recognisedAs(`saved-page/${name}`)).toBe('saved-page')
    },
  )

  it('keeps its bytes unchanged, and takes in the pictures of its folder', async () => {
    const [item] = itemsOf(await readFixture(readSavedPage, 'saved-page/Island ferry.html'))
    expect(item && Buffer.from(item.original.bytes)).toEqual(await fixture('saved-page/Island ferry.html'))
    const resources = item?.content.kind === 'html' ? item.content.resources : []
    expect(resources.map(({ bytes }) => Buffer.from(bytes))).toContainEqual(
      await fixture('saved-page/Island ferry_files/ferry.png'),
    )
  })

  it('takes in nothing but pictures', async () => {
    const html = '<html><body><img src="Island ferry_files/style.css"><p>Words</p></body></html>'
    const [item] = itemsOf(await readText(readSavedPage, html))
    expect(item?.content).toMatchObject({ resources: [] })
  })

  it('resolves addresses against its <base> element, not one in a comment', async () => {
    const html =
      '<html><head><!-- <base href="http://no.example/"> --><base href="http://news.example/a/"></head><body>x'
    const [item] = itemsOf(await readText(readSavedPage, html))
    expect(item?.content).toMatchObject({ base: 'http://news.example/a/' })
  })

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', Buffer.from(' \n\t '), 'empty'],
    [
      'a picture',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(64)]),
      'not-recognised',
    ],
  ])('fails for %s with its reason', async (_name, bytes, reason) => {
    expect(failuresOf(await readText(readSavedPage, bytes))).toMatchObject([{ key: '', reason }])
  })

  it('reads what is left of a page that is cut off', async () => {
    const whole = await fixture('saved-page/Island ferry.html')
    const [item] = itemsOf(await readText(readSavedPage, whole.subarray(0, 1200)))
    expect(item && originalOf(item)).toHaveLength(whole.subarray(0, 1200).toString('utf8').length)
  })
})
