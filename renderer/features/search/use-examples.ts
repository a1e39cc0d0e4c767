import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { Term } from '../../../electron/core/search/query.ts'
import { useRequest } from '../../api/use-request.ts'
import { withTerm } from './terms-in-query.ts'
import { today } from './today.ts'
import { useFacets } from './use-search-request.ts'

const EXAMPLES = [
  'all',
  'phrase',
  'any',
  'not',
  'prefix',
  'title',
  'source',
  'by',
  'tag',
  'in',
  'date',
  'range',
  'words',
  'happened',
  'is',
  'has',
  'lang',
  'site',
  'pinyin',
] as const

interface Example {
  readonly id: (typeof EXAMPLES)[number]
  readonly query: string
}

/** Queries to show the language by: with a source, tag, collection and month of the library where it has some. */
export function useExamples(all: Filter): Example[] {
  const { t } = useTranslation()
  const { data: facets } = useFacets(all, true)
  const { data: overview } = useRequest('library:overview', {})
  const names = t('search.fields', { returnObjects: true })
  const printed = (term: Term) => withTerm('', term, today(), names)
  const examples: Readonly<Record<Example['id'], string>> = t('search.examples', { returnObjects: true })
  const words = (field: 'source' | 'tag', text: string) =>
    printed({ kind: 'text', field, text, exact: false, prefix: false })
  const month = facets?.month.find(({ value }) => /^\d{4}-\d{2}$/u.test(value))?.value
  const own: Partial<Record<Example['id'], string>> = {
    source: words('source', facets?.source[0]?.value ?? examples.source),
    tag: words('tag', facets?.tag[0]?.value ?? examples.tag),
    in: printed({ kind: 'in', text: overview?.collections[0]?.name ?? examples.in }),
    ...(month ? { date: printed({ kind: 'date', clock: 'published', edtf: month }) } : {}),
  }
  return EXAMPLES.map(id => ({ id, query: own[id] ?? examples[id] }))
}
