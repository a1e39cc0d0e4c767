import type { Edtf } from '../../../electron/core/model/edtf.ts'
import { send } from '../../api/bridge.ts'

/** The date that the typed words are; undefined where they are none. */
export async function readTyped(words: string, published: Edtf | null): Promise<Edtf | undefined> {
  if (words.trim() === '') return undefined
  const { date } = await send('date:read', { words: words.slice(0, 200), published })
  return date?.edtf
}
