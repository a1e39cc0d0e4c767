import { z } from 'zod'
import { followOtherWindows } from '../../state/other-windows.ts'
import { createStore } from '../../state/store.ts'

const REMEMBERED = 'cuttings.reading'
/** Where earlier versions remembered the size alone. */
const REMEMBERED_SIZE = 'cuttings.text-size'

/** Sizes of the article's text in the reader, in pixels; headlines go along. */
export const SIZES = [14, 15, 16, 17, 18, 20, 22, 25] as const
export const WIDTHS = ['narrow', 'medium', 'wide'] as const
export const LEADINGS = ['tight', 'medium', 'loose'] as const
export const PARAGRAPHS = ['spaced', 'indented'] as const

const NORMAL_SIZE = 17
/** The headline is so many times as large. */
const TITLE = 27 / 17

const paragraphsSchema = z.enum(PARAGRAPHS).catch('spaced')

const readingSchema = z.object({
  size: z.literal(SIZES).catch(NORMAL_SIZE),
  width: z.enum(WIDTHS).catch('medium'),
  leading: z.enum(LEADINGS).catch('medium'),
  /** How paragraphs of Chinese text, and of any other, are told apart: by space between, or by an indent. */
  chinese: paragraphsSchema,
  english: paragraphsSchema,
  /**
   * A little room between Chinese characters and Latin letters or figures. Chromium gives it to a half-width comma between
   * characters, too, which many pages have, so it is not on by itself.
   */
  autospace: z.boolean().catch(false),
  /** Chinese punctuation that meets other punctuation, or the line's beginning, takes half its room. */
  trim: z.boolean().catch(true),
})

/** How articles are set in the reader, whatever they are. */
export type Reading = z.infer<typeof readingSchema>

function remembered(): Reading {
  const size = Number(globalThis.localStorage?.getItem(REMEMBERED_SIZE) ?? NORMAL_SIZE)
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage?.getItem(REMEMBERED) ?? '{}')
    return readingSchema.parse({ size, ...(kept !== null && typeof kept === 'object' ? kept : {}) })
  } catch {
    return readingSchema.parse({ size })
  }
}

export const reading = createStore<Reading>(readingSchema.parse({}))

/** Sets the document's own properties, where the styles of the reader take them from. */
function apply(next: Reading): void {
  reading.set(next)
  const { style, dataset } = document.documentElement
  style.setProperty('--text-body', `${next.size}px`)
  style.setProperty('--text-title', `${Math.round(next.size * TITLE)}px`)
  dataset['readingWidth'] = next.width
  dataset['readingLeading'] = next.leading
  dataset['chineseParagraphs'] = next.chinese
  dataset['englishParagraphs'] = next.english
  dataset['autospace'] = next.autospace ? 'on' : 'off'
  dataset['trim'] = next.trim ? 'on' : 'off'
}

/** Goes back to what was last chosen on this machine. */
export const recallReading = (): void => apply(remembered())

followOtherWindows(REMEMBERED, recallReading)

/** Changes parts of it, in every window. */
export function setReading(change: Partial<Reading>): void {
  apply({ ...reading.get(), ...change })
  globalThis.localStorage?.setItem(REMEMBERED, JSON.stringify(reading.get()))
}

const stepped = <T>(values: readonly T[], value: T, by: 1 | -1): T =>
  values[Math.min(Math.max(values.indexOf(value) + by, 0), values.length - 1)] ?? value

/** One larger or smaller, as far as there is one. */
export function stepReading(what: 'size' | 'width' | 'leading', by: 1 | -1): void {
  const { size, width, leading } = reading.get()
  if (what === 'size') setReading({ size: stepped(SIZES, size, by) })
  else if (what === 'width') setReading({ width: stepped(WIDTHS, width, by) })
  else setReading({ leading: stepped(LEADINGS, leading, by) })
}

/** Back to how articles are set where nothing was chosen. */
export const resetReading = (): void => setReading(readingSchema.parse({}))
