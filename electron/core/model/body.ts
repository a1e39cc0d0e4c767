import { z } from 'zod'

/**
 * The body of an article: sanitised hast (a JSON syntax tree of HTML). The allowlist is the schema itself:
 * an element or property that it does not name cannot be stored, shown or exported.
 *
 * Every block (a direct child of the root) carries `dataOrder`, its place in the source; what was set aside
 * carries the same numbering, so that restoring a block puts it back where it stood.
 */
const order = { dataOrder: z.number().int().nonnegative() }

export const textNodeSchema = z.strictObject({ type: z.literal('text'), value: z.string() })

const httpUrl = z.url({ protocol: /^https?$/ })

export type Inline =
  | z.infer<typeof textNodeSchema>
  | {
      type: 'element'
      tagName: 'em' | 'strong' | 'sub' | 'sup' | 'code' | 'br'
      properties: Record<string, never>
      children: Inline[]
    }
  | { type: 'element'; tagName: 'a'; properties: { href: string }; children: Inline[] }

const none = z.strictObject({})

export const inlineSchema: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    textNodeSchema,
    z.strictObject({
      type: z.literal('element'),
      tagName: z.enum(['em', 'strong', 'sub', 'sup', 'code', 'br']),
      properties: none,
      children: z.array(inlineSchema),
    }),
    z.strictObject({
      type: z.literal('element'),
      tagName: z.literal('a'),
      properties: z.strictObject({ href: httpUrl }),
      children: z.array(inlineSchema),
    }),
  ]),
)

const element = <T extends string, P extends z.ZodType, C extends z.ZodType>(
  tagName: T,
  properties: P,
  child: C,
) =>
  z.strictObject({
    type: z.literal('element'),
    tagName: z.literal(tagName),
    properties,
    children: z.array(child),
  })

export const paragraphSchema = element('p', z.strictObject(order), inlineSchema)
export const headingSchema = z.strictObject({
  type: z.literal('element'),
  tagName: z.enum(['h2', 'h3', 'h4']),
  properties: z.strictObject(order),
  children: z.array(inlineSchema),
})
export const listItemSchema = element('li', none, inlineSchema)
export const listSchema = z.strictObject({
  type: z.literal('element'),
  tagName: z.enum(['ul', 'ol']),
  properties: z.strictObject(order),
  children: z.array(listItemSchema),
})
export const quoteSchema = element('blockquote', z.strictObject(order), element('p', none, inlineSchema))
/** The picture of a figure, where the library has it: an asset by its SHA-256, never a remote address. */
export const imageSchema = element(
  'img',
  z.strictObject({ dataAsset: z.string().regex(/^[0-9a-f]{64}$/), alt: z.string() }),
  z.never(),
)
/** Who made the picture: the text is the source's words ("图源:商务部网站"), `dataCredit` the name in them. */
export const creditSchema = element('cite', z.strictObject({ dataCredit: z.string().min(1) }), textNodeSchema)
/** The caption's own words come before the credit. */
export const captionSchema = element('figcaption', none, z.union([creditSchema, inlineSchema]))
export const figureSchema = element('figure', z.strictObject(order), z.union([imageSchema, captionSchema]))

/** Text whose spaces and line breaks are part of it: code, verse, a schedule set with spaces. A line ends with `\n` or `br`. */
export const preformattedSchema = element('pre', z.strictObject(order), inlineSchema)

/** As many columns and rows as a cell may reach over: more than any table has, and too few to make one of a page. */
export const MOST_SPANNED = 200
const spanned = z.number().int().min(2).max(MOST_SPANNED).optional()
const spans = { colSpan: spanned, rowSpan: spanned }
const cellSchema = z.union([
  element('td', z.strictObject(spans), inlineSchema),
  element(
    'th',
    z.strictObject({ scope: z.enum(['col', 'row', 'colgroup', 'rowgroup']), ...spans }),
    inlineSchema,
  ),
])
const rowSchema = element('tr', none, cellSchema)
/** A table of data: its caption, the rows of its head, the other rows, each part once at most and in this order. */
export const tableSchema = element(
  'table',
  z.strictObject(order),
  z.union([
    element('caption', none, inlineSchema),
    element('thead', none, rowSchema),
    element('tbody', none, rowSchema),
  ]),
)

export const blockSchema = z.union([
  paragraphSchema,
  headingSchema,
  listSchema,
  quoteSchema,
  figureSchema,
  preformattedSchema,
  tableSchema,
])

export const bodySchema = z.strictObject({ type: z.literal('root'), children: z.array(blockSchema) })

export type Block = z.infer<typeof blockSchema>
export type Body = z.infer<typeof bodySchema>
export type FigureBlock = z.infer<typeof figureSchema>
export type TableBlock = z.infer<typeof tableSchema>
export type TableRow = z.infer<typeof rowSchema>
export type TableCell = z.infer<typeof cellSchema>
