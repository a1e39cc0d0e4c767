/** Numbers between 0 and 1 that are the same for the same seed (Park and Miller's minimal standard). */
export function randomFrom(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % 2147483646) + 1
  const next = (): number => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
  // The first numbers of neighbouring seeds are neighbours too.
  for (let warm = 0; warm < 8; warm++) next()
  return next
}
