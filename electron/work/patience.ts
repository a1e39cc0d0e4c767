/** On a machine that has no time for us a healthy task waits too: so many times as long it may then take. */
const MOST_STARVED = 6
const LOOKED_AGAIN_MS = 50

export interface Patience {
  /** There was a sign of life: the time begins anew. */
  again(): void
  end(): void
}

/**
 * Calls `over` once, when a worker has said nothing for so many milliseconds of processor time. What this process had
 * in all is no less than what its worker had; a worker that only waits for a disk is given more, but not for ever.
 */
export function startPatience(milliseconds: number, over: () => void): Patience {
  let began = performance.now()
  let before = process.cpuUsage()
  const look = () => {
    const { user, system } = process.cpuUsage(before)
    const worked = Math.max((user + system) / 1000, (performance.now() - began) / MOST_STARVED)
    if (worked >= milliseconds) over()
    else wait(Math.max(LOOKED_AGAIN_MS, milliseconds - worked))
  }
  let timer: NodeJS.Timeout
  const wait = (ms: number) => {
    timer = setTimeout(look, ms)
  }
  wait(milliseconds)
  return {
    again() {
      began = performance.now()
      before = process.cpuUsage()
    },
    end: () => clearTimeout(timer),
  }
}
