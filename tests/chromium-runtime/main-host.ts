import * as module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { answerControls } from './answer-controls.ts'
import { watchTargets } from './browser/targets.ts'
import { app } from './electron-module/app.ts'
import { BrowserWindow, closeEverything } from './electron-module/browser-window.ts'
import { watchDownloads } from './electron-module/downloads.ts'
import { defaultSession } from './electron-module/session.ts'
import { browserToStop, options, startBrowser, warmBrowser } from './runtime.ts'
import { told } from './single-instance.ts'

/** The process of the app: gives it `electron`, runs its unmodified main bundle, then starts the browser. */

const electronUrl = pathToFileURL(join(import.meta.dirname, 'electron.js')).href

function resolveElectron(): void {
  if ('registerHooks' in module) {
    module.registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'electron' ? { url: electronUrl, shortCircuit: true } : next(specifier, context),
    })
    return
  }
  // Node 20 has only hooks that run on a thread of their own, from a module of their own.
  const hook = `export const resolve = async (specifier, context, next) =>
    specifier === 'electron' ? { url: ${JSON.stringify(electronUrl)}, shortCircuit: true } : next(specifier, context)`
  ;(module as typeof import('node:module')).register(`data:text/javascript,${encodeURIComponent(hook)}`)
}

let isEnding = false

async function end(exitCode: number): Promise<void> {
  isEnding = true
  closeEverything()
  await Promise.all([browserToStop()?.stop(), told()])
  process.exit(exitCode)
}

app.closeWindows = () => {
  for (const window of BrowserWindow.getAllWindows()) window.close()
  return BrowserWindow.getAllWindows().length === 0
}
app.onQuit = exitCode => {
  // What follows app.exit() in the app never runs in Electron; here it must at least not get new windows.
  void end(exitCode)
}

process.on('exit', () => browserToStop()?.stopNow())
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
process.on('disconnect', () => app.exit(0))
Object.defineProperty(process, 'type', { value: 'browser' })
Object.defineProperty(process.versions, 'electron', { value: '45.4.1', enumerable: true })

resolveElectron()
// Both take a second of a processor. Where somebody looks on, a second instance must not show a window of its own.
if (options.headless) warmBrowser()
process.argv = [process.execPath, options.appPath, ...process.argv.slice(2)]
await import(pathToFileURL(options.main).href)

/** Electron is ready only when the main module has been evaluated, and so is this. */
async function becomeReady(): Promise<void> {
  const chromium = startBrowser()
  void chromium.exited.then(closeEverything)
  await watchTargets()
  await defaultSession.contextId()
  watchDownloads()
  answerControls(chromium)
  app.markReady()
}

// A second instance has quit by now.
if (!isEnding) await becomeReady()
