import { useEffect } from 'react'
import type { Payload } from '../../../electron/ipc/contract.ts'
import { useChange } from '../../api/use-change.ts'
import { runCommand, useCommand } from '../../commands/registry.ts'
import type { CommandId } from '../../commands/table.ts'
import { navigate } from '../../routing/use-route.ts'
import { emptyingTrash } from './emptying-trash.ts'
import { startTask } from './library-job.ts'

/** What the native menu asks of the library as a whole. */
const MENU: Readonly<Partial<Record<Payload<'menu:command'>['command'], CommandId>>> = {
  'open-library': 'open-library',
  'new-library': 'new-library',
  library: 'show-library',
  backups: 'show-backups',
  'verify-library': 'verify-library',
  'take-backup': 'take-backup',
  'empty-trash': 'empty-trash',
}

const show = (section: 'library' | 'backups') => navigate({ view: 'settings', section, pane: 'list' })

/** The commands of the library as a whole, and the native menu's. They answer also while none is open. */
export function useLibraryCommands(): void {
  const { run: open } = useChange('library:open')
  const { run: make } = useChange('library:new')
  useCommand('open-library', () => void open({}))
  useCommand('new-library', () => void make({}))
  useCommand('show-library', () => show('library'))
  useCommand('show-backups', () => show('backups'))
  useCommand('verify-library', () => {
    show('library')
    void startTask('verify')
  })
  useCommand('take-backup', () => {
    show('backups')
    void startTask('backup')
  })
  useCommand('empty-trash', () => emptyingTrash.set(true))
  useEffect(
    () =>
      window.cuttings.on('menu:command', ({ command }) => {
        const id = MENU[command]
        if (id) runCommand(id)
      }),
    [],
  )
}
