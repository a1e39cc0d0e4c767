import type { HtmlTools } from '../core/extract/html/tools.ts'
import { defuddleLines } from './html-defuddle.ts'
import { readabilityLines } from './html-readability.ts'

function resolveUrl(address: string, base: string | undefined): string | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined
  return url !== undefined && /^https?:$/u.test(url.protocol) ? url.href : undefined
}

/** What reading a page needs: the libraries' extractors, and addresses resolved as a browser does. */
export const htmlTools: HtmlTools = {
  readability: readabilityLines,
  defuddle: defuddleLines,
  resolveUrl,
}
