import { sentence, wordOf } from './invent-documents.ts'

type Random = () => number
type Sentences = readonly string[]

/** Sentences that end or open articles of many outlets: what texts share without being reprints. */
function boilerplate(language: 'zh' | 'en', random: Random): string[] {
  return Array.from({ length: 40 }, () => sentence(language, random))
}

export interface Planted {
  readonly text: string
  /** Articles of one story by one writer have the same number. */
  readonly story: number
}

const between = (from: number, to: number, random: Random): number =>
  from + Math.floor(random() * (to - from + 1))

/** So many words, or Chinese characters, of a text replaced, left out or added, wherever they stand. */
function reworded(original: Sentences, share: number, language: 'zh' | 'en', random: Random): string[] {
  return original.map(text =>
    (language === 'zh' ? [...text] : text.split(/(?<= )/u))
      .map(part => {
        if (random() >= share) return part
        const other = language === 'zh' ? wordOf('zh', random).slice(0, 1) : `${wordOf('en', random)} `
        const kind = random()
        return kind < 1 / 3 ? '' : kind < 2 / 3 ? other : part + other
      })
      .join(''),
  )
}

/**
 * A reprint as an editor leaves it: up to `share` of its sentences gone, replaced or added, another headline, and now
 * and then a line of the outlet's own before and behind.
 */
function reprint(
  original: Sentences,
  share: number,
  language: 'zh' | 'en',
  common: Sentences,
  random: Random,
) {
  const edits = Math.round(original.length * share)
  const sentences = [sentence(language, random), ...original.slice(1)]
  for (let edit = 1; edit < edits; edit++) {
    const at = Math.floor(random() * sentences.length)
    const kind = random()
    if (kind < 1 / 3) sentences.splice(at, 1)
    else if (kind < 2 / 3) sentences.splice(at, 1, sentence(language, random))
    else sentences.splice(at, 0, sentence(language, random))
  }
  const line = () => common[Math.floor(random() * common.length)] ?? ''
  if (random() < 0.5) sentences.unshift(line())
  if (random() < 0.5) sentences.push(line())
  return sentences
}

/**
 * Invents `count` texts one after the other: half Chinese, half English, 8 to 40 sentences. One in five is a reprint,
 * edited by 0 to 20 %, of one of the stories before it: sentence by sentence, or in one of three word by word. Of the others one in four is another article on the subject of
 * an earlier one: it copies a fifth of that, as background is copied, and is no reprint.
 */
export function* plantReprints(count: number, random: Random): Generator<Planted> {
  const common = { zh: boilerplate('zh', random), en: boilerplate('en', random) }
  const stories: { language: 'zh' | 'en'; sentences: Sentences }[] = []
  for (let made = 0; made < count; made++) {
    const story = Math.floor(random() * stories.length)
    const earlier = stories[story]
    if (earlier !== undefined && random() < 0.2) {
      const { language, sentences } = earlier
      const share = random() * 0.2
      const edited =
        random() < 1 / 3
          ? reworded(sentences, share, language, random)
          : reprint(sentences, share, language, common[language], random)
      yield { text: edited.join('\n'), story }
      continue
    }
    const language = random() < 0.5 ? 'zh' : 'en'
    const own = Array.from({ length: between(8, 40, random) }, () => sentence(language, random))
    const background = earlier?.language === language && random() < 0.5 ? earlier.sentences : []
    const copied = background.slice(-Math.ceil(Math.min(background.length, own.length) / 5))
    const standing = common[language][Math.floor(random() * common[language].length)] ?? ''
    const sentences = [...own, ...copied, standing]
    yield { text: sentences.join('\n'), story: stories.length }
    stories.push({ language, sentences })
  }
}
