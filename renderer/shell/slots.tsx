import type { ComponentType } from 'react'
import { ChronologyView } from '../features/chronology/ChronologyView.tsx'
import { ExportView } from '../features/export/ExportView.tsx'
import { HighlightsView } from '../features/highlights/HighlightsView.tsx'
import { ImportView } from '../features/import/ImportView.tsx'
import { SettingsView } from '../features/settings/SettingsView.tsx'
import { TagsView } from '../features/tags/TagsView.tsx'
import type { View } from '../routing/route.ts'

/** The views that take the whole place beside the sidebar; the timeline is laid out by the shell itself. */
export const VIEW_SLOTS: Readonly<Record<Exclude<View, 'timeline'>, ComponentType>> = {
  chronology: ChronologyView,
  tags: TagsView,
  highlights: HighlightsView,
  export: ExportView,
  import: ImportView,
  settings: SettingsView,
}
