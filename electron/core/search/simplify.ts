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

const TRADITIONAL = new RegExp(`[${[...SIMPLE.keys()].join('')}]`, 'gu')

/**
 * Traditional characters as simplified ones, one for one. Words that differ between regions (軟體, 软件) stay
 * apart, and characters that simplification made one (後 and 后) are one.
 */
export const simplify = (text: string): string => text.replace(TRADITIONAL, simplest)
