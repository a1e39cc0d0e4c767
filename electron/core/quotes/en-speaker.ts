const SAYS =
  '(?:said|says|say|added|adds|wrote|writes|told\\s+[^,.:;“”"]{1,40}|announced|argued|argues|asked|claimed|claims|commented|concluded|continued|declared|explained|explains|insisted|noted|notes|recalled|replied|responded|stated|states|tweeted|posted|warned|warns|testified|acknowledged)'
/** What may stand between the speaker and the verb. */
const ADVERB = '(?:\\s+(?:also|then|later|[a-z]+ly))?'

/** A name, a pronoun, or a role with its article. */
const SOMEBODY = /^(?:\p{Lu}|(?:he|she|they|it|we|I|one|the|a|an|his|her|their|its|another)\b)/u
/** What begins a sentence before its subject. */
const OPENING =
  /^(?:(?:But|And|So|Yet|However|Meanwhile|Still|Then|Later|Earlier|Also)\b,?\s+|(?:On|In|At|After|Before|During|By|When|As|While|Asked|Speaking|Writing|For|To|With)\b[^,]*,\s+)+/u
/** What ends the name behind a verb: "said Jensen Huang on Tuesday". */
const REST =
  /\s+(?:on|in|at|to|during|after|before|when|as|who|while|from|by|about|this|last|yesterday|today)\b.*$/u

const INVERTED = new RegExp(`^,?\\s*${SAYS}\\s+([^.,;:!?“”"\\n]{2,80})`, 'u')
const BEHIND = new RegExp(`^,?\\s*(?:[—–-]\\s*)?([^.;:!?“”"\\n]{1,90}?)${ADVERB},?\\s+${SAYS}\\b`, 'u')
const AHEAD = new RegExp(`([^.;:!?“”"\\n]{1,120}?)${ADVERB},?\\s+${SAYS}\\b[^.;!?“”"\\n]{0,50}[,:]\\s*$`, 'u')

function nameIn(words: string): string | undefined {
  const name = words
    .trim()
    .replace(OPENING, '')
    .replace(/^,\s*|,$/gu, '')
    .trim()
  // A clause of its own before the verb, or too much of one, is no speaker.
  if (!SOMEBODY.test(name) || name.split(/\s+/u).length > 14) return undefined
  return /\b(?:that|which|because|if|was|were|is|are|has|had|be|been|being|began|to)\b/u.test(name)
    ? undefined
    : name
}

/** Who says a quotation, by the words before and behind it in its sentence; undefined where they do not say. */
export function englishSpeaker(before: string, after: string): string | undefined {
  const inverted = INVERTED.exec(after)?.[1]?.replace(REST, '')
  if (inverted !== undefined) return nameIn(inverted)
  const behind = BEHIND.exec(after)?.[1]
  const ahead = AHEAD.exec(before)?.[1]
  return (behind && nameIn(behind)) || (ahead && nameIn(ahead)) || undefined
}
