import { describe, expect, it } from 'vitest'
import { pathsBeside } from '../../../electron/formats/page-folder.ts'

describe('pathsBeside', () => {
  it.each([
    ['News.html', './News_files/a%20b.png?x=1#y', ['News_files/a b.png', 'News_files/a%20b.png']],
    ['News.html', 'News.files\\image001.png', ['News.files/image001.png']],
    ['News.html', 'Notizie-Dateien/a.png', ['Notizie-Dateien/a.png']],
    ['renamed.html', 'News_files/a.png', ['News_files/a.png']],
    ['report.html', 'report_html_1f.png', ['report_html_1f.png']],
    ['茶.html', '%E8%8C%B6_files/1.jpg', ['茶_files/1.jpg', '%E8%8C%B6_files/1.jpg']],
  ])('of %s and %s are %j', (page, address, expected) => {
    expect(pathsBeside(page, address)).toEqual(expected)
  })

  it('are tried composed and decomposed', () => {
    expect(pathsBeside('Café.html', 'Café_files/a.png')).toEqual([
      'Caf\u00e9_files/a.png',
      'Cafe\u0301_files/a.png',
    ])
  })

  it('never lead out by what is decoded: the name stays as it stands', () => {
    expect(pathsBeside('News.html', 'News_files/..%2f..%2fsecret.png')).toEqual([
      'News_files/..%2f..%2fsecret.png',
    ])
    expect(pathsBeside('News.html', 'News_files/a%00.png')).toEqual(['News_files/a%00.png'])
  })

  it.each([
    '../News_files/a.png',
    'News_files/../../secret.png',
    'News_files\\..\\..\\secret.png',
    '/etc/News_files/a.png',
    '\\\\host\\News_files\\a.png',
    'C:/News_files/a.png',
    'file:///News_files/a.png',
    'https://news.example/News_files/a.png',
    'Pictures/private.png',
    'private.png',
    '',
  ])('there are none for %j', address => {
    expect(pathsBeside('News.html', address)).toEqual([])
  })
})
