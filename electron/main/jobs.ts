import type { Payload } from '../ipc/contract.ts'

type Outcome = Payload<'job:ended'>['outcome']

export interface JobReports {
  progress(payload: Payload<'job:progress'>): void
  ended(payload: Payload<'job:ended'>): void
}

/** Long work that the user watches and can cancel, by id. What a finished job wrote can be asked for until quit. */
export class Jobs {
  readonly #running = new Map<
    string,
    { readonly controller: AbortController; readonly ended: Promise<void> }
  >()
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
    const progress = (done: number, total: number) => this.#reports.progress({ job, done, total })
    const end = (outcome: Outcome) => {
      this.#running.delete(job)
      if (outcome.kind === 'done') this.#written.set(job, outcome.path)
      this.#reports.ended({ job, outcome })
    }
    const ended = work(controller.signal, progress).then(end, (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      end({ kind: 'failed', failure: { code: 'internal', message } })
    })
    this.#running.set(job, { controller, ended })
  }

  /** For the end of the app; resolves when all of them have ended. */
  async cancelAll(): Promise<void> {
    const running = [...this.#running.values()]
    for (const { controller } of running) controller.abort()
    await Promise.all(running.map(({ ended }) => ended))
  }

  cancel(job: string): void {
    this.#running.get(job)?.controller.abort()
  }

  /** Where a finished job wrote; undefined for a job that did not finish. */
  writtenBy(job: string): string | undefined {
    return this.#written.get(job)
  }
}
