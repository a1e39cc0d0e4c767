import { type OutletAction, outletActionSchema } from '../../../electron/core/model/outlet-rule.ts'

const NAMES = ['from', 'to', 'name', 'words'] as const
export type ActionField = (typeof NAMES)[number]

/** The words of an action that can be typed over, in the order in which they are read. */
export function fieldsOf(action: OutletAction): ReadonlyMap<ActionField, string> {
  const values: Readonly<Record<string, unknown>> = action
  return new Map(
    NAMES.flatMap((name): [ActionField, string][] => {
      const value = values[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

/** The action with other words; undefined where they are none. */
export function withFields(
  action: OutletAction,
  fields: ReadonlyMap<ActionField, string>,
): OutletAction | undefined {
  const typed = Object.fromEntries([...fields].map(([name, value]) => [name, value.trim()]))
  const parsed = outletActionSchema.safeParse({ ...action, ...typed })
  return parsed.success ? parsed.data : undefined
}
