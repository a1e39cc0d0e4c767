import type { OutletRule } from '../../../electron/core/model/outlet-rule.ts'

/** When a rule was made: the first 48 bits of a UUIDv7 are the milliseconds since 1970 (RFC 9562, section 5.7). */
export const madeAt = ({ id }: Pick<OutletRule, 'id'>): string =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString()
