import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on the loopback interface that notes who calls: also a connection on which nothing is asked for. */
export interface Listener {
  readonly origin: string
  /** What was called, each name once; `connection` where one was opened and nothing asked. */
  called(): string[]
  /** What it answers with at an address of its own, with these headers. */
  serve(path: string, html: string, headers?: Readonly<Record<string, string>>): void
  close(): Promise<void>
}

export async function listen(): Promise<Listener> {
  const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>()
  const called = new Set<string>()
  let connections = 0
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const page = pages.get(path)
    if (page === undefined) called.add(path.split(/[/?#]/u)[1] ?? '')
    if (page !== undefined)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
    response.end(page?.html)
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    called: () => (called.size === 0 && connections > 0 && pages.size === 0 ? ['connection'] : [...called]),
    serve: (path, html, headers = {}) => pages.set(path, { html, headers }),
    close: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
