/** Where a command writes, so that a test can read it. */
export interface Output {
  out(text: string): void
  err(text: string): void
}

export const EXIT = { done: 0, failed: 1, usage: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const json = (value: unknown): string => `${JSON.stringify(value)}\n`
