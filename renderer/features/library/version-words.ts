import type { TFunction } from 'i18next'
import type { Output } from '../../../electron/ipc/contract.ts'

type Version = Output<'backup:clipping-versions'>['versions'][number]

/** The fields of a clipping that a person knows by name. */
const NAMED = [
  'title',
  'bylines',
  'source',
  'reportedBy',
  'editors',
  'language',
  'published',
  'originals',
  'tags',
  'collections',
  'starred',
  'readAt',
  'note',
  'trashedAt',
] as const

/** What differs between a version in a backup and the clipping now, in words. */
export function fieldsWords(t: TFunction, { fields, text }: Version): string {
  const isNamed = (field: string) => NAMED.some(name => name === field)
  const differing = [
    ...(text === 'differs' ? [t('backups.field.article')] : []),
    ...NAMED.filter(field => fields.includes(field)).map(field => t(`backups.field.${field}`)),
    ...(fields.every(isNamed) ? [] : [t('backups.field.other')]),
  ]
  return t('backups.earlierFields', { fields: differing.join(t('common.listGap')) })
}
