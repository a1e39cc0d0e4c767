import {
  Archive,
  ChevronRight,
  FileText,
  Folder,
  Inbox,
  Newspaper,
  Search,
  Settings,
  Star,
  Trash2,
} from 'lucide-react'
import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, Row } from '../../../electron/core/model/listing.ts'
import type { Overview } from '../../../electron/core/model/overview.ts'
import { historyWords } from '../../api/change-words.ts'
import { useRequest } from '../../api/use-request.ts'
import { canRun, runCommand } from '../../commands/registry.ts'
import { type CommandId, commandIds, definitionOf } from '../../commands/table.ts'
import { formatDate } from '../../i18n/format-date.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { DEFAULT_FILTER, SECTIONS } from '../../routing/route.ts'
import { currentRoute, navigate, showFilter } from '../../routing/use-route.ts'
import { openReader } from '../../shell/panes.ts'
import { TagDot } from '../../ui/TagDot.tsx'
import { termOf, withTerm } from '../search/terms-in-query.ts'
import { today } from '../search/today.ts'
import type { Named } from './rank.ts'

/** One line of the palette. */
export interface Entry extends Named {
  readonly icon: ReactNode
  /** What tells it from others of its name: of a clipping its day and source. */
  readonly detail?: string | undefined
  readonly keys?: string | undefined
  /** What it says where that is more than its name: what undo would take back. */
  readonly shown?: string | undefined
  /** What a command is about. */
  readonly group?: string
  readonly run: () => void
}

const LANGUAGES = ['zh-Hans', 'en'] as const
const SHELVES = { inbox: <Inbox />, all: <Archive />, starred: <Star />, trash: <Trash2 /> } as const
const ALL: Filter = { ...DEFAULT_FILTER, shelf: 'all' }
/** The clippings that were clipped last. */
const LAST_CLIPPED: Filter = { shelf: 'all', query: '', clock: 'clipped' }

/** Left out of the palette: the keys of the list, and the palette itself. */
const isOffered = (id: CommandId): boolean => id !== 'palette' && definitionOf(id).list !== true

const show = (filter: Filter) => showFilter({ ...filter, clock: currentRoute().filter.clock })

/** Opens a clipping in the reader, in the list that it is found in. */
const openClipping = (id: string) => {
  navigate({ view: 'timeline', filter: { ...ALL, clock: 'clipped' }, clipping: id, pane: 'reader' })
  requestAnimationFrame(openReader)
}

/** A name in the language of the interface, then in the other. */
function useNames() {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const [zh, en] = LANGUAGES.map(language => i18n.getFixedT(language))
    const own = i18n.language === 'zh-Hans' ? [zh, en] : [en, zh]
    type Words = NonNullable<typeof zh>
    return (words: (t: Words) => string): string[] => own.flatMap(t => (t ? [words(t)] : []))
  }, [i18n, i18n.language])
}

function useCommandEntries(overview: Overview | undefined): Entry[] {
  const { t } = useTranslation()
  const namesOf = useNames()
  return useMemo(() => {
    const shownOf = (id: CommandId): string | undefined => {
      if (id !== 'undo' && id !== 'redo') return undefined
      const label = overview?.[id]
      return label && historyWords(t, id, label)
    }
    const reasonOf = (id: CommandId): string | undefined => {
      const isPossible = id === 'undo' || id === 'redo' ? overview?.[id] !== undefined : canRun(id)
      return isPossible ? undefined : t(`palette.needs.${definitionOf(id).needs ?? 'other'}`)
    }
    return commandIds.filter(isOffered).map(id => ({
      key: `command ${id}`,
      kind: 'command' as const,
      names: namesOf(say => say(`commands.names.${id}`)),
      shown: shownOf(id),
      reason: reasonOf(id),
      keys: definitionOf(id).keys[0],
      group: t(`commands.groups.${definitionOf(id).group}`),
      icon: <ChevronRight />,
      run: () => void runCommand(id),
    }))
  }, [overview, t, namesOf])
}

