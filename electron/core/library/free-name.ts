import type { z } from 'zod'
import { fail, ok, type Result } from '../result.ts'
import type { PlanFailure } from './change.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/**
 * What was typed as a name that no other of the records has, whatever its case: in Unicode NFC, each run of
 * white space one space. `own` is the id of the record that is to have it.
 */
export function freeName(
  records: ReadonlyMap<string, Named>,
  schema: z.ZodType<string>,
  typed: string,
  own?: string,
): Result<string, PlanFailure> {
  const name = typed.normalize('NFC').trim().replace(/\s+/gu, ' ')
  if (!schema.safeParse(name).success) return fail('invalid-name')
  for (const other of records.values())
    if (other.id !== own && other.name.toLowerCase() === name.toLowerCase()) return fail('name-taken')
  return ok(name)
}
