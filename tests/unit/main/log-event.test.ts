import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openEventLog } from '../../../electron/main/event-log.ts'
import { bugEvent, type LogEvent, logEventSchema } from '../../../electron/main/log-event.ts'
import { boundedLog } from '../../../electron/store/bounded-log.ts'
import { samplePorts, scratchFolder } from '../store/scratch-library.ts'

const WORDS = '魏紫瑶 said /library/wrzesniewski/secret.html'

describe('what can be logged', () => {
  it('has no string that is not of a closed list or a place in our code', () => {
    /** Kinds of schemas that can hold no words of anybody's; a string has to have a pattern. */
    const openStringsIn = (schema: unknown, path = ''): string[] => {
      const { def } = (schema as { _zod: { def: Record<string, unknown> & { type: string } } })._zod
      switch (def.type) {
        case 'union':
          return (def['options'] as unknown[]).flatMap(option => openStringsIn(option, path))
        case 'object':
          return Object.entries(def['shape'] as object).flatMap(([key, value]) =>
            openStringsIn(value, `${path}.${key}`),
          )
        case 'array':
          return openStringsIn(def['element'], path)
        case 'optional':
          return openStringsIn(def['innerType'], path)
        case 'literal':
        case 'enum':
        case 'number':
          return []
        case 'string':
          return path === '.version' || path === '.places' ? [] : [path]
        default:
          return [`${path} (${def.type})`]
      }
    }
    expect(openStringsIn(logEventSchema)).toEqual([])
  })

  it.each([
    { event: 'started', version: WORDS },
    { event: 'started', version: '0.1.0', title: WORDS },
    { event: 'library', state: 'open', clippings: 1, failure: WORDS },
    { event: 'request-failed', request: WORDS, failure: 'internal' },
    { event: 'bug', where: 'main', kind: WORDS, places: [] },
    { event: 'bug', where: 'main', kind: 'Error', places: [WORDS] },
    { event: WORDS },
  ])('refuses %j', async event => {
    expect(logEventSchema.safeParse(event).success).toBe(false)
    const profile = await scratchFolder()
    const log = openEventLog(profile, samplePorts().clock)
    log.write(event as LogEvent)
    // Nor is it told of where somebody else wrote it there.
    boundedLog(join(profile, 'logs'), 'cuttings').append(
      JSON.stringify({ at: new Date(0).toISOString(), ...event }),
    )
    expect(log.last(10)).toEqual([])
  })

  it('tells of an error its kind, its code and where it was thrown, whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (message, name, code) => {
        const error = Object.assign(new Error(`${message}${WORDS}`), {
          name: `${name}${WORDS}`,
          code: `${code}${WORDS}`,
        })
        const event = bugEvent(error, { where: 'main' })
        expect(event).toMatchObject({ event: 'bug', kind: 'other' })
        expect(logEventSchema.safeParse(event).success).toBe(true)
        expect(JSON.stringify(event)).not.toMatch(/魏|secret|wrzesniewski/u)
      }),
      { numRuns: 100, seed: 20261129 },
    )
    const failed = Object.assign(new TypeError(WORDS), {
      code: 'ENOSPC',
      stack: `TypeError: ${WORDS}\n    at keep (file:///library/wrzesniewski/out/main/chunk-keep-clipping.js:12:345)\n    at file:///C:/Apps/wrzesniewski/index.js:1:2`,
    })
    expect(bugEvent(failed, { where: 'request', request: 'clip:paste' })).toEqual({
      event: 'bug',
      where: 'request',
      request: 'clip:paste',
      kind: 'TypeError',
      system: 'ENOSPC',
      places: ['chunk-keep-clipping.js:12:345', 'index.js:1:2'],
    })
    expect(bugEvent(WORDS, { where: 'promise' })).toEqual({
      event: 'bug',
      where: 'promise',
      kind: 'other',
      places: [],
    })
  })
})

describe('the file of the log', () => {
  it('is bounded, and keeps what was before for as long again', async () => {
    const folder = await scratchFolder()
    const log = boundedLog(folder, 'cuttings', 1000)
    for (let line = 0; line < 200; line += 1) log.append(`line ${line} ${'.'.repeat(20)}`)
    for (const name of ['cuttings.log', 'cuttings.1.log'])
      expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(1000)
    expect(log.last(3).map(line => line.slice(0, 8))).toEqual(['line 197', 'line 198', 'line 199'])
    expect(log.last(1000).length).toBeGreaterThan(30)
    log.append('two\nlines')
    expect(log.last(1)).toEqual(['two lines'])
  })

  it('that cannot be written or read stops nobody', async () => {
    const log = boundedLog(join(await scratchFolder(), 'no\0folder'), 'cuttings')
    log.append('a')
    expect(log.last(1)).toEqual([])
  })

  it('has when each event was', async () => {
    const profile = await scratchFolder()
    const { clock } = samplePorts()
    const log = openEventLog(profile, clock)
    log.write({ event: 'started', version: '1.2.3' })
    expect(await readFile(join(profile, 'logs', 'cuttings.log'), 'utf8')).toBe(
      `{"at":"${new Date(clock.now()).toISOString()}","event":"started","version":"1.2.3"}\n`,
    )
  })
})
