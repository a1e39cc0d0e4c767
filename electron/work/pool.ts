import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '../core/result.ts'
import { type Patience, startPatience } from './patience.ts'
import type { TaskName, TaskRequest, TaskResponse, Tasks } from './tasks.ts'
import type { Watch } from './watch.ts'
import { TASK_MILLISECONDS, type WorkLimits } from './work-limits.ts'

/** Why a worker was lost. */
export type WorkerLoss = 'crashed' | 'out-of-memory' | 'timed-out'

/** `worker-failed` also for a task that threw, and for one that was asked for after the end. */
export type WorkFailure = {
  readonly reason: 'worker-failed' | Exclude<WorkerLoss, 'crashed'>
  readonly message: string
}

interface Waiting {
  readonly id: number
  readonly task: TaskName
  readonly input: unknown
  readonly watch: Partial<Watch>
  readonly settle: (result: Result<unknown, WorkFailure>) => void
}

interface Seat {
  readonly worker: Worker
  job: Waiting | undefined
  patience: Patience | undefined
}

/** The code of the error with which Node ends a worker whose heap is full. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const failureOf = (loss: WorkerLoss, message: string): WorkFailure => ({
  reason: loss === 'crashed' ? 'worker-failed' : loss,
  message,
})

const post = (worker: Worker, request: TaskRequest): void => worker.postMessage(request)

/**
 * Runs tasks on worker threads, `size` at a time, first come first served. A worker that dies, or is ended because it
 * went beyond the limits, takes only its own task with it: that task fails with a reason, a new worker takes the seat,
 * the queue goes on.
 */
export class WorkPool {
  readonly #seats: Seat[] = []
  readonly #queue: Waiting[] = []
  #next = 1
  #closed = false
  readonly #entry: URL
  readonly #size: number
  readonly #limits: WorkLimits | undefined
  readonly #lossListeners = new Set<(loss: WorkerLoss) => void>()

  constructor(entry: URL, size: number, limits?: WorkLimits) {
    this.#entry = entry
    this.#size = size
    this.#limits = limits
  }

  /** Calls the listener whenever a worker is lost, with all that it kept in its memory. Returns the way to stop that. */
  onLoss(listener: (loss: WorkerLoss) => void): () => void {
    this.#lossListeners.add(listener)
    return () => this.#lossListeners.delete(listener)
  }

  run<T extends TaskName>(
    task: T,
    input: Tasks[T]['input'],
    watch: Partial<Watch> = {},
  ): Promise<Result<Tasks[T]['output'], WorkFailure>> {
    return new Promise(resolve => {
      if (this.#closed) return resolve(fail({ reason: 'worker-failed', message: 'the pool is closed' }))
      // A worker answers in kind: `worker.ts` maps each task's name to a function of its input and output.
      const settle = resolve as (result: Result<unknown, WorkFailure>) => void
      const id = this.#next++
      this.#queue.push({ id, task, input, watch, settle })
      watch.signal?.addEventListener('abort', () => this.#cancel(id), { once: true })
      this.#assign()
    })
  }

  #cancel(id: number): void {
    const seat = this.#seats.find(({ job }) => job?.id === id)
    if (seat !== undefined) post(seat.worker, { id, task: 'cancel' })
  }

  /** Ends the workers; what was still running or waiting fails. */
  async close(): Promise<void> {
    this.#closed = true
    const failure = fail<WorkFailure>({ reason: 'worker-failed', message: 'the pool is closed' })
    for (const waiting of this.#queue.splice(0)) waiting.settle(failure)
    await Promise.all(
      this.#seats.splice(0).map(seat => {
        seat.patience?.end()
        seat.job?.settle(failure)
        return seat.worker.terminate()
      }),
    )
  }

  #assign(): void {
    while (this.#queue.length > 0) {
      const seat = this.#seats.find(each => each.job === undefined) ?? this.#hire()
      const job = seat === undefined ? undefined : this.#queue.shift()
      if (seat === undefined || job === undefined) return
      seat.job = job
      seat.patience = this.#patienceWith(seat, job.task)
      seat.worker.ref()
      post(seat.worker, { id: job.id, task: job.task, input: job.input })
      // One that was cancelled while it waited is begun all the same, and answers in its own terms.
      if (job.watch.signal?.aborted) post(seat.worker, { id: job.id, task: 'cancel' })
    }
  }

  #patienceWith(seat: Seat, task: TaskName): Patience | undefined {
    if (this.#limits === undefined) return undefined
    const milliseconds = Math.min(
      this.#limits.milliseconds,
      TASK_MILLISECONDS[task] ?? Number.POSITIVE_INFINITY,
    )
    return startPatience(milliseconds, () => this.#lose(seat, 'timed-out', `no word for ${milliseconds} ms`))
  }

  /** Lets the worker go with its task; whoever is next gets a new one. */
  #lose(seat: Seat, loss: WorkerLoss, message: string): void {
    const at = this.#seats.indexOf(seat)
    if (at === -1) return
    this.#seats.splice(at, 1)
    seat.patience?.end()
    // One that is dead already has nothing to end.
    void seat.worker.terminate().catch(() => undefined)
    seat.job?.settle(fail(failureOf(loss, message)))
    for (const listener of this.#lossListeners) listener(loss)
    this.#assign()
  }

  #hire(): Seat | undefined {
    if (this.#seats.length >= this.#size) return undefined
    const worker = new Worker(
      this.#entry,
      this.#limits && { resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes } },
    )
    const seat: Seat = { worker, job: undefined, patience: undefined }
    worker.on('message', (response: TaskResponse) => {
      const job = seat.job
      if (job?.id !== response.id) return
      if ('done' in response) {
        seat.patience?.again()
        job.watch.progress?.(response.done, response.total)
        return
      }
      seat.job = undefined
      seat.patience?.end()
      // A pool that has nothing to do must not keep the process alive.
      worker.unref()
      job.settle(
        response.ok ? ok(response.value) : fail({ reason: 'worker-failed', message: response.message }),
      )
      this.#assign()
    })
    worker.on('error', error =>
      this.#lose(
        seat,
        isOutOfMemory(error) ? 'out-of-memory' : 'crashed',
        error instanceof Error ? error.message : String(error),
      ),
    )
    worker.on('exit', code => this.#lose(seat, 'crashed', `the worker ended with code ${code}`))
    this.#seats.push(seat)
    return seat
  }
}
