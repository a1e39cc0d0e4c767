import { expect, it } from 'vitest'
import { formatBytes } from '../../../../../renderer/features/library/format-bytes.ts'

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KB'],
  [9949, '9.9 KB'],
  [9960, '10 KB'],
  [999_499, '999 KB'],
  [999_500, '1.0 MB'],
  [312_400_000, '312 MB'],
  [1_440_000_000, '1.4 GB'],
  [3_000_000_000_000_000, '3000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})
