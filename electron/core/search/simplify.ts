import pairs from 'opencc-js/dict/TSCharacters'

/** OpenCC's characters, first choice where there are several: 乾 is 干 also where it would stay (乾坤). */
const SIMPLE = new Map(
  pairs.split('|').flatMap((pair): [string, string][] => {
    const [traditional = '', simplified = ''] = pair.split(' ')
    return traditional === simplified ? [] : [[traditional, simplified]]
  }),
)

/** Chains (薴 → 苧 → 苎) are followed to their end, so that simplifying twice changes nothing more. */
function simplest(character: string): string {
  let current = character
  for (let next = SIMPLE.get(current); next !== undefined; next = SIMPLE.get(current)) current = next
  return current
}

/** For each UTF-16 unit that is a traditional character by itself the simplified one, else 0: most are looked up here. */
const SIMPLE_UNITS = new Uint16Array(0x10000)
for (const character of SIMPLE.keys()) {
  const simple = simplest(character)
  if (character.length === 1 && simple.length === 1)
    SIMPLE_UNITS[character.charCodeAt(0)] = simple.charCodeAt(0)
}
/** The others, of which one is longer than a unit. A pattern of all characters takes a hundred times as long. */
const LONG = new RegExp(
  [...SIMPLE.keys()].filter(character => SIMPLE_UNITS[character.charCodeAt(0)] === 0).join('|'),
  'gu',
)
const LONG_UNITS = new Set(
  [...SIMPLE.keys()]
    .filter(key => key.length === 1 && SIMPLE_UNITS[key.charCodeAt(0)] === 0)
    .map(key => key.charCodeAt(0)),
)

/**
 * Traditional characters as simplified ones, one for one. Words that differ between regions (軟體, 软件) stay
 * apart, and characters that simplification made one (後 and 后) are one.
 */
export function simplify(text: string): string {
  let simple = ''
  let from = 0
  let isLong = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x3400) continue
    const unit = SIMPLE_UNITS[code] ?? 0
    if (unit === 0) {
      isLong ||= !(code >= 0x4e00 && code <= 0x9fff) || LONG_UNITS.has(code)
      continue
    }
    simple += text.slice(from, at) + String.fromCharCode(unit)
    from = at + 1
  }
  simple += text.slice(from)
  return isLong ? simple.replace(LONG, simplest) : simple
}
