import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import { runsOf, textOfRuns } from '../inline-runs.ts'
import type { ExportPlan } from '../plan.ts'
import { wordsOf } from '../words.ts'
import type { AssetPath } from './figure.ts'
import { wordsOf as wordsOfNode } from './figure.ts'
import { frontMatter, planProperties } from './front-matter.ts'
import { detailsOf, sectionOf, titlePhrasing } from './section.ts'
import { markdownOf } from './serialise.ts'

/**
 * A collection as one file: front matter, its title as the only heading of depth 1, a list of contents that
 * links to the articles, and each article as a section of depth 2, its sub-headings one level lower.
 * For a preview, `firstArticles` ends the file after so many of them;
 * the contents still list all.
 */
export function collectionMarkdown(plan: ExportPlan, assetPath?: AssetPath, firstArticles?: number): string {
  const { language } = plan
  const sections = plan.entries.map(entry => sectionOf(entry, 2, { language, assetPath }))
  const anchor = anchors()
  const heading = titlePhrasing(plan.title, language)
  anchor(heading)
  const links = sections.map(section => section.map(headingAnchor(anchor)).find(found => found !== undefined))
  return markdownOf([
    frontMatter(planProperties(plan)),
    { type: 'heading', depth: 1, children: heading },
    { type: 'paragraph', children: [{ type: 'strong', children: [text(wordsOf(language).contents)] }] },
    ...contentsList(
      plan,
      links.map(link => `#${link ?? ''}`),
    ),
    ...sections.slice(0, firstArticles).flat(),
  ])
}

const headingAnchor = (anchor: (children: PhrasingContent[]) => string) => (node: RootContent) =>
  node.type === 'heading' ? anchor(node.children) : undefined

const text = (value: string) => ({ type: 'text' as const, value })

/** An ordered list of the articles, each linked to the address at its index. */
export function contentsList(plan: ExportPlan, addresses: readonly string[]): RootContent[] {
  if (plan.entries.length === 0) return []
  const children = plan.entries.map((entry, index): ListItem => {
    const title = textOfRuns(runsOf([{ type: 'text', value: entry.clipping.title }]))
    const label = title === '' ? wordsOf(plan.language).untitled : title
    const details = detailsOf(entry, plan.language)
    return {
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: addresses[index] ?? '', children: [text(label)] },
            text(` — ${details}`),
          ],
        },
      ],
    }
  })
  return [{ type: 'list', ordered: true, start: 1, spread: false, children }]
}

/** The anchors that GitHub and most Markdown viewers give to headings, in the order of the file. */
function anchors(): (children: PhrasingContent[]) => string {
  const seen = new Map<string, number>()
  return children => {
    const slug = children
      .map(wordsOfNode)
      .join('')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-')
    let unique = slug
    while (seen.has(unique)) {
      const count = (seen.get(slug) ?? 0) + 1
      seen.set(slug, count)
      unique = `${slug}-${count}`
    }
    seen.set(unique, 0)
    return unique
  }
}
