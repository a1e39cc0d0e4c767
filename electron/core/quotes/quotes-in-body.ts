import { blockText } from '../body/text.ts'
import type { Body } from '../model/body.ts'
import type { SpokenQuote } from '../model/spoken-quote.ts'
import { englishSpeaker } from './en-speaker.ts'
import { quotedStretches } from './quoted-stretches.ts'
import { chineseSpeaker } from './zh-speaker.ts'

/** Blocks of running text: a table, a caption or code quotes nobody. */
const RUNNING = new Set(['p', 'blockquote', 'ul', 'ol'])

/** So much without a speaker is somebody's words and no name or term in quotation marks. */
const SENTENCE_HAN = 12
const SENTENCE_WORDS = 6

/** What is looked at before and behind a quotation: more is no part of its sentence, and would be gone through for each. */
const BEFORE = 400
const BEHIND = 200

const HAN = /\p{Script=Han}/gu

const isSentence = (words: string): boolean =>
  (words.match(HAN)?.length ?? 0) >= SENTENCE_HAN || words.trim().split(/\s+/u).length >= SENTENCE_WORDS

/** The words of the sentence that stand before a place: none of what a full stop or the marks of another ended. */
const sentenceBefore = (text: string): string => {
  const end = Math.max(...['。', '！', '？', '\n', '. ', '! ', '? '].map(mark => text.lastIndexOf(mark)))
  return text.slice(end + 1)
}

/**
 * What an article quotes, in reading order, with who says it where the sentence states that. Words in quotation marks
 * of which it does not are listed where they are a sentence; names and terms are not quotations.
 */
export function quotesInBody(body: Body): SpokenQuote[] {
  return body.children.flatMap(block => {
    if (!RUNNING.has(block.tagName)) return []
    const text = blockText(block)
    return quotedStretches(text).flatMap(({ start, end }): SpokenQuote[] => {
      const quoted = text.slice(start, end)
      const words = quoted.replace(/[,，]\s*$/u, '').trim()
      const [before, after] = [
        sentenceBefore(text.slice(Math.max(0, start - 1 - BEFORE), start - 1)),
        text.slice(end + 1, end + 1 + BEHIND),
      ]
      const isChinese = /\p{Script=Han}/u.test(before.slice(-12) + after.slice(0, 12) || words)
      const speaker = isChinese
        ? chineseSpeaker(before, after, /[。！？…]$/u.test(words))
        : // A full stop ends the sentence: what follows is of the next one.
          englishSpeaker(before, words.endsWith('.') ? '' : after)
      if (words === '' || (speaker === undefined && !isSentence(words))) return []
      const first = start + quoted.indexOf(words)
      const order = block.properties.dataOrder
      return [{ words, speaker: speaker ?? null, order, start: first, end: first + words.length }]
    })
  })
}
