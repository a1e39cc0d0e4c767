/** A property list's value. Bytes of a binary list are a view of the file's. */
export type PlistValue =
  | string
  | number
  | boolean
  | Uint8Array
  | Date
  | readonly PlistValue[]
  | ReadonlyMap<string, PlistValue>
  | undefined

const isDictionary = (value: PlistValue): value is ReadonlyMap<string, PlistValue> => value instanceof Map

export const textIn = (value: PlistValue, key: string): string | undefined => {
  const found = isDictionary(value) ? value.get(key) : undefined
  return typeof found === 'string' ? found : undefined
}

export const bytesIn = (value: PlistValue, key: string): Uint8Array | undefined => {
  const found = isDictionary(value) ? value.get(key) : undefined
  return found instanceof Uint8Array ? found : undefined
}

export const listIn = (value: PlistValue, key: string): readonly PlistValue[] => {
  const found = isDictionary(value) ? value.get(key) : undefined
  return Array.isArray(found) ? found : []
}
