import { articleSchema } from '../../core/model/article.ts'
import { parseJson } from '../json-file.ts'
import { sha256Of } from '../originals.ts'
import { articlePath, originalPath } from '../paths.ts'
import type { Problem } from '../verify.ts'
import { replaceKeeping, spareOf, type Workbench } from './workbench.ts'

/** Takes articles and originals that are missing or not as they were written from the backups that have them. */
export async function mendFiles(bench: Workbench, problems: readonly Problem[]): Promise<void> {
  const paths = new Set(
    problems.flatMap(({ kind, what, detail }) => {
      if (kind === 'damaged-article' || kind === 'damaged-original') return [what]
      return (kind === 'missing-article' || kind === 'missing-original') && detail !== undefined
        ? [detail]
        : []
    }),
  )
  for (const path of paths) {
    const isArticle = path.startsWith('articles/')
    const bytes = await spareOf(bench, path, isArticle ? isArticleOf(path) : isOriginalOf(path))
    if (bytes === undefined) continue
    await replaceKeeping(bench, path, bytes)
    bench.mended.push({ kind: isArticle ? 'article-restored' : 'original-restored', what: path })
  }
}

const isOriginalOf =
  (path: string) =>
  (bytes: Uint8Array): boolean =>
    originalPath(sha256Of(bytes)) === path

const isArticleOf =
  (path: string) =>
  (bytes: Uint8Array): boolean => {
    const parsed = parseJson(bytes, articleSchema)
    return 'value' in parsed && articlePath(parsed.value.id, parsed.value.revision) === path
  }