function usePlaceEntries(overview: Overview | undefined): Entry[] {
  const namesOf = useNames()
  return useMemo(() => {
    const shelves = (Object.keys(SHELVES) as (keyof typeof SHELVES)[]).map(
      (shelf): Entry => ({
        key: `shelf ${shelf}`,
        kind: 'place',
        names: namesOf(say => say(`shell.${shelf}`)),
        icon: SHELVES[shelf],
        run: () => show({ ...DEFAULT_FILTER, shelf }),
      }),
    )
    const sections = SECTIONS.map(
      (section): Entry => ({
        key: `section ${section}`,
        kind: 'place',
        names: namesOf(say => say('palette.inSettings', { section: say(`settings.section.${section}`) })),
        icon: <Settings />,
        run: () => navigate({ view: 'settings', section, pane: 'list' }),
      }),
    )
    const collections = (overview?.collections ?? []).map(
      ({ id, name, isByHand }): Entry => ({
        key: `collection ${id}`,
        kind: 'collection',
        names: [name],
        icon: <Folder />,
        run: () => show({ ...ALL, collection: id, ...(isByHand && { order: 'hand' }) }),
      }),
    )
    const searches = (overview?.savedSearches ?? []).map(
      ({ id, name, query }): Entry => ({
        key: `search ${id}`,
        kind: 'search',
        names: [name],
        detail: query,
        icon: <Search />,
        run: () => show({ ...DEFAULT_FILTER, query }),
      }),
    )
    return [...shelves, ...sections, ...collections, ...searches]
  }, [overview, namesOf])
}

/** Of thousands of tags those that were used last are there at once, the others when the palette has been painted. */
function useTagEntries(overview: Overview | undefined, recent: readonly string[]): Entry[] {
  const [isWhole, setIsWhole] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setIsWhole(true)))
    return () => clearTimeout(timer)
  }, [])
  return useMemo(() => {
    const used = new Set(recent)
    return (overview?.tags ?? []).flatMap(({ name, colour }): Entry[] => {
      const key = `tag ${name}`
      if (!isWhole && !used.has(key)) return []
      return [
        {
          key,
          kind: 'tag',
          names: [name],
          icon: <TagDot colour={colour} />,
          run: () => show({ ...ALL, tag: name }),
        },
      ]
    })
  }, [overview, recent, isWhole])
}

function useSourceEntries(): Entry[] {
  const { t } = useTranslation()
  const { data: facets } = useRequest('library:facets', { filter: ALL })
  return useMemo(
    () =>
      (facets?.source ?? []).flatMap(({ value }): Entry[] => {
        const term = termOf('source', value, 'published')
        if (term === undefined) return []
        return [
          {
            key: `source ${value}`,
            kind: 'source',
            names: [value],
            icon: <Newspaper />,
            run: () =>
              show({
                ...ALL,
                query: withTerm('', term, today(), t('search.fields', { returnObjects: true })),
              }),
          },
        ]
      }),
    [facets, t],
  )
}

/** The clippings that were clipped last, and those whose title has what was typed, from all of the library. */
function useClippingEntries(titleQuery: string): Entry[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data: last } = useRequest('library:list', LAST_CLIPPED)
  const hasQuery = titleQuery !== ''
  const asked: Filter = { ...LAST_CLIPPED, query: titleQuery, order: 'relevance' }
  const { data: found } = useRequest('library:list', asked, { enabled: hasQuery, keepPrevious: true })
  return useMemo(() => {
    const rows = new Map<string, Row>()
    for (const row of [...(last?.firstRows ?? []), ...(hasQuery ? (found?.firstRows ?? []) : [])])
      rows.set(row.id, row)
    return [...rows.values()].map(({ id, title, published, source }): Entry => {
      const day = typeof published === 'object' ? formatDate(published.edtf, language) : undefined
      return {
        key: `clipping ${id}`,
        kind: 'clipping',
        names: [title || t('timeline.untitled')],
        detail: [day, source?.name].filter(Boolean).join(' · '),
        icon: <FileText />,
        run: () => openClipping(id),
      }
    })
  }, [last, found, hasQuery, language, t])
}

/** All that the palette offers now; `recent` are keys of what was used last. `titleQuery` finds clippings beyond the last ones; empty for none. */
export function useEntries(titleQuery: string, recent: readonly string[]): readonly Entry[] {
  const { data: overview } = useRequest('library:overview', {}, { keepPrevious: true })
  const commands = useCommandEntries(overview)
  const places = usePlaceEntries(overview)
  const tags = useTagEntries(overview, recent)
  const sources = useSourceEntries()
  const clippings = useClippingEntries(titleQuery)
  return useMemo(
    () => [...commands, ...places, ...tags, ...sources, ...clippings],
    [commands, places, tags, sources, clippings],
  )
}
