import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { app, nativeTheme, session } from 'electron'
import { isOwnLink } from '../core/model/clipping-link.ts'
import { languageOf } from '../core/model/settings.ts'
import type { EventChannel, Payload } from '../ipc/contract.ts'
import { serve, tell } from '../ipc/serve.ts'
import { systemClock, uuidIdentifiers } from '../store/system-ports.ts'
import { READING_LIMITS, threadReader } from '../work/import-thread.ts'
import { WorkPool } from '../work/pool.ts'
import { POOL_LIMITS, type PoolName } from '../work/work-limits.ts'
import { AppMenu } from './app-menu.ts'
import { CurrentLibrary } from './current-library.ts'
import type { Desk } from './desk.ts'
import { GivenFiles, pathsIn } from './given-files.ts'
import { GivenLinks, linksIn } from './given-links.ts'
import { guardAllContents, guardSession } from './guards.ts'
import { createHandlers } from './handlers/create-handlers.ts'
import { Imports } from './imports.ts'
import { Jobs } from './jobs.ts'
import { openKnownLibraries } from './known-libraries.ts'
import { WINDOW_URL } from './origin.ts'
import { OriginalPages } from './original-pages.ts'
import { registerAppScheme, serveApp } from './protocol.ts'
import { openSettings } from './settings-file.ts'
import { WatchedFolder } from './watched-folder.ts'
import { appWindows, currentWindow, isAppContents, openWindow } from './window.ts'

/** Two: one for what the user is waiting for while the other is busy. */
const WORKERS = 2
/** An import reads on every core, up to four: then the disk is what it waits for. */
const READERS = Math.min(4, availableParallelism())
const WORKER = new URL('./worker.js', import.meta.url)

function broadcast<E extends EventChannel>(event: E, payload: Payload<E>): void {
  for (const window of appWindows()) tell(window.webContents, event, payload)
}

const given = new GivenFiles()
const links = new GivenLinks()
/** Where the app lies is among the arguments of a bare Electron alone. */
const appPath = app.isPackaged ? undefined : app.getAppPath()

function newPool(name: PoolName, size: number): WorkPool {
  return new WorkPool(WORKER, size, POOL_LIMITS[name])
}

async function openDesk(): Promise<Desk> {
  const ports = { clock: systemClock, identifiers: uuidIdentifiers }
  const pool = newPool('reading', WORKERS)
  const carePool = newPool('care', 1)
  // The index is in one thread, and a search does not wait behind an import.
  const indexPool = newPool('index', 1)
  const familyPool = newPool('families', 1)
  const chronologyPool = newPool('chronology', 1)
  const exportPool = newPool('export', 1)
  const profile = app.getPath('userData')
  const [settings, known] = await Promise.all([
    openSettings(profile),
    openKnownLibraries(profile, systemClock),
  ])
  const imports = new Imports({
    ...ports,
    readers: () => Array.from({ length: READERS }, () => threadReader(WORKER, READING_LIMITS)),
    progress: payload => broadcast('import:progress', payload),
    ended: payload => broadcast('import:ended', payload),
  })
  const current = new CurrentLibrary(join(app.getPath('documents'), 'Cuttings'), {
    ...ports,
    known,
    pool,
    carePool,
    indexPool,
    familyPool,
    changed: ({ version }) => broadcast('library:changed', { version }),
    stateChanged: state => broadcast('library:state-changed', state),
    trashDays: () => settings.current.trashDays,
    beforeClose: () => imports.stopAll(),
  })
  // The window need not wait: it shows the newest clippings while the others are read.
  void current.start()
  const systemLanguages = app.getPreferredSystemLanguages()
  return {
    ...ports,
    current,
    known,
    settings,
    systemLanguages,
    pool,
    carePool,
    indexPool,
    familyPool,
    chronologyPool,
    exportPool,
    imports,
    given,
    links,
    originals: new OriginalPages(),
    jobs: new Jobs({
      progress: payload => broadcast('job:progress', payload),
      ended: payload => broadcast('job:ended', payload),
    }),
    menu: new AppMenu(command => {
      const window = currentWindow()
      if (window !== undefined) tell(window.webContents, 'menu:command', { command })
    }),
    version: app.getVersion(),
    language: () => languageOf(settings.current, systemLanguages),
    broadcast,
  }
}

function showFirstWindow(): void {
  const window = currentWindow()
  if (window === undefined) {
    openWindow()
    return
  }
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** So long the end of the app waits for jobs that were told to end. */
const MOST_WAITED_MS = 3000

/** Closes the library before the process ends; a quit that cannot close it ends all the same, the journal is safe. */
function closeOnQuit(desk: Desk, watched: WatchedFolder): void {
  let closed = false
  app.on('before-quit', event => {
    if (closed) return
    event.preventDefault()
    const closing = Promise.allSettled([
      // What they have half written goes with them; one that cannot be cancelled is not waited for.
      Promise.race([desk.jobs.cancelAll(), delay(MOST_WAITED_MS)]).then(() => desk.exportPool.close()),
      desk.current.close(),
      watched.stop(),
      desk.pool.close(),
      desk.chronologyPool.close(),
    ])
    void closing
      .then(() =>
        Promise.allSettled([desk.carePool.close(), desk.indexPool.close(), desk.familyPool.close()]),
      )
      .then(() => {
        closed = true
        app.quit()
      })
  })
}

async function start(): Promise<void> {
  await app.whenReady()
  guardSession(session.defaultSession)
  const desk = await openDesk()
  const assetOf = async (sha256: string) => {
    const opened = await desk.current.whenStarted()
    const asset = opened.ok ? await opened.value.library.readAsset(sha256) : opened
    return asset.ok ? asset.value : undefined
  }
  serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'), assetOf, desk.originals)
  nativeTheme.themeSource = desk.settings.current.theme
  serve(createHandlers(desk), { url: WINDOW_URL, isWindow: isAppContents }, (channel, error) =>
    console.error(channel, error),
  )
  desk.menu.speak(desk.language())
  desk.settings.onChange(() => desk.menu.speak(desk.language()))
  closeOnQuit(desk, new WatchedFolder({ ...desk, profile: app.getPath('userData') }))
  app.on('second-instance', (_event, argv, workingDirectory) => {
    showFirstWindow()
    given.give(pathsIn(argv, workingDirectory, appPath))
    links.give(linksIn(argv))
  })
  app.on('activate', showFirstWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  openWindow()
  const tellWindow = (event: 'import:given' | 'app:link-given') => () => {
    // A window that opens only now asks by itself.
    const isAsked = currentWindow() === undefined
    showFirstWindow()
    if (!isAsked) broadcast(event, {})
  }
  given.tellOfMore(tellWindow('import:given'))
  links.tellOfMore(tellWindow('app:link-given'))
}

// macOS says before the app is ready what it was started with.
app.on('open-file', (event, path) => {
  event.preventDefault()
  given.give([path])
})
app.on('open-url', (event, url) => {
  event.preventDefault()
  links.give([url].filter(isOwnLink))
})
given.give(pathsIn(process.argv, process.cwd(), appPath))
links.give(linksIn(process.argv))
app.enableSandbox()
registerAppScheme()
guardAllContents()
if (app.requestSingleInstanceLock()) void start()
else app.quit()
