import { describe, expect, it } from 'vitest'
import { readBookmarks } from '../../../electron/formats/bookmarks.ts'
import {
  failuresOf,
  itemNamed,
  itemsOf,
  originalOf,
  readFixture,
  readText,
  recognisedAs,
} from '../../formats/reading.ts'

const FILE = 'bookmarks/bookmarks.html'

describe('a bookmark file', () => {
  it('is recognised by its document type', async () => {
    expect(await recognisedAs(FILE, 'bookmarks.txt')).toBe('bookmarks')
  })

  it('accounts for each bookmark', async () => {
    const reads = await readFixture(readBookmarks, FILE)
    expect(itemsOf(reads).map(({ stated }) => stated.title)).toEqual([
      'At the top',
      'Harbour ferries return',
      '渡轮恢复冬季班次',
      'After the inner folder',
      'The last one',
    ])
    expect(failuresOf(reads)).toMatchObject([{ key: 'bookmark 5', name: 'Most visited', reason: 'damaged' }])
  })

  it('keeps folders, tags, times and descriptions', async () => {
    const reads = await readFixture(readBookmarks, FILE)
    expect(itemNamed(reads, 'Harbour ferries return').stated).toMatchObject({
      url: 'https://news.example/ferries?a=1&b=2',
      folders: [['Transport & harbour']],
      tags: ['ferries', 'winter timetable'],
      savedAt: '2023-07-06T07:31:35.000Z',
      note: 'Ask the harbour office',
    })
    expect(itemNamed(reads, '渡轮恢复冬季班次').stated).toMatchObject({
      folders: [['Transport & harbour', '渡轮']],
      savedAt: '2023-11-14T22:13:20.000Z',
      note: '核实票价 <待办>',
      isRead: false,
    })
    expect(itemNamed(reads, 'After the inner folder').stated.folders).toEqual([['Transport & harbour']])
    expect(itemNamed(reads, 'The last one').stated).toMatchObject({ folders: [], savedAt: undefined })
  })

  it('keeps the markup of a bookmark with its description', async () => {
    const item = itemNamed(await readFixture(readBookmarks, FILE), '渡轮恢复冬季班次')
    expect(originalOf(item)).toMatch(
      /^<A HREF="https:\/\/xinwen\.example\/dulun"[\s\S]*<DD>核实票价 &lt;待办&gt;$/u,
    )
  })

  it('has what stands before the place where it is cut off', async () => {
    const reads = await readText(
      readBookmarks,
      '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://a.example/1">One</A><DD>Its descr',
    )
    expect(itemsOf(reads)).toMatchObject([{ stated: { title: 'One', note: 'Its descr' } }])
  })

  it('refuses 100,000 folders in one another', async () => {
    const reads = await readText(
      readBookmarks,
      `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<DL><DT><H3>f</H3>'.repeat(100_000)}`,
    )
    expect(failuresOf(reads)).toMatchObject([{ key: '', reason: 'unsafe' }])
  })
})
