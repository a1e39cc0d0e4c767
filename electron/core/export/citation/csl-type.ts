import type { Clipping } from '../../model/clipping.ts'
import { precisionOf } from '../../model/edtf.ts'

export type CslType = 'article-newspaper' | 'article-magazine' | 'webpage' | 'report' | 'document'

const MAGAZINE = /(?:周刊|週刊|月刊|杂志|雜誌|画报|畫報)$|\b(?:magazine|weekly|monthly|review)\b/iu
/** Who publishes about himself: a ministry, a university, a company's own site. */
const OWN_SITE =
  /(?:网站|網站|官网|官網|政府网|政府|委员会|委員會|[部局厅院署]|大学|大學|公司|研究所)$|\b(?:ministry|department|commission|council|government|university|institute|authority|gov)\b/iu
const REPORT = /(?:报告|報告|白皮书|白皮書|公报|公報)(?:[（(].*)?$|\b(?:report|white paper|working paper)\b/iu
const PAGED = /pdf|msword|wordprocessing|opendocument|rtf/u

/**
 * What kind of work a clipping is, by what it says of itself: what an outlet printed is an article of a newspaper or of a
 * magazine; a page without an outlet, or of a body's own site, is a web page; a document with pages that calls itself a
 * report is one. A text that states the day on which it was published is taken for an article of the press where nothing
 * says otherwise. Anything else is a document, which says nothing more.
 */
export function cslType({ title, source, sources, url, originals, published }: Clipping): CslType {
  const outlet = source?.name ?? sources[0]?.name
  const isPaged = originals.some(({ mediaType }) => PAGED.test(mediaType))
  const isReport = isPaged && REPORT.test(title)
  if (outlet !== undefined && !OWN_SITE.test(outlet))
    return MAGAZINE.test(outlet) ? 'article-magazine' : 'article-newspaper'
  if (isReport) return 'report'
  if (url !== undefined || source?.url !== undefined || outlet !== undefined) return 'webpage'
  const hasDay =
    typeof published === 'object' && ['day', 'minute', 'second'].includes(precisionOf(published.edtf))
  return hasDay && !isPaged ? 'article-newspaper' : 'document'
}
