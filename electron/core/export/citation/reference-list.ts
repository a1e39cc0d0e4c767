import { toHtml } from 'hast-util-to-html'
import type { Inline } from '../../model/body.ts'
import { runsOf, textOfRuns } from '../inline-runs.ts'
import type { Reference } from './format-references.ts'

/** A list of references with its heading; the entries of a numbered style are counted. */
export interface ReferenceList {
  readonly title: string
  readonly language: 'en' | 'zh-Hans'
  readonly references: readonly Reference[]
  readonly isNumbered: boolean
}

type Counted = Pick<ReferenceList, 'references' | 'isNumbered'>

const lead = ({ isNumbered }: Counted, index: number): string => (isNumbered ? `[${index + 1}] ` : '')

const text = (words: readonly Inline[]): string => textOfRuns(runsOf(words))

/** One reference a paragraph. */
export const referencesText = (list: ReferenceList): string =>
  `${[list.title, ...list.references.map(({ words }, index) => `${lead(list, index)}${text(words)}`)].join('\n\n')}\n`

/** The references with their numbers, where they have some. */
export const countedReferences = (list: Counted): Reference[] =>
  list.references.map(({ id, words }, index) => ({
    id,
    words: [{ type: 'text', value: lead(list, index) }, ...words],
  }))

const paragraphs = (list: Counted) =>
  countedReferences(list).map(({ words: children }) => ({
    type: 'element' as const,
    tagName: 'p',
    properties: {},
    children: [...children],
  }))

/** The same as a page of its own, which loads nothing. */
export const referencesHtml = (list: ReferenceList): string =>
  toHtml(
    {
      type: 'root',
      children: [
        { type: 'doctype' },
        {
          type: 'element',
          tagName: 'html',
          properties: { lang: list.language },
          children: [
            {
              type: 'element',
              tagName: 'head',
              properties: {},
              children: [
                { type: 'element', tagName: 'meta', properties: { charSet: 'utf-8' }, children: [] },
                {
                  type: 'element',
                  tagName: 'title',
                  properties: {},
                  children: [{ type: 'text', value: list.title }],
                },
                {
                  type: 'element',
                  tagName: 'style',
                  properties: {},
                  children: [
                    {
                      type: 'text',
                      value:
                        'body{max-width:40rem;margin:3rem auto;padding:0 1rem;font:1rem/1.6 Georgia,"Source Serif 4","Noto Serif SC","Songti SC",serif}p{padding-left:2em;text-indent:-2em;overflow-wrap:anywhere}',
                    },
                  ],
                },
              ],
            },
            {
              type: 'element',
              tagName: 'body',
              properties: {},
              children: [
                {
                  type: 'element',
                  tagName: 'h1',
                  properties: {},
                  children: [{ type: 'text', value: list.title }],
                },
                ...paragraphs(list),
              ],
            },
          ],
        },
      ],
    },
    { upperDoctype: true },
  )

/**
 * References for the clipboard: plain text, and HTML for a program that takes rich text. One reference alone has no
 * number.
 */
export function referencesToCopy(list: Counted): { text: string; html: string } {
  const counted = { ...list, isNumbered: list.isNumbered && list.references.length > 1 }
  return {
    text: counted.references.map(({ words }, index) => `${lead(counted, index)}${text(words)}`).join('\n'),
    html: toHtml({ type: 'root', children: paragraphs(counted) }),
  }
}
