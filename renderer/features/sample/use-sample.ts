import { useChange } from '../../api/use-change.ts'
import { useCommand } from '../../commands/registry.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { DEFAULT_FILTER } from '../../routing/route.ts'
import { navigate } from '../../routing/use-route.ts'
import { selection } from '../../state/selection.ts'

/** Puts the sample into the library and shows it; `isPending` while it is on its way. */
export function useOpenSample(): { readonly open: () => Promise<void>; readonly isPending: boolean } {
  const language = useLanguage()
  const sample = useChange('sample:open', { quiet: true })
  const open = async () => {
    const opened = await sample.run({ language })
    if (opened === undefined) return
    const { collection, clipping } = opened
    selection.set([])
    const filter = collection === null ? DEFAULT_FILTER : { ...DEFAULT_FILTER, collection }
    navigate({ view: 'timeline', filter, clipping, pane: 'list' })
  }
  return { open, isPending: sample.isPending }
}

/** Takes the sample out of the library again; the list of everything is what remains to be looked at. */
function useRemoveSample(): () => Promise<void> {
  const sample = useChange('sample:remove')
  return async () => {
    const removed = await sample.run({})
    if (removed !== undefined)
      navigate({ view: 'timeline', filter: DEFAULT_FILTER, clipping: undefined, pane: 'list' })
  }
}

/** The commands of the sample. */
export function useSampleCommands(): void {
  const { open } = useOpenSample()
  useCommand('open-sample', open)
  useCommand('remove-sample', useRemoveSample())
}
