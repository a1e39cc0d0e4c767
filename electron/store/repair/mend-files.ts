import { articleSchema } from '../../core/model/article.ts'
import { nameOf } from '../backup/library-paths.ts'
import { sha256Of } from '../content-files.ts'
import { parseJson } from '../json-file.ts'
import { ARTICLES_FOLDER, ASSETS_FOLDER, articlePath, originalPath } from '../paths.ts'
import type { Problem } from '../verify.ts'
import { type Mended, replaceKeeping, spareOf, type Workbench } from './workbench.ts'

/** Takes articles, originals and assets that are missing or not as they were written from the backups that have them. */
export async function mendFiles(bench: Workbench, problems: readonly Problem[]): Promise<void> {
  const paths = new Set(
    problems.flatMap(({ kind, what, detail }) => {
      if (DAMAGED.has(kind)) return [what]
      return MISSING.has(kind) && detail !== undefined ? [detail] : []
    }),
  )
  for (const path of paths) {
    const { kind, isRight } = kindOf(path)
    const bytes = await spareOf(bench, path, isRight)
    if (bytes === undefined) continue
    await replaceKeeping(bench, path, bytes)
    bench.mended.push({ kind, what: path })
  }
}

const DAMAGED: ReadonlySet<Problem['kind']> = new Set([
  'damaged-article',
  'damaged-original',
  'damaged-asset',
])
const MISSING: ReadonlySet<Problem['kind']> = new Set([
  'missing-article',
  'missing-original',
  'missing-asset',
])

function kindOf(path: string): { kind: Mended['kind']; isRight: (bytes: Uint8Array) => boolean } {
  if (path.startsWith(`${ARTICLES_FOLDER}/`)) return { kind: 'article-restored', isRight: isArticleOf(path) }
  if (path.startsWith(`${ASSETS_FOLDER}/`))
    return { kind: 'asset-restored', isRight: bytes => nameOf(path).startsWith(`${sha256Of(bytes)}.`) }
  return { kind: 'original-restored', isRight: bytes => originalPath(sha256Of(bytes)) === path }
}

const isArticleOf =
  (path: string) =>
  (bytes: Uint8Array): boolean => {
    const parsed = parseJson(bytes, articleSchema)
    return 'value' in parsed && articlePath(parsed.value.id, parsed.value.revision) === path
  }
