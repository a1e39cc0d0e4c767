import type { Input } from '../../../electron/ipc/contract.ts'
import { send } from '../../api/bridge.ts'
import type { Job } from '../../api/job.ts'
import { createJobRunner } from '../../api/job-runner.ts'
import type { Section } from '../../routing/route.ts'

const STARTS = {
  move: () => send('library:move', {}),
  copy: () => send('library:copy', {}),
  verify: () => send('library:verify', {}),
  repair: () => send('library:repair', {}),
  archive: () => send('library:archive', {}),
  'import-archive': () => send('library:import-archive', {}),
  backup: () => send('backup:take', {}),
  'verify-backups': () => send('backup:verify', {}),
} as const

/** What can be done at length with the library as a whole; one at a time. */
export type LibraryTask = keyof typeof STARTS | 'restore'
export type LibraryJob = Job<LibraryTask>

export const libraryTasks = createJobRunner<LibraryTask>()

export const startTask = (task: keyof typeof STARTS): Promise<void> => libraryTasks.start(task, STARTS[task])

/** Asks for a new folder and makes a library of the backup there. */
export const startRestore = (backup: Input<'backup:restore'>): Promise<void> =>
  libraryTasks.start('restore', () => send('backup:restore', backup))

/** The part of the settings that shows how a task went. */
export const SECTION_OF: Readonly<Record<LibraryTask, Section>> = {
  move: 'library',
  copy: 'library',
  verify: 'library',
  repair: 'library',
  archive: 'library',
  'import-archive': 'library',
  backup: 'backups',
  'verify-backups': 'backups',
  restore: 'backups',
}
