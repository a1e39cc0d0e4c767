/**
 * A long article has a few thousand tags, the whole of a novel 60,000. Reading takes some 50 microseconds a tag and a
 * kilobyte of memory or two, so that more would hold a worker for longer than ten seconds on a slow machine.
 */
const MOST_TAGS = 110_000

/** Whether markup has more tags than any article or book. */
export function hasTooManyTags(markup: string): boolean {
  let count = 0
  for (let at = markup.indexOf('<'); at !== -1; at = markup.indexOf('<', at + 1)) {
    count += 1
    if (count > MOST_TAGS) return true
  }
  return false
}
