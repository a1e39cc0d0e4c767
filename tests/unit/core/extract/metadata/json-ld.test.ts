import { describe, expect, test } from 'vitest'
import { articlesIn } from '../../../../../electron/core/extract/metadata/json-ld.ts'

const article = (source: string) => articlesIn([source])[0]

describe('an article in JSON-LD', () => {
  test('is found in a graph, with authors that are references', () => {
    expect(
      article(
        '{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"A &amp; B","author":[{"@id":"#a"},"Bo Chen"],"datePublished":"2025-06-12"},{"@type":"Person","@id":"#a","name":"Ann Lee"}]}',
      ),
    ).toMatchObject({ headlines: ['A & B'], authors: ['Ann Lee', 'Bo Chen'], published: ['2025-06-12'] })
  })

  test.each([
    ['commas before brackets', '{"@type":"Article","headline":"H","author":["A",],}'],
    ['comments', '/* by the system */ {"@type":"Article","headline":"H","author":["A"]}'],
    ['CDATA', '//<![CDATA[\n{"@type":"Article","headline":"H","author":["A"]}\n//]]>'],
    [
      'control characters in strings',
      '{"@type":"Article","headline":"H","author":["A"],"description":"one\n\ttwo"}',
    ],
    ['a semicolon at the end', '{"@type":"Article","headline":"H","author":["A"]};'],
    [
      'escapes that JSON has not',
      '{"@type":"Article","headline":"H","author":["A"],"description":"it\\\'s"}',
    ],
  ])('is read in spite of %s', (_name, source) => {
    expect(article(source)).toMatchObject({ headlines: ['H'], authors: ['A'] })
  })

  test.each([
    ['zerst&ouml;rt &#8211; wieder &#x201e;auf&ldquo;', 'zerstört – wieder „auf“'],
    ['R&D < 5 & more', 'R&D < 5 & more'],
  ])('has entities that were escaped once too often as characters: %s', (headline, words) => {
    expect(article(JSON.stringify({ '@type': 'Article', headline }))?.headlines).toEqual([words])
  })

  test('is absent where there is none, however broken', () => {
    for (const source of ['', '{', 'null', '[]', '{"@type":"Organization","name":"X"}', '"text"'])
      expect(articlesIn([source])).toEqual([])
  })
})
