import fc from 'fast-check'
import { z } from 'zod'

/** Words that the leaves of the contract ask for by a format, a pattern or a refinement of their own. */
const WORDS = [
  '0198b2a4-7c1e-7abc-8def-0123456789ab',
  'a'.repeat(64),
  '2025-07-19T08:00:00.000Z',
  '2025-07-19',
  'zh-Hans',
  'https://coast.example/ferry',
  'coast.example',
  'ferry',
  '港口',
]
const NUMBERS = [0, 1, 2, 3, 30, 300, 0.5]

type Def = z.core.$ZodTypes['_zod']['def']

/** The values of a leaf: those of a list that it takes, so that no rule of a schema has to be known here. */
function taken(schema: z.core.$ZodType, candidates: readonly unknown[]): fc.Arbitrary<unknown> {
  const values = candidates.filter(value => z.safeParse(schema, value).success)
  if (values.length === 0)
    throw new Error('none of the words in arbitrary-of.ts fits a leaf: add one that does')
  return fc.constantFrom(...values)
}

const lengths = (schema: z.core.$ZodType) => {
  const { minimum, maximum } = (schema as z.core.$ZodArray)._zod.bag as { minimum?: number; maximum?: number }
  return { minLength: minimum ?? 0, maxLength: Math.min(maximum ?? 3, (minimum ?? 0) + 3) }
}

/** Inputs that a schema takes, from its own definition. Fails for a kind of schema that it has not met. */
export function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const def = (schema as z.core.$ZodTypes)._zod.def as Def
  switch (def.type) {
    case 'object': {
      const keys = Object.entries(def.shape)
      const isOptional = ([, value]: (typeof keys)[number]) => value._zod.optin === 'optional'
      return fc.record(Object.fromEntries(keys.map(([key, value]) => [key, arbitraryOf(value)])), {
        requiredKeys: keys.filter(key => !isOptional(key)).map(([key]) => key),
        noNullPrototype: true,
      })
    }
    case 'array':
      return fc.array(arbitraryOf(def.element), lengths(schema))
    case 'union':
      return fc.oneof(...def.options.map(arbitraryOf))
    case 'record':
      return fc.dictionary(taken(def.keyType, WORDS) as fc.Arbitrary<string>, arbitraryOf(def.valueType), {
        noNullPrototype: true,
      })
    case 'nullable':
      return fc.oneof(fc.constant(null), arbitraryOf(def.innerType))
    case 'optional':
    case 'default':
    case 'catch':
    case 'readonly':
      return arbitraryOf(def.innerType)
    case 'pipe':
      return arbitraryOf(def.in)
    case 'lazy':
      return arbitraryOf(def.getter())
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return taken(schema, WORDS)
    case 'number':
      return taken(schema, NUMBERS)
    case 'custom':
      return taken(schema, [Uint8Array.of(1, 2)])
    default:
      throw new Error(`arbitrary-of.ts does not know schemas of the kind ${def.type} yet`)
  }
}
