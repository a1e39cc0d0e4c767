/** How many files are worked on at once: enough that the disk is never waited for one by one. */
const AT_ONCE = 8

/** Does the work for every item, a few at once. After the first that throws no other is begun, and it is thrown on. */
export async function inParallel<T>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  let failed = false
  const worker = async (): Promise<void> => {
    while (!failed) {
      const next = await rest.next()
      if (next.done === true) return
      await work(next.value)
    }
  }
  const workers = Array.from({ length: AT_ONCE }, () =>
    worker().catch((error: unknown) => {
      failed = true
      throw error
    }),
  )
  const outcomes = await Promise.allSettled(workers)
  await rest.return?.()
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
