import { createHash } from 'node:crypto'
import { type Operation, operationSchema } from '../../electron/core/model/library-change.ts'

/** Equal for operations that say the same, whatever the order of their keys. */
export const digestOf = (ops: readonly Operation[]): string =>
  createHash('sha256')
    .update(JSON.stringify(ops.map(op => operationSchema.parse(op))))
    .digest('hex')
    .slice(0, 16)
