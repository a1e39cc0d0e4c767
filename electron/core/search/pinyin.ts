import { pinyin } from 'pinyin-pro'
import { fold } from './fold.ts'
import { SYLLABLES } from './pinyin-syllables.ts'

const HAN_RUN = /\p{sc=Han}{2,}/gu

/**
 * How the runs of Chinese characters in a text are read: for each run, the toneless syllables of its characters
 * (银行 is yin hang), ü written v. A character without a reading ends a run. Readings are those of the context,
 * one a character.
 */
export function readingsOf(text: string): string[][] {
  const runs: string[][] = []
  for (const [run] of fold(text).matchAll(HAN_RUN)) {
    const characters = [...run]
    const read = pinyin(run, { toneType: 'none', type: 'array', v: true })
    let current: string[] = []
    for (const index of characters.keys()) {
      const syllable = read.length === characters.length ? read[index] : undefined
      if (syllable !== undefined && SYLLABLES.has(syllable)) current.push(syllable)
      else {
        if (current.length > 1) runs.push(current)
        current = []
      }
    }
    if (current.length > 1) runs.push(current)
  }
  return runs
}
