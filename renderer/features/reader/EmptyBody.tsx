import { FileX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Article } from '../../../electron/core/model/article.ts'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

interface Props {
  readonly clipping: Pick<Clipping, 'originals' | 'url'>
  readonly article: Pick<Article, 'setAside'>
}

/** Why an article has no text, as far as can be told. */
function reasonOf({ clipping, article }: Props): 'set-aside' | 'scan' | 'link' | 'nothing' {
  if (article.setAside.length > 0) return 'set-aside'
  if (clipping.originals.some(({ mediaType }) => mediaType === 'application/pdf')) return 'scan'
  return clipping.url === undefined ? 'nothing' : 'link'
}

/** What stands in the place of a text that is not there: why it is not, and what can be done. */
export function EmptyBody(props: Props) {
  const { t } = useTranslation()
  const reason = reasonOf(props)
  return (
    <EmptyState icon={<FileX />} title={t(`reader.emptyBody.${reason}.what`)}>
      {t(`reader.emptyBody.${reason}.detail`)}
    </EmptyState>
  )
}
