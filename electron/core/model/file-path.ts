import { z } from 'zod'

/** Longer than any system takes; UTF-16 units. */
const LONGEST_PATH = 32_767

/** A path as the system has it. No system has one with a NUL in it, at which its own calls would end it. */
export const filePathSchema = z
  .string()
  .min(1)
  .max(LONGEST_PATH)
  .refine(path => !path.includes('\0'), 'expected a path')
