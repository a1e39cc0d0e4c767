/** By this argument a process is the app's, and so is every process that comes of it. */
const APP = 'main-host.js'
/** The port of the browser for the test that drives it: bound to the machine itself, chosen by the system. */
const DEBUGGING_PORT =
  /^bind\(\d+, \{sa_family=AF_INET, sin_port=htons\(0\), sin_addr=inet_addr\("127\.0\.0\.1"\)\}/u

export interface Calls {
  /** Processes and threads of the app. */
  readonly app: number
  /** What they did with the network beside the debugging port; nothing, or a promise is broken. */
  readonly attempts: readonly string[]
  /** Connections that others made, the tests themselves among them: without any the record says nothing. */
  readonly byOthers: number
}

/** Reads what strace wrote, a file a process (`-ff`), of calls that make processes and use the network. */
export function readCalls(files: ReadonlyMap<number, string>): Calls {
  const children = new Map<number, number[]>()
  const roots: number[] = []
  for (const [pid, text] of files) {
    const made = text.matchAll(/^(?:clone3?|v?fork)\(.*= (?<child>\d+)$/gmu)
    children.set(
      pid,
      [...made].map(({ groups }) => Number(groups?.['child'])),
    )
    if (new RegExp(`^execve\\(.*${APP.replaceAll('.', '\\.')}.*= 0$`, 'mu').test(text)) roots.push(pid)
  }
  const app = new Set<number>()
  for (const queue = roots; queue.length > 0; ) {
    const pid = queue.pop()
    if (pid === undefined || app.has(pid)) continue
    app.add(pid)
    queue.push(...(children.get(pid) ?? []))
  }
  const attempts: string[] = []
  let byOthers = 0
  for (const [pid, text] of files) {
    const lines = text.split('\n').filter(line => /^(?:socket|connect|bind)\(.*AF_INET/u.test(line))
    if (!app.has(pid)) {
      byOthers += lines.filter(line => line.startsWith('connect')).length
      continue
    }
    const listening = lines.filter(line => DEBUGGING_PORT.test(line)).length
    // A socket that is bound to the debugging port is made first.
    const sockets = lines.filter(line => /^socket\(AF_INET, SOCK_STREAM/u.test(line)).slice(listening)
    const others = lines.filter(
      line => !DEBUGGING_PORT.test(line) && !/^socket\(AF_INET, SOCK_STREAM/u.test(line),
    )
    attempts.push(...[...sockets, ...others].map(line => `${pid}: ${line}`))
  }
  return { app: app.size, attempts, byOthers }
}
