import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { wordsOf } from '../../../electron/core/export/markdown/figure.ts'
import { oneLine } from '../../../electron/core/export/one-line.ts'
import { templateData } from '../../../electron/core/export/template/template-data.ts'
import { templateFile } from '../../../electron/core/export/template/template-file.ts'
import { BUILT_IN_TEMPLATE_IDS, BUILT_IN_TEMPLATES } from '../../../electron/core/model/built-in-templates.ts'
import type { TemplateText } from '../../../electron/core/model/export-template.ts'
import { renderTemplate } from '../../../electron/work/render-template.ts'
import { words } from '../../properties/markdown-arbitraries.ts'
import { parsed } from '../core/export/markdown/read-back.ts'
import { SAMPLE_ENTRIES } from '../core/export/sample-collection.ts'
import { sourceOf, textOf } from '../core/export/sample-source.ts'

const DATA = templateData(sourceOf(SAMPLE_ENTRIES), SAMPLE_ENTRIES)
const markdown = (text: string): TemplateText => ({ kind: 'markdown', text })
const filled = (text: string, data = DATA): string => {
  const result = renderTemplate(markdown(text), data)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const problem = (text: string, kind: TemplateText['kind'] = 'markdown') => {
  const result = renderTemplate({ kind, text }, DATA, 500)
  return result.ok ? result.value : result.error
}
const nodesOf = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
]

describe('a template', () => {
  it.each(BUILT_IN_TEMPLATE_IDS)('of ours, %s, is written in both languages', async id => {
    for (const language of ['en', 'zh-Hans'] as const) {
      const source = sourceOf(SAMPLE_ENTRIES, { language, template: BUILT_IN_TEMPLATES[id] })
      await expect(await textOf(templateFile(source))).toMatchFileSnapshot(
        `fixtures/templates/${id}.${language}.md`,
      )
    }
  })

  it('loops, asks and filters', () => {
    expect(filled('{% for a in articles %}{{ a.number }}{% if a.note %}!{% endif %} {% endfor %}')).toBe(
      '1! 2 3 4! ',
    )
    expect(filled('{{ articles | map: "source" | compact | size }}')).toBe('3')
  })

  it('says what is wrong, and where', () => {
    expect(problem('a\nb {% frobnicate %}')).toEqual({
      reason: 'unknown-tag',
      line: 2,
      column: 3,
      word: 'frobnicate',
    })
    expect(problem('{{ title | sparkle }}')).toMatchObject({
      reason: 'unknown-filter',
      line: 1,
      word: 'sparkle',
    })
    expect(problem('x\n\n{{ titel }}')).toMatchObject({ reason: 'unknown-value', line: 3, word: 'titel' })
    expect(problem('---\na: {{ title }}\n---\n\n{{ articles[0].titel }}')).toMatchObject({
      reason: 'unknown-value',
      line: 5,
      word: 'articles.0.titel',
    })
    expect(problem('{% for a in articles %}')).toMatchObject({ reason: 'not-closed', line: 1, column: 1 })
    expect(problem('{{ title ')).toMatchObject({ reason: 'not-closed', line: 1 })
    expect(problem('{% assign %}')).toMatchObject({ reason: 'syntax', line: 1 })
    expect(problem('---\na: [\n---\n')).toMatchObject({ reason: 'front-matter', line: 1 })
  })

  it.each([
    '{% include "x" %}',
    '{% render "/etc/passwd" %}',
    '{% layout "x" %}',
    '{{ "now" | date: "%s" }}',
    '{{ title | strip_html }}',
    '{{ title.constructor }}',
    '{{ articles.constructor.constructor }}',
    '{{ __proto__ }}',
    '{{ articles[0].markdown.constructor }}',
  ])('has no way out: %s', text => {
    expect(problem(text)).toMatchObject({ reason: expect.stringMatching(/^unknown-/u) })
  })

  it.each([
    [
      '{% for i in (1..5000) %}{% for j in (1..5000) %}{{ j }}{% endfor %}{% endfor %}',
      /^too-(?:slow|large)$/u,
    ],
    ['{% for i in (1..900000000) %}x{% endfor %}', /^too-large$/u],
    [`{% for i in (1..9000) %}${'x'.repeat(10_000)}{% endfor %}`, /^too-large$/u],
    [
      `{% capture c %}{% for i in (1..9000) %}${'x'.repeat(10_000)}{% endfor %}{% endcapture %}`,
      /^too-large$/u,
    ],
    ['{% assign s = "x" %}{% for i in (1..99) %}{% assign s = s | append: s %}{% endfor %}', /^too-large$/u],
  ])('that would not end is ended: %s', { timeout: 30_000 }, (text, reason) => {
    expect(problem(text)).toMatchObject({ reason: expect.stringMatching(reason) })
  })

  it('keeps words words in Markdown, wherever it puts them', () => {
    const places = [
      '# {{ title }}\n',
      '{{ title }}\n',
      '- {{ title }}\n',
      '1. {{ title }}\n',
      '> {{ title }}\n',
      'a {{ title }} b\n',
      '{{ title | quote }}\n',
      '| a | b |\n| - | - |\n| {{ title }} | x |\n',
    ]
    fc.assert(
      fc.property(words, fc.constantFrom(...places), (title, place) => {
        const written = filled(place, { ...DATA, title })
        const root = parsed(written)
        expect(nodesOf(root).filter(({ type }) => type === 'html' || type === 'image')).toEqual([])
        expect(root.children.length).toBeLessThanOrEqual(1)
        const frame = wordsOf(parsed(filled(place, { ...DATA, title: 'X' }))).replace(/\s/gu, '')
        const squeezed = (text: string) => text.replace(/[\s\u0085]+/gu, '').replace(/[\p{Cc}]/gu, '')
        const said = place.includes('quote') ? oneLine(title.replace(/[\r\n]+/gu, '')) : oneLine(title)
        expect(squeezed(wordsOf(root))).toBe(squeezed(frame.replace('X', () => said)))
      }),
      { seed: 20250719, numRuns: 400 },
    )
  })

  it('keeps words words in front matter', () => {
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 3 }), (title, tags) => {
        const written = filled('---\ntitle: {{ title }}\ntags: {{ tags }}\ncount: {{ count }}\n---\n', {
          ...DATA,
          title,
          tags,
        })
        const [first] = parsed(written).children
        const said = first?.type === 'yaml' ? parse(first.value, { version: '1.1' }) : undefined
        expect(said).toEqual({ title, tags, count: 4 })
      }),
      { seed: 20250719, numRuns: 400 },
    )
  })

  it('of plain text escapes nothing', () => {
    expect(problem('{{ title }} *{{ articles[1].source }}*', 'text')).toBe(
      '港口与渡轮 Harbour file *The Harbour Ledger*',
    )
  })
})
