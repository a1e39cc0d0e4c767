import { EventEmitter } from 'node:events'
import type { MessageBoxOptions } from 'electron'
import { expect, it } from 'vitest'
import type { LogEvent } from '../../../electron/main/log-event.ts'
import { MENU_WORDS } from '../../../electron/main/menu-words.ts'
import { recoverWindow } from '../../../electron/main/window-recovery.ts'
import { samplePorts } from '../store/scratch-library.ts'

/** A window whose page fails as it is told, and a person who answers questions later. */
function scene() {
  const { clock, advance } = samplePorts()
  const done: string[] = []
  const logged: LogEvent[] = []
  const asked: { question: MessageBoxOptions; answer: (button: number) => void }[] = []
  const contents = Object.assign(new EventEmitter(), {
    reload: () => done.push('reload'),
    forcefullyCrashRenderer: () => {
      done.push('crash')
      contents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 })
    },
  })
  const window = Object.assign(new EventEmitter(), { webContents: contents, isDestroyed: () => false })
  recoverWindow(window, {
    clock,
    words: () => MENU_WORDS.en,
    log: event => logged.push(event),
    ask: question => new Promise(answer => asked.push({ question, answer })),
    reopened: () => done.push('said'),
    quit: () => done.push('quit'),
  })
  const fail = (reason = 'crashed') => contents.emit('render-process-gone', {}, { reason, exitCode: 1 })
  const settled = () => new Promise(resolve => setImmediate(resolve))
  return { window, advance, done, logged, asked, fail, settled }
}

it('opens the page again when its process is gone, and says so', () => {
  const { done, fail, logged } = scene()
  fail('oom')
  expect(done).toEqual(['said', 'reload'])
  expect(logged).toEqual([{ event: 'window-gone', reason: 'oom', exitCode: 1, answer: 'reloaded' }])
})

it('leaves a page alone that ended as it should', () => {
  const { done, fail } = scene()
  fail('clean-exit')
  expect(done).toEqual([])
})

it('asks where it fails more than three times in a minute, and goes on as it is told', async () => {
  const { done, asked, fail, settled } = scene()
  for (let times = 0; times < 4; times += 1) fail()
  expect(done).toEqual(['said', 'reload', 'said', 'reload', 'said', 'reload'])
  expect(asked[0]?.question).toMatchObject({
    message: MENU_WORDS.en.windowFails,
    buttons: ['Open It Again', 'Quit'],
  })
  asked[0]?.answer(0)
  await settled()
  fail()
  expect(done.slice(6)).toEqual(['said', 'reload', 'said', 'reload'])
  for (let times = 0; times < 3; times += 1) fail()
  asked[1]?.answer(1)
  await settled()
  expect(done.at(-1)).toBe('quit')
})

it('does not add up failures of different hours', () => {
  const { advance, asked, done, fail } = scene()
  for (let times = 0; times < 9; times += 1) {
    fail()
    advance(30_000)
  }
  expect(asked).toEqual([])
  expect(done).toHaveLength(18)
})

it('asks once whether to wait for a page that does not answer, and opens it again where that is wanted', async () => {
  const { window, asked, done, logged, settled } = scene()
  window.emit('unresponsive')
  window.emit('unresponsive')
  expect(asked).toHaveLength(1)
  asked[0]?.answer(0)
  await settled()
  expect(done).toEqual([])
  window.emit('unresponsive')
  asked[1]?.answer(1)
  await settled()
  expect(done).toEqual(['crash', 'said', 'reload'])
  expect(logged.map(({ event }) => event)).toEqual([
    'window-unresponsive',
    'window-unresponsive',
    'window-gone',
  ])
})

it('takes the question back when the page answers again', async () => {
  const { window, asked, done, settled } = scene()
  window.emit('unresponsive')
  window.emit('responsive')
  expect(asked[0]?.question.signal?.aborted).toBe(true)
  asked[0]?.answer(1)
  await settled()
  expect(done).toEqual([])
})
