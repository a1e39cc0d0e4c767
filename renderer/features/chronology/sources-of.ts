import type { Report } from '../../../electron/core/model/chronology.ts'

/** Who reports an event, each once: the outlet, or what the clipping is called. */
export const sourcesOf = (reports: readonly Report[]): readonly string[] => [
  ...new Set(reports.map(({ source, title }) => source ?? title).filter(name => name !== '')),
]
