import { z } from 'zod'

/**
 * The first prototype: one `library.json` with everything in it, texts included. Nothing writes it any more;
 * the schema is as lenient as the prototype was.
 */
export const version1Schema = z.object({
  schemaVersion: z.literal(1),
  clippings: z.array(
    z.object({
      id: z.string(),
      title: z.string().default(''),
      byline: z.string().nullish(),
      publishedAt: z.string().nullish(),
      source: z.string().nullish(),
      url: z.string().nullish(),
      text: z.string().default(''),
      tags: z.array(z.string()).default([]),
      note: z.string().nullish(),
      starred: z.boolean().default(false),
      createdAt: z.string(),
    }),
  ),
})

export type Version1 = z.infer<typeof version1Schema>
export type Version1Clipping = Version1['clippings'][number]
