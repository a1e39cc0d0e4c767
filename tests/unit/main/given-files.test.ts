import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { GivenFiles, pathsIn } from '../../../electron/main/given-files.ts'

const FOLDER = resolve('/desk')

describe('the files that a process was started with', () => {
  it('are its arguments but for options, as paths from its folder', () => {
    const argv = [
      '/opt/cuttings',
      '--original-process-start-time=1',
      'a page.html',
      resolve('/saved/b.pdf'),
      '-x',
      '',
    ]
    expect(pathsIn(argv, FOLDER)).toEqual([resolve(FOLDER, 'a page.html'), resolve('/saved/b.pdf')])
  })

  it('may be given as addresses of this machine, and no others', () => {
    const path = resolve('/saved/渡轮 时刻.html')
    const argv = ['/opt/cuttings', pathToFileURL(path).href, 'https://news.example/a.html', 'file://%zz']
    expect(pathsIn(argv, FOLDER)).toEqual([path])
  })

  it('follow the app where a bare Electron runs it', () => {
    const app = resolve('/built/cuttings')
    expect(pathsIn(['electron', '--inspect=0', '-r', 'loader.js', app, 'a.html'], FOLDER, app)).toEqual([
      resolve(FOLDER, 'a.html'),
    ])
    expect(pathsIn(['electron', '.'], app, app)).toEqual([])
    expect(pathsIn(['electron', 'out/main/index.js', 'a.html'], FOLDER, app)).toEqual([
      resolve(FOLDER, 'a.html'),
    ])
  })
})

describe('the files that the system gives', () => {
  it('wait for the first window to ask, each once', async () => {
    const given = new GivenFiles()
    given.give(['/a.html', '/b.html'])
    given.give(['/a.html'])
    let told = 0
    given.tellOfMore(() => {
      told += 1
    })
    await pause(300)
    expect(told).toBe(0)
    expect(given.take()).toEqual(['/a.html', '/b.html'])
    expect(given.take()).toEqual([])
  })

  it('are told of together where they come one by one', async () => {
    const given = new GivenFiles()
    const told: string[][] = []
    given.tellOfMore(() => told.push(given.take()))
    given.give([])
    for (const path of ['/a.html', '/b.html', '/c.html']) {
      given.give([path])
      await pause(20)
    }
    await expect.poll(() => told).toEqual([['/a.html', '/b.html', '/c.html']])
  })
})
