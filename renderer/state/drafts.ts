import { useState } from 'react'
import { z } from 'zod'

const REMEMBERED = 'cuttings.drafts'
/** What is typed in one place at a time: more are what was left behind. */
const MOST = 10

const draftsSchema = z.array(z.tuple([z.string(), z.string()]))

function kept(): Map<string, string> {
  try {
    return new Map(draftsSchema.parse(JSON.parse(globalThis.localStorage?.getItem(REMEMBERED) ?? '[]')))
  } catch {
    return new Map()
  }
}

function put(key: string, text: string | undefined): void {
  const drafts = kept()
  if (!drafts.delete(key) && text === undefined) return
  if (text !== undefined) drafts.set(key, text)
  globalThis.localStorage?.setItem(REMEMBERED, JSON.stringify([...drafts].slice(-MOST)))
}

export interface Draft {
  readonly text: string
  readonly write: (text: string) => void
  /** What was typed is saved, or given up. */
  readonly discard: () => void
}

/**
 * Text that somebody types and that is saved later: if the window goes away before, it is in its field when that is
 * opened again. `saved` is what the field begins with otherwise.
 */
export function useDraft(key: string, saved: string): Draft {
  const [text, setText] = useState(() => kept().get(key) ?? saved)
  return {
    text,
    write: typed => {
      setText(typed)
      put(key, typed === saved ? undefined : typed)
    },
    discard: () => put(key, undefined),
  }
}
