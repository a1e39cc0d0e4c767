import { describe, expect, it } from 'vitest'
import { isAligned } from '../../../../electron/core/model/aligned.ts'

describe('preformatted text', () => {
  it.each([
    ['columns', 'Stop        Leaves\nTown hall   9.10'],
    ['columns set with tabs', 'Stop\tLeaves\nTown hall\t9.10'],
    ['code', 'if (open) {\n  sail()\n}'],
    ['a drawing', '+-----+\n| dam |\n+-----+'],
  ])('needs characters of one width where it is %s', (_, text) => {
    expect(isAligned(text)).toBe(true)
  })

  it.each([
    ['verse', '床前明月光\n疑是地上霜\n\n举头望明月\n低头思故乡'],
    ['an address', 'Harbour Office\n12 Quay Road\nEllery'],
    [
      'a verse with one line set in',
      'The quay is closed\n  and the gulls are gone\nnobody waits\nfor the boat\nat dawn',
    ],
  ])('reads as text where it is %s', (_, text) => {
    expect(isAligned(text)).toBe(false)
  })
})
