import { describe, expect, it } from 'vitest'
import { readPocketCsv } from '../../../electron/formats/pocket-csv.ts'
import {
  failuresOf,
  itemNamed,
  itemsOf,
  originalOf,
  readFixture,
  readText,
  recognisedAs,
} from '../../formats/reading.ts'

const FILE = 'pocket/part_000000.csv'

describe('a Pocket CSV', () => {
  it('is recognised by its columns, whatever it is called', async () => {
    expect(await recognisedAs(FILE, 'photo.jpg')).toBe('pocket')
  })

  it('accounts for each of its rows', async () => {
    const reads = await readFixture(readPocketCsv, FILE)
    expect(reads).toHaveLength(7)
    expect(itemsOf(reads).map(({ key }) => key)).toEqual(['line 2', 'line 3', 'line 4', 'line 5', 'line 8'])
    expect(failuresOf(reads).map(({ key, reason }) => [key, reason])).toEqual([
      ['line 6', 'damaged'],
      ['line 7', 'damaged'],
    ])
  })

  it('keeps address, title, time, tags and state of each', async () => {
    const reads = await readFixture(readPocketCsv, FILE)
    expect(itemNamed(reads, 'Harbour ferries return to the winter timetable')).toMatchObject({
      content: { kind: 'link' },
      stated: {
        url: 'https://news.example/ferries?from=home',
        savedAt: '2023-07-06T07:31:35.000Z',
        tags: ['transport', 'harbour'],
        isRead: false,
      },
    })
    expect(itemNamed(reads, '南湖水位连续三日下降').stated).toMatchObject({
      tags: ['水利', '南湖 水位'],
      isRead: true,
      savedAt: '2023-11-14T22:13:20.000Z',
    })
  })

  it('reads quotes, commas and line breaks in a cell', async () => {
    const reads = await readFixture(readPocketCsv, FILE)
    expect(itemNamed(reads, 'Council says "no" to the tram, again').stated.tags).toEqual([])
    expect(itemNamed(reads, 'Two\nlines of headline').stated.tags).toEqual(['a, b'])
  })

  it('takes an address in the place of a title for no title', async () => {
    const [untitled] = itemsOf(await readFixture(readPocketCsv, FILE)).filter(({ key }) => key === 'line 5')
    expect(untitled?.stated.title).toBeUndefined()
    expect(untitled?.name).toBe('https://news.example/untitled')
  })

  it('keeps each row as the file has it', async () => {
    const reads = await readFixture(readPocketCsv, FILE)
    const [, second] = itemsOf(reads)
    expect(second && originalOf(second)).toBe(
      '"Council says ""no"" to the tram, again",https://news.example/tram,1688627412,,archive',
    )
  })

  it('goes on with the next line after a row whose quotes stay open', async () => {
    const reads = await readText(
      readPocketCsv,
      'title,url,time_added,tags,status\n"open,https://a.example/1,1,,unread\nB,https://a.example/2,1700000000,x,unread\n',
    )
    expect(failuresOf(reads)).toMatchObject([{ key: 'line 2', reason: 'damaged' }])
    expect(itemsOf(reads)).toMatchObject([{ key: 'line 3', stated: { title: 'B', tags: ['x'] } }])
  })

  it('reads a copy that a table program saved in GBK', async () => {
    const reads = await readFixture(readPocketCsv, 'pocket/saved-in-gbk.csv')
    expect(itemsOf(reads).map(({ stated }) => [stated.title, stated.tags])).toEqual([
      ['南湖水位连续三日下降，部门称供水正常', ['水利']],
      ['渡轮恢复冬季班次，票价不变', ['交通', '渡轮']],
    ])
  })

  it('ends with its reason where it is empty or cut off', async () => {
    expect(failuresOf(await readText(readPocketCsv, ''))).toMatchObject([{ key: '', reason: 'empty' }])
    const cut = await readText(
      readPocketCsv,
      'title,url,time_added,tags,status\nA,https://a.example/1,1,,unread\nB,htt',
    )
    expect(cut.map(read => (read.ok ? read.value.key : read.error.reason))).toEqual(['line 2', 'damaged'])
  })
})
