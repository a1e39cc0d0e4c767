import { expect, it } from 'vitest'
import { pasteTurns } from '../../../../../renderer/features/clip/paste-turns.ts'

it('shows each page in turn where they are ready in the order of pasting', () => {
  const take = pasteTurns()
  const first = take()
  const second = take()
  expect([first(), second()]).toEqual([true, true])
})

it('does not show a page over one that was pasted after it', () => {
  const take = pasteTurns()
  const first = take()
  const second = take()
  const third = take()
  expect([second(), first(), third()]).toEqual([true, false, true])
})
