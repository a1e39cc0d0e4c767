import type { Mended } from '../store/repair/workbench.ts'
import type { Problem, VerifyReport } from '../store/verify.ts'

/** Things of one kind, with the first few as examples. */
export interface Group<Code extends string> {
  readonly code: Code
  readonly count: number
  readonly examples: { what: string; detail?: string }[]
}

export type FindingGroup = Group<Problem['kind'] | 'unreferenced' | 'conflict-copy'>
export type MendedGroup = Group<Mended['kind']>

/** More than a person reads of one kind. */
const EXAMPLES = 20

function grouped<Code extends string>(
  things: readonly { readonly code: Code; readonly what: string; readonly detail?: string | undefined }[],
): Group<Code>[] {
  const groups = new Map<Code, { code: Code; count: number; examples: { what: string; detail?: string }[] }>()
  for (const { code, what, detail } of things) {
    const group = groups.get(code) ?? { code, count: 0, examples: [] }
    groups.set(code, group)
    group.count += 1
    if (group.examples.length < EXAMPLES)
      group.examples.push({ what, ...(detail !== undefined && { detail }) })
  }
  return [...groups.values()]
}

/** Problems by kind. */
export const restFindings = (problems: readonly Problem[]): FindingGroup[] =>
  grouped(problems.map(({ kind, ...rest }) => ({ code: kind, ...rest })))

/** All that a check of a library found, by kind: damage first, then what does no harm. */
export const findingsOf = ({ problems, unreferenced, conflictCopies }: VerifyReport): FindingGroup[] => [
  ...restFindings(problems),
  ...grouped(unreferenced.map(what => ({ code: 'unreferenced' as const, what }))),
  ...grouped(
    conflictCopies.map(({ path, of }) => ({ code: 'conflict-copy' as const, what: path, detail: of })),
  ),
]

/** What a repair did, by kind. */
export const mendedOf = (mended: readonly Mended[]): MendedGroup[] =>
  grouped(mended.map(({ kind, what }) => ({ code: kind, what })))
