import type { Clipping } from '../../model/clipping.ts'
import { cslItemOf } from './csl-item.ts'

/** Clippings as CSL-JSON, in their order. */
export const cslJson = (clippings: readonly Clipping[]): string =>
  `${JSON.stringify(clippings.map(cslItemOf), undefined, 2)}\n`
