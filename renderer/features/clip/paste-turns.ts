/**
 * Turns of pastes that are read side by side. Take one when a page is pasted; when it has been kept, ask whether
 * to show it: not where one pasted later is already on show.
 */
export function pasteTurns(): () => () => boolean {
  let last = 0
  let shown = 0
  return () => {
    last += 1
    const turn = last
    return () => {
      if (turn < shown) return false
      shown = turn
      return true
    }
  }
}
