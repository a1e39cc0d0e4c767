import type { Article } from '../../model/article.ts'
import type { ExportSource, Picture } from '../writer.ts'

/** The pictures that an article shows and the library has, each once, in the order of the text; not those that `known` has. */
export async function* picturesOf(
  article: Pick<Article, 'body'>,
  source: Pick<ExportSource, 'picture'>,
  known?: ReadonlyMap<string, unknown>,
): AsyncGenerator<Picture & { readonly sha256: string }> {
  const seen = new Set<string>()
  for (const block of article.body.children) {
    if (block.tagName !== 'figure') continue
    for (const child of block.children) {
      if (child.tagName !== 'img' || seen.has(child.properties.dataAsset)) continue
      const sha256 = child.properties.dataAsset
      seen.add(sha256)
      if (known?.has(sha256)) continue
      const picture = await source.picture(sha256)
      if (picture !== undefined) yield { ...picture, sha256 }
    }
  }
}
