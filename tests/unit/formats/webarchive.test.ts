import { describe, expect, it } from 'vitest'
import { readWebArchive } from '../../../electron/formats/webarchive.ts'
import { failuresOf, fixture, itemsOf, readFixture, readText, recognisedAs } from '../../formats/reading.ts'

const plist = (body: string): string =>
  `<?xml version="1.0"?><plist version="1.0"><dict>${body}</dict></plist>`
const resource = (url: string, text: string): string =>
  `<dict><key>WebResourceURL</key><string>${url}</string><key>WebResourceData</key><data>${Buffer.from(text).toString('base64')}</data></dict>`

describe("Safari's archive", () => {
  it.each(['ferry.webarchive', 'tea.webarchive'])('%s is recognised without its name', async name => {
    expect(await recognisedAs(`webarchive/${name}`)).toBe('webarchive')
  })

  it('has its whole file as the original', async () => {
    const [item] = itemsOf(await readFixture(readWebArchive, 'webarchive/tea.webarchive'))
    expect(item && Buffer.from(item.original.bytes)).toEqual(await fixture('webarchive/tea.webarchive'))
  })

  it('takes of a page of frames the frame with the words', async () => {
    const frame = (url: string, text: string): string =>
      `<dict><key>WebMainResource</key>${resource(url, text)}</dict>`
    const text = plist(
      `<key>WebMainResource</key>${resource('http://news.example/', '<html><frameset cols="1,1"></frameset></html>')}
<key>WebSubframeArchives</key><array>${frame('http://news.example/a', '<p>menu</p>')}${frame('http://news.example/b', `<p>${'words '.repeat(40)}</p>`)}</array>`,
    )
    const [item] = itemsOf(await readText(readWebArchive, text))
    expect(item?.stated.url).toBe('http://news.example/')
    expect(item?.content).toMatchObject({
      html: expect.stringContaining('words words'),
      base: 'http://news.example/b',
    })
  })

  it.each([
    ['nothing', '', 'empty'],
    ['a list without a page', plist('<key>WebSubresources</key><array/>'), 'damaged'],
    [
      'a page without words',
      plist(`<key>WebMainResource</key>${resource('http://news.example/', ' ')}`),
      'no-text',
    ],
    ['something else', 'words', 'damaged'],
  ])('fails for %s with its reason', async (_name, text, reason) => {
    expect(failuresOf(await readText(readWebArchive, text))).toMatchObject([{ key: '', reason }])
  })

  it('that is cut off fails as damaged', async () => {
    const whole = await fixture('webarchive/ferry.webarchive')
    for (const length of [8, 40, 1000, whole.length - 1])
      expect(failuresOf(await readText(readWebArchive, whole.subarray(0, length)))).toMatchObject([
        { reason: 'damaged' },
      ])
  })
})
