import { useEffect } from 'react'
import type { Payload } from '../../../electron/ipc/contract.ts'
import { useChange } from '../../api/use-change.ts'
import { navigate } from '../../routing/use-route.ts'
import { emptyingTrash } from './emptying-trash.ts'
import { startTask } from './library-job.ts'

type Command = Payload<'menu:command'>['command']

/** What the native menu asks of the library as a whole. It answers also while none is open. */
export function useLibraryCommands(): void {
  const { run: open } = useChange('library:open')
  const { run: make } = useChange('library:new')
  useEffect(() => {
    const show = (section: 'library' | 'backups') => navigate({ view: 'settings', section, pane: 'list' })
    const commands: Partial<Record<Command, () => void>> = {
      'open-library': () => void open({}),
      'new-library': () => void make({}),
      library: () => show('library'),
      backups: () => show('backups'),
      'verify-library': () => {
        show('library')
        void startTask('verify')
      },
      'take-backup': () => {
        show('backups')
        void startTask('backup')
      },
      'empty-trash': () => emptyingTrash.set(true),
    }
    return window.cuttings.on('menu:command', ({ command }) => commands[command]?.())
  })
}
