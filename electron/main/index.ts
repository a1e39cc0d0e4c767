import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  app,
  type BrowserWindow,
  dialog,
  type MessageBoxOptions,
  nativeTheme,
  session,
  shell,
} from 'electron'
import { isOwnLink } from '../core/model/clipping-link.ts'
import { languageOf } from '../core/model/settings.ts'
import type { EventChannel, Payload } from '../ipc/contract.ts'
import { serve, tell } from '../ipc/serve.ts'
import { releaseLocksAtOnce } from '../store/lock.ts'
import { systemClock, uuidIdentifiers } from '../store/system-ports.ts'
import { READING_LIMITS, threadReader } from '../work/import-thread.ts'
import { WorkPool } from '../work/pool.ts'
import { POOL_LIMITS, type PoolName } from '../work/work-limits.ts'
import { AppMenu } from './app-menu.ts'
import { AppWindows } from './app-windows.ts'
import { closeOnQuit } from './close-on-quit.ts'
import { CurrentLibrary } from './current-library.ts'
import type { Desk } from './desk.ts'
import { DraggedFiles } from './dragged-files.ts'
import { openEventLog } from './event-log.ts'
import { GivenFiles, pathsIn } from './given-files.ts'
import { GivenLinks, linksIn } from './given-links.ts'
import { guardAllContents, guardSession } from './guards.ts'
import { createHandlers } from './handlers/create-handlers.ts'
import { Imports } from './imports.ts'
import { Jobs } from './jobs.ts'
import { openKnownLibraries } from './known-libraries.ts'
import { endOnFault } from './last-resort.ts'
import { bugEvent } from './log-event.ts'
import { importEvent, jobEvent, libraryEvent } from './logged.ts'
import { MENU_WORDS, type MenuWords } from './menu-words.ts'
import { noteStarters } from './note-starters.ts'
import { Notices } from './notices.ts'
import { WINDOW_URL } from './origin.ts'
import { OriginalPages } from './original-pages.ts'
import { registerAppScheme, serveApp } from './protocol.ts'
import { openReleases, releasesPage } from './releases-page.ts'
import { openRememberedWindows } from './remembered-windows.ts'
import { openSettings } from './settings-file.ts'
import { Starters } from './starters.ts'
import { WatchedFolder } from './watched-folder.ts'
import { appWindows, currentWindow, isAppContents } from './window.ts'
import { recoverWindow } from './window-recovery.ts'

/** Two: one for what the user is waiting for while the other is busy. */
const WORKERS = 2
/** An import reads on every core, up to four: then the disk is what it waits for. */
const READERS = Math.min(4, availableParallelism())
const WORKER = new URL('./worker.js', import.meta.url)

const log = openEventLog(app.getPath('userData'), systemClock)
const notices = new Notices()
/** As soon as it is known which language the user chose, in that. */
let words: MenuWords = MENU_WORDS.en

/** An event that breaks the contract, or finds a page that is just going, is no reason to end what it tells of. */
function tellWindow<E extends EventChannel>(window: BrowserWindow, event: E, payload: Payload<E>): void {
  try {
    tell(window.webContents, event, payload)
  } catch (error) {
    log.write(bugEvent(error, { where: 'event', told: event }))
  }
}

function broadcast<E extends EventChannel>(event: E, payload: Payload<E>): void {
  for (const window of appWindows()) tellWindow(window, event, payload)
}

const windowOf = (id: number): BrowserWindow | undefined =>
  appWindows().find(({ webContents }) => webContents.id === id)

const given = new GivenFiles()
const links = new GivenLinks()
/** Where the app lies is among the arguments of a bare Electron alone. */
const appPath = app.isPackaged ? undefined : app.getAppPath()

function newPool(name: PoolName, size: number): WorkPool {
  const pool = new WorkPool(WORKER, size, POOL_LIMITS[name])
  pool.onLoss(reason => log.write({ event: 'worker-lost', worker: name, reason }))
  return pool
}

/** Asks in a dialog of the system's and gives the button that was pressed; where none can be shown, the one for Escape. */
async function ask(question: MessageBoxOptions): Promise<number> {
  const owner = currentWindow()
  try {
    const { response } = await (owner === undefined
      ? dialog.showMessageBox(question)
      : dialog.showMessageBox(owner, question))
    return response
  } catch (error) {
    log.write(bugEvent(error, { where: 'main' }))
    return question.cancelId ?? 0
  }
}

/** A system that has no browser to open it in says so itself, or nothing. */
const openExternally = (address: string): Promise<void> =>
  shell.openExternal(address).catch(error => log.write(bugEvent(error, { where: 'main' })))

