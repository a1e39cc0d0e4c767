import { useMemo } from 'react'
import type { CreditedSource } from '../../../electron/core/model/credited-source.ts'
import type { Output } from '../../../electron/ipc/contract.ts'
import { useRequest } from '../../api/use-request.ts'

/** Whom each block of the open article names for what it tells, by the block's order. */
export function useSourcesByBlock(
  kept: Output<'clipping:get'> | undefined,
): ReadonlyMap<number, readonly CreditedSource[]> {
  const id = kept?.clipping.id ?? ''
  const { data } = useRequest('clipping:sources', { id }, { enabled: id !== '' })
  return useMemo(() => {
    const blocks = new Map<number, CreditedSource[]>()
    for (const source of data?.sources ?? [])
      blocks.set(source.order, [...(blocks.get(source.order) ?? []), source])
    return blocks
  }, [data])
}
