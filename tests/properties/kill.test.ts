import { expect, test } from 'vitest'
import { torture } from '../torture/torture.ts'

test('after a kill -9 at any of 50 moments every acknowledged change is there, whole, with articles and originals', async () => {
  const { problems, ...counts } = await torture({ seed: 20250719, rounds: 50 })
  expect(problems).toEqual([])
  // Or it would have tried nothing.
  expect(counts.acknowledged).toBeGreaterThan(100)
  expect(counts.compactions).toBeGreaterThan(5)
  expect(counts.takenBack).toBeGreaterThan(5)
  expect(counts.killedWhileOpening).toBeGreaterThan(0)
  expect(counts.killedWhileBackingUp).toBeGreaterThan(0)
  expect(counts.backups).toBeGreaterThan(5)
  expect(counts.restored).toBeGreaterThan(5)
  expect(counts.imports).toBeGreaterThan(0)
  expect(counts.resumed).toBeGreaterThan(0)
  expect(counts.migrations).toBeGreaterThan(0)
}, 600_000)
