import { z } from 'zod'
import { sha256Schema } from './identifiers.ts'

/** More are not asked for one by one. */
export const MOST_EDITED = 500

/** What becomes of a file that somebody has changed since it was exported. */
export const EDITED_ANSWERS = ['mine', 'new', 'beside'] as const

/** A file of an export that is not as it was written: its path there, and what it is now. */
export const editedFileSchema = z.object({ path: z.string().min(1).max(2000), sha256: sha256Schema })

/** An answer holds for the file as it was when it was asked for. */
export const editedAnswerSchema = editedFileSchema.extend({ answer: z.enum(EDITED_ANSWERS) })

export type EditedFile = z.infer<typeof editedFileSchema>
export type EditedAnswer = z.infer<typeof editedAnswerSchema>
