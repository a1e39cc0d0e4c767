import { z } from 'zod'

export const TAG_COLOURS = ['grey', 'red', 'amber', 'green', 'blue', 'violet'] as const

/**
 * A tag's full path; `/` separates levels (`公司/英伟达`). No level is empty, none has white space at its
 * ends, and the text is in Unicode NFC, so that two tags that look alike are alike.
 */
export const tagNameSchema = z
  .string()
  .min(1)
  .max(200)
  .refine(name => name === name.normalize('NFC'), 'expected Unicode NFC')
  .refine(
    name => name.split('/').every(level => level.length > 0 && level === level.trim()),
    'expected levels without white space at their ends, separated by /',
  )

export const tagSchema = z.object({ name: tagNameSchema, colour: z.enum(TAG_COLOURS) })

export type Tag = z.infer<typeof tagSchema>
export type TagColour = Tag['colour']

/** What a person typed, as a tag name: NFC, each level trimmed, empty levels dropped; undefined where nothing is left. */
export function tagNameFrom(typed: string): string | undefined {
  const levels = typed
    .normalize('NFC')
    .split(/[/／]/)
    .map(level => level.trim().replace(/\s+/g, ' '))
    .filter(level => level !== '')
  const name = levels.join('/')
  return tagNameSchema.safeParse(name).success ? name : undefined
}

/** True for the tag itself and for every tag below it. */
export const isWithinTag = (name: string, ancestor: string): boolean =>
  name === ancestor || name.startsWith(`${ancestor}/`)
