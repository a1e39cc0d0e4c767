/** Joplin's numbers of the kinds of records (`packages/lib/BaseModel.ts`, `ModelType`). */
export const JOPLIN_NOTE = 1
export const JOPLIN_FOLDER = 2
export const JOPLIN_RESOURCE = 4
export const JOPLIN_TAG = 5
export const JOPLIN_NOTE_TAG = 6

export interface JoplinItem {
  readonly type: number
  readonly title: string
  readonly body: string
  readonly properties: ReadonlyMap<string, string>
}

/**
 * A record as Joplin serialises it: title, blank line, body, blank line, then `key: value` lines, the last of them `type_`
 * (`packages/lib/models/BaseItem.ts`, `unserialize`). Undefined where the text is none.
 */
export function joplinItem(text: string): JoplinItem | undefined {
  const lines = text.split(/\r?\n/u)
  const properties = new Map<string, string>()
  let at = lines.length - 1
  while (at >= 0 && lines[at]?.trim() === '') at -= 1
  for (; at >= 0 && lines[at]?.trim() !== ''; at -= 1) {
    const line = lines[at] ?? ''
    const colon = line.indexOf(':')
    if (colon === -1) return undefined
    properties.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim())
  }
  const type = Number(properties.get('type_'))
  if (!Number.isInteger(type) || !properties.has('id')) return undefined
  const [title = '', , ...body] = lines.slice(0, Math.max(0, at))
  return { type, title, body: body.join('\n'), properties }
}
