import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { articleMarkdown } from '../../electron/core/export/markdown/article.ts'
import { wordsOf } from '../../electron/core/export/markdown/figure.ts'
import { flavourOf } from '../../electron/core/export/markdown/flavour-of.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import {
  DEFAULT_MARKDOWN,
  MARKDOWN_FLAVOURS,
  type MarkdownFlavour,
} from '../../electron/core/model/markdown-layout.ts'
import { bodyOf, parsed, plainBody } from '../unit/core/export/markdown/read-back.ts'
import { articleWith, block, clippingWith, text } from '../unit/core/export/sample-clipping.ts'
import { blocks, tables, words } from './markdown-arbitraries.ts'

const bodies = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: blocks },
    { weight: 2, arbitrary: tables },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(
          '{{< youtube x >}}',
          '{{% x %}}',
          '<!--more-->',
          '{{</* x */>}}',
          'a {.c}',
          ': term',
          'key:: value',
          'TODO it',
          '((0199c000-0000-7000-8000-000000000001))',
          '[[page]]',
          '{{query x}}',
        )
        .chain(first => words.map(rest => block('p', text(`${first}${rest}`)))),
    },
  ),
  { maxLength: 4 },
)

const written = (
  children: Parameters<typeof articleWith>[0],
  flavour: MarkdownFlavour,
  clipping = clippingWith(),
) =>
  articleMarkdown(clipping, articleWith(children), {
    language: 'en',
    layout: { ...DEFAULT_MARKDOWN, flavour },
  })

/** All that is read of a file, without white space, which the flavours set differently. */
const letters = (root: Root): string => {
  const start = root.children.findIndex(node => node.type === 'heading')
  return root.children
    .slice(start)
    .map(node => wordsOf(node))
    .join('')
    .replace(/\s+/gu, '')
}

const nodesOf = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
]

const yamlOf = (markdown: string): unknown => {
  const [first] = parsed(markdown).children
  // As the readers in Go and JavaScript that still follow YAML 1.1 take it.
  return first?.type === 'yaml' ? parse(first.value, { version: '1.1' }) : undefined
}

const run = { seed: 20250719, numRuns: 150 }

describe('the Markdown of a flavour', { timeout: 60_000 }, () => {
  it.each(['github', 'obsidian'] as const)(
    'reads back as the same blocks, whatever the text, as %s',
    flavour => {
      fc.assert(
        fc.property(bodies, children => {
          const article = articleWith(children)
          expect(bodyOf(parsed(written(children, flavour)))).toEqual(plainBody(article.body))
        }),
        run,
      )
    },
  )

  it('has the same words, no HTML and nothing that runs, as hugo', () => {
    fc.assert(
      fc.property(bodies, children => {
        const markdown = written(children, 'hugo')
        expect(markdown).not.toMatch(/\{\{[<%]|<!--\s*more\s*-->/iu)
        const root = parsed(markdown)
        expect(nodesOf(root).filter(({ type }) => type === 'html')).toEqual([])
        expect(letters(root)).toBe(letters(parsed(written(children, 'commonmark'))))
      }),
      run,
    )
  })

  it('is an outline whose only properties are its own, as logseq', () => {
    fc.assert(
      fc.property(bodies, words, (children, title) => {
        const markdown = written(children, 'logseq', clippingWith({ title, note: title }))
        const [properties = '', outline = ''] = markdown.split(/\n\n(?=- )/u)
        for (const line of properties.split('\n')) expect(line).toMatch(/^[a-z-]+:: \S/u)
        const lines = outline.split('\n').filter(line => line !== '')
        for (const line of lines) expect(line).toMatch(/^\t*(?:- |-$| {2})/u)
        const fenced = /^\t*(?:- | {2})(`{3,}|~{3,})[\s\S]*?\n\t* {2}\1$/gmu
        // Without what is escaped and what is code.
        const plain = outline.replace(fenced, '').replace(/\\.|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/gu, '')
        for (const line of plain.split('\n')) {
          if (/^\s*logseq\.order-list-type:: number$/u.test(line)) continue
          expect(line).not.toMatch(/^\s*(?:- )?[^\s:]+::(?:\s|$)/u)
          expect(line).not.toMatch(/^\s*- (?:TODO|DOING|DONE|NOW|LATER) /u)
          expect(line).not.toMatch(/\(\(|\{\{|\[\[/u)
        }
      }),
      run,
    )
  })

  it('has front matter that says what was meant, whatever the fields hold', () => {
    const tags = fc.array(
      words.map(name => name.replace(/\s+/gu, ' ').trim().slice(0, 40)).filter(name => name !== ''),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(words, words, tags, words, (title, outlet, names, evidence) => {
        const clipping = clippingWith({
          title,
          source: { name: outlet },
          sources: [{ name: outlet }, { name: title }],
          tags: names,
          url: 'https://a.example/?a=1',
          published: { edtf: '2025-04', origin: 'text', evidence, confidence: 1 },
        })
        expect(yamlOf(written([], 'obsidian', clipping))).toMatchObject({
          title,
          source: outlet,
          'published-exact': '2025-04',
          'published-evidence': evidence,
        })
        for (const tag of (yamlOf(written([], 'obsidian', clipping)) as { tags?: string[] }).tags ?? [])
          expect(tag).toMatch(
            /^(?![\d/]+$)(?:[^\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,./:;<=>?@^`{|}~[\]\\\s]+\/?)+(?<!\/)$/u,
          )
        const hugo = yamlOf(written([], 'hugo', clipping)) as { tags?: string[]; params: object }
        expect(hugo).toMatchObject({
          title,
          draft: false,
          params: { source: outlet, published_evidence: evidence },
        })
        expect(hugo).not.toHaveProperty('url')
        expect(hugo).not.toHaveProperty('date')
        expect(hugo.tags ?? []).toEqual(names)
      }),
      run,
    )
  })
})

describe('a folder of a flavour', () => {
  const titles = fc.array(
    fc.oneof(words, fc.constantFrom('CON', 'nul.md', 'A', 'a', 'Å', 'Å', 'index', '%41', '___', 'README')),
    {
      maxLength: 6,
    },
  )

  it.each(MARKDOWN_FLAVOURS)('has names that every system takes, each once, as %s', flavour => {
    fc.assert(
      fc.property(titles, words, (all, title) => {
        const clippings = all.map(each => clippingWith({ title: each, published: 'not-stated' }) as Clipping)
        const folder = flavourOf({ ...DEFAULT_MARKDOWN, flavour }).folder({
          clippings,
          language: 'en',
          title,
        })
        const paths = [
          folder.index,
          ...(folder.sources === undefined ? [] : [folder.sources]),
          ...folder.articles,
        ]
        expect(folder.articles).toHaveLength(all.length)
        const same = (path: string) => path.normalize('NFD').toUpperCase().toLowerCase()
        expect(new Set(paths.map(same)).size).toBe(paths.length)
        for (const level of paths.flatMap(path => path.split('/'))) {
          expect(level).not.toMatch(/[<>:"\\|?*\p{Cc}\p{Cs}]|^[\s.]|[\s.]$/u)
          expect(level).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu)
          expect(level).toBe(level.normalize('NFC'))
          expect(Buffer.byteLength(level)).toBeLessThanOrEqual(143)
        }
      }),
      { seed: 20250719, numRuns: 400 },
    )
  })
})
