import { expect, it } from 'vitest'
import { readCalls } from './recorded-calls.ts'

const HOST =
  'execve("/usr/bin/node", ["node", "/p/out/chromium-runtime/main-host.js"], 0x7f /* 30 vars */) = 0'
const LISTENS = `socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 20
bind(20, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}, 16) = 0`
const CALLS_HOME =
  'connect(9, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 EINPROGRESS'

/** The tests (1) run the app (2), which runs a browser (3) with a thread (4); another browser (5) is of the tests. */
const recorded = (more: Readonly<Record<number, string>> = {}) =>
  new Map(
    Object.entries({
      1: 'clone3({flags=CLONE_VM}, 88) = 2\nvfork() = 5\n',
      2: `${HOST}\nclone(child_stack=NULL, flags=SIGCHLD) = 3\nsocket(AF_UNIX, SOCK_STREAM, 0) = 4\n`,
      3: `${LISTENS}\nclone3({flags=CLONE_THREAD}, 88) = 4\n`,
      4: 'socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 5\n',
      5: `${CALLS_HOME}\n`,
    }).map(([pid, text]) => [Number(pid), `${text}${more[Number(pid)] ?? ''}`] as const),
  )

it('are of the app where it or what it started made them', () => {
  expect(readCalls(recorded())).toEqual({ app: 3, attempts: [], byOthers: 1 })
})

it.each([
  ['a connection of a thread', 4, CALLS_HOME],
  ['a second socket beside the one that listens', 3, 'socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 21'],
  ['a socket for names, which are asked for by datagram', 2, 'socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 9'],
  [
    'a port that is open to others',
    3,
    'bind(20, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("0.0.0.0")}, 16) = 0',
  ],
])('tell of %s', (_, pid, line) => {
  expect(readCalls(recorded({ [pid]: `${line}\n` })).attempts).toEqual([`${pid}: ${line}`])
})
