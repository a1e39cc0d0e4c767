import type { Payload } from '../ipc/contract.ts'

type Outcome = Payload<'job:ended'>['outcome']

export interface JobReports {
  progress(payload: Payload<'job:progress'>): void
  ended(payload: Payload<'job:ended'>): void
}

/** Long work that the user watches and can cancel, by id. What a finished job wrote can be asked for until quit. */
export class Jobs {
  readonly #running = new Map<string, AbortController>()
  readonly #written = new Map<string, string>()
  readonly #reports: JobReports

  constructor(reports: JobReports) {
    this.#reports = reports
  }

  /** Starts `work` and returns at once; its end is always reported, exactly once. */
  start(
    job: string,
    work: (signal: AbortSignal, progress: (done: number, total: number) => void) => Promise<Outcome>,
  ): void {
    const controller = new AbortController()
    this.#running.set(job, controller)
    const progress = (done: number, total: number) => this.#reports.progress({ job, done, total })
    const end = (outcome: Outcome) => {
      this.#running.delete(job)
      if (outcome.kind === 'done') this.#written.set(job, outcome.path)
      this.#reports.ended({ job, outcome })
    }
    work(controller.signal, progress).then(end, (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      end({ kind: 'failed', failure: { code: 'internal', message } })
    })
  }

  /** For the end of the app. */
  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort()
  }

  cancel(job: string): void {
    this.#running.get(job)?.abort()
  }

  /** Where a finished job wrote; undefined for a job that did not finish. */
  writtenBy(job: string): string | undefined {
    return this.#written.get(job)
  }
}
