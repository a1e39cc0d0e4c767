import { toBase64 } from '@exodus/bytes/base64.js'
import type { Article } from '../../model/article.ts'
import { picturesOf } from '../web/pictures.ts'
import type { ExportSource } from '../writer.ts'

/** The pictures of an article as `data:` addresses, by their SHA-256. */
export async function embeddedPictures(
  article: Article,
  source: Pick<ExportSource, 'picture'>,
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>()
  for await (const { sha256, mediaType, bytes } of picturesOf(article, source))
    addresses.set(sha256, `data:${mediaType};base64,${toBase64(bytes)}`)
  return addresses
}