/** Has the page of a window opened again when it fails. */
function keepOpen(window: BrowserWindow): void {
  recoverWindow(window, {
    clock: systemClock,
    words: () => words,
    log: event => log.write(event),
    ask,
    reopened: () => notices.add('window-reopened'),
    quit: () => app.quit(),
  })
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
  const [settings, known, remembered] = await Promise.all([
    openSettings(profile, systemClock),
    openKnownLibraries(profile, systemClock),
    openRememberedWindows(profile),
  ])
  if (remembered.isDamaged) log.write({ event: 'profile-file', file: 'windows', state: 'damaged' })
  if (settings.trouble !== undefined) {
    log.write({ event: 'profile-file', file: 'settings', state: settings.trouble })
    notices.add(`settings-${settings.trouble}`)
  }
  if (known.isDamaged) {
    log.write({ event: 'profile-file', file: 'libraries', state: 'damaged' })
    notices.add('libraries-damaged')
  }
  const starters = new Starters()
  const imports = new Imports({
    ...ports,
    readers: () => Array.from({ length: READERS }, () => threadReader(WORKER, READING_LIMITS)),
    progress: payload => broadcast('import:progress', payload),
    ended: payload => {
      log.write(importEvent(payload))
      const starter = starters.take(payload.import.id)
      const teller = (starter === undefined ? undefined : windowOf(starter)) ?? currentWindow()
      for (const window of appWindows())
        tellWindow(window, 'import:ended', { ...payload, isToTell: window === teller })
    },
  })
  const current = new CurrentLibrary(join(app.getPath('documents'), 'Cuttings'), {
    ...ports,
    known,
    pool,
    carePool,
    indexPool,
    familyPool,
    changed: ({ version }) => broadcast('library:changed', { version }),
    stateChanged: state => {
      log.write(libraryEvent(state))
      broadcast('library:state-changed', state)
    },
    trashDays: () => settings.current.trashDays,
    beforeClose: () => imports.stopAll(),
  })
  // The window need not wait: it shows the newest clippings while the others are read.
  void current.start()
  const dragged = new DraggedFiles(profile)
  void dragged.clear()
  const systemLanguages = app.getPreferredSystemLanguages()
  const releases = await releasesPage(app.getAppPath())
  const menu = new AppMenu(
    command => {
      const window = currentWindow()
      if (window !== undefined) tellWindow(window, 'menu:command', { command })
    },
    () => windows.open('whole'),
    releases === undefined
      ? undefined
      : () => void openReleases(releases, words, { ask, open: openExternally }),
  )
  const windows: AppWindows = new AppWindows(remembered, window => {
    const { id } = window.webContents
    menu.follow(id)
    window.on('focus', () => menu.follow(id))
    window.on('closed', () => {
      menu.forget(id)
      menu.follow(currentWindow()?.webContents.id)
    })
    keepOpen(window)
  })
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
    starters,
    given,
    links,
    originals: new OriginalPages(),
    dragged,
    jobs: new Jobs({
      progress: payload => broadcast('job:progress', payload),
      ended: payload => {
        log.write(jobEvent(payload))
        const starter = starters.take(payload.job)
        const isOrphan = starter !== undefined && windowOf(starter) === undefined
        for (const window of appWindows())
          tellWindow(window, 'job:ended', {
            ...payload,
            ...(isOrphan && window === currentWindow() && { isOrphan: true }),
          })
      },
    }),
    notices,
    log,
    menu,
    windows,
    version: app.getVersion(),
    language: () => languageOf(settings.current, systemLanguages),
    broadcast,
  }
}

async function start(): Promise<void> {
  await app.whenReady()
  guardSession(session.defaultSession)
  log.write({ event: 'started', version: app.getVersion() })
  const desk = await openDesk()
  const assetOf = async (sha256: string) => {
    const opened = await desk.current.whenStarted()
    const asset = opened.ok ? await opened.value.library.readAsset(sha256) : opened
    return asset.ok ? asset.value : undefined
  }
  serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'), assetOf, desk.originals)
  nativeTheme.themeSource = desk.settings.current.theme
  serve(
    noteStarters(createHandlers(desk), desk.starters),
    { url: WINDOW_URL, isWindow: isAppContents },
    {
      failed: (request, failure) => {
        if (failure !== 'cancelled') log.write({ event: 'request-failed', request, failure })
      },
      threw: (request, error) => {
        // An installed app's output may be kept by the system, and an error may quote anything.
        if (!app.isPackaged) console.error(request, error)
        log.write(bugEvent(error, { where: 'request', request }))
      },
    },
  )
  const speak = () => {
    words = MENU_WORDS[desk.language()]
    desk.menu.speak(desk.language())
  }
  speak()
  desk.settings.onChange(speak)
  closeOnQuit(desk, new WatchedFolder({ ...desk, profile: app.getPath('userData') }))
  app.on('second-instance', (_event, argv, workingDirectory) => {
    desk.windows.show()
    given.give(pathsIn(argv, workingDirectory, appPath))
    links.give(linksIn(argv))
  })
  app.on('activate', () => desk.windows.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  desk.windows.openLast()
  const tellOf = (event: 'import:given' | 'app:link-given') => () => {
    // A window that opens only now asks by itself.
    const window = currentWindow()
    desk.windows.show()
    if (window !== undefined) tellWindow(window, event, {})
  }
  given.tellOfMore(tellOf('import:given'))
  links.tellOfMore(tellOf('app:link-given'))
}

endOnFault(process, {
  log: event => log.write(event),
  say: () => dialog.showErrorBox(words.faultTitle, words.fault),
  letGo: releaseLocksAtOnce,
  exit: code => app.exit(code),
})
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
