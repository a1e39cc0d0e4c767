import { useEffect } from 'react'
import type { Output } from '../../electron/ipc/contract.ts'
import { listenForKeys } from '../commands/listen.ts'
import { useRoute } from '../routing/use-route.ts'
import { usePlatform } from '../state/platform.ts'
import { VIEW_SLOTS } from './slots.tsx'

type Open = Extract<Output<'app:start'>['library'], { state: 'open' }>

export function Shell({ library }: { readonly library: Open }) {
  const platform = usePlatform()
  const { view } = useRoute()
  useEffect(() => listenForKeys(platform), [platform])
  const Slot = view === 'timeline' ? undefined : VIEW_SLOTS[view]
  return <main>{Slot ? <Slot /> : library.path}</main>
}
