import type { MenuRecord } from '../control.ts'
import type { FromPage } from '../page/ipc-renderer.ts'
import { NotImplemented, onlyOptions, strictly } from '../refuse.ts'
import { editCommandOf, matchesAccelerator } from './accelerator.ts'
import { app } from './app.ts'
import type { BrowserWindow } from './browser-window.ts'

type Key = Extract<FromPage, { kind: 'key' }>
type Template = Electron.MenuItemConstructorOptions

const ITEM_OPTIONS = [
  'label',
  'role',
  'type',
  'accelerator',
  'click',
  'submenu',
  'enabled',
  'visible',
  'checked',
  'id',
  'sublabel',
  'toolTip',
  'registerAccelerator',
  'acceleratorWorksWhenHidden',
] as const satisfies readonly (keyof Template)[]

type Act = (window: BrowserWindow | undefined) => void

/** What a role does when it is clicked. Roles of the window manager have no window manager here. */
const ROLES: Readonly<Record<string, Act | null>> = {
  undo: window => window?.webContents.undo(),
  redo: window => window?.webContents.redo(),
  cut: window => window?.webContents.cut(),
  copy: window => window?.webContents.copy(),
  paste: window => window?.webContents.paste(),
  selectall: window => window?.webContents.selectAll(),
  reload: window => window?.webContents.reload(),
  close: window => window?.close(),
  quit: () => app.quit(),
  about: null,
  hide: null,
  hideothers: null,
  unhide: null,
  services: null,
  front: null,
  minimize: null,
  zoom: null,
  resetzoom: null,
  zoomin: null,
  zoomout: null,
  togglefullscreen: null,
  toggledevtools: null,
  help: null,
  appmenu: null,
  filemenu: null,
  editmenu: null,
  viewmenu: null,
  windowmenu: null,
}

export class MenuItem implements Pick<Electron.MenuItem, 'id' | 'label' | 'enabled' | 'visible' | 'checked'> {
  readonly id: string
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  private readonly onClick: Template['click']

  constructor(template: Template) {
    onlyOptions('MenuItem', template, ITEM_OPTIONS)
    const role = template.role?.toLowerCase()
    if (role !== undefined && !(role in ROLES)) throw new NotImplemented(`the menu role "${template.role}"`)
    if (template.submenu !== undefined && !Array.isArray(template.submenu)) {
      throw new NotImplemented('a submenu that is not given as a template')
    }
    this.id = template.id ?? ''
    this.role = role
    this.label = template.label ?? template.role ?? ''
    this.enabled = template.enabled ?? true
    this.visible = template.visible ?? true
    this.checked = template.checked ?? false
    this.type = template.type ?? (template.submenu === undefined ? 'normal' : 'submenu')
    this.accelerator = typeof template.accelerator === 'string' ? template.accelerator : undefined
    this.submenu = template.submenu === undefined ? undefined : Menu.buildFromTemplate(template.submenu)
    this.onClick = template.click
  }

  /** As if the user had chosen it. With a role, Electron ignores `click`, and so does this. */
  choose(window: BrowserWindow | undefined): void {
    if (!this.enabled) throw new Error(`the menu item "${this.label}" is disabled`)
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.checked = true
    if (this.role !== undefined) {
      const act = ROLES[this.role]
      if (act === null || act === undefined) throw new NotImplemented(`choosing the menu role "${this.role}"`)
      act(window)
      return
    }
    const item = strictly('MenuItem', this) as unknown as Electron.MenuItem
    const event = strictly('KeyboardEvent', { triggeredByAccelerator: false }) as Electron.KeyboardEvent
    this.onClick?.(item, window as unknown as Electron.BaseWindow, event)
  }

  get record(): MenuRecord {
    const { id, label, role, type, accelerator, enabled, visible, checked } = this
    return { id, label, role, type, accelerator, enabled, visible, checked, submenu: this.submenu?.record }
  }
}

export class Menu implements Pick<Electron.Menu, 'popup' | 'closePopup'> {
  private readonly own: readonly MenuItem[]

  private constructor(items: readonly MenuItem[]) {
    this.own = items
  }

  static buildFromTemplate(template: readonly (Template | Electron.MenuItem)[]): Menu {
    return strictly('Menu', new Menu(template.map(item => new MenuItem(item as Template))))
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  get items(): MenuItem[] {
    return this.own.map(item => strictly('MenuItem', item))
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.own) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found !== undefined && found !== null) return found
    }
    return null
  }

  /** Kept as the open menu until a test chooses from it. */
  popup(options?: Electron.PopupOptions): void {
    onlyOptions('menu.popup', options, ['window', 'x', 'y', 'callback'])
    openMenu = this
  }

  closePopup(): void {
    if (openMenu === this) openMenu = null
  }

  get record(): MenuRecord[] {
    return this.own.map(item => item.record)
  }

  /** The item at a path of labels. */
  find(path: readonly string[]): MenuItem {
    const [label, ...rest] = path
    const item = this.own.find(candidate => candidate.label === label)
    if (item === undefined) {
      throw new Error(
        `no menu item "${label}" among: ${this.own.map(candidate => candidate.label).join(', ')}`,
      )
    }
    if (rest.length === 0) return item
    if (item.submenu === undefined) throw new Error(`the menu item "${label}" has no submenu`)
    return item.submenu.find(rest)
  }

  /** Every item below, for accelerators. */
  *everyItem(): Generator<MenuItem> {
    for (const item of this.own) {
      yield item
      if (item.submenu !== undefined) yield* item.submenu.everyItem()
    }
  }
}

let applicationMenu: Menu | null = null
let openMenu: Menu | null = null

export const menuRecord = (): MenuRecord[] => applicationMenu?.record ?? []
export const openMenuRecord = (): MenuRecord[] => openMenu?.record ?? []

/** For the test: chooses an item of the open context menu, or of the application's menu where none is open. */
export function chooseFromMenu(path: readonly string[], window: BrowserWindow | undefined): void {
  const menu = openMenu ?? applicationMenu
  if (menu === null) throw new Error('the app has no menu')
  openMenu = null
  menu.find(path).choose(window)
}

/**
 * Runs the menu item of a key press that the page left alone. Editing keys never get here where Chromium carries
 * them out itself: undo, redo and cut in a field; copy, paste and select all anywhere.
 */
export function runAccelerator(key: Key, window: BrowserWindow): void {
  const edit = editCommandOf(key, process.platform)
  if (edit === 'anywhere' || (edit === 'in-field' && key.editable)) return
  for (const item of applicationMenu?.everyItem() ?? []) {
    if (item.accelerator === undefined || !item.enabled || !item.visible) continue
    if (!matchesAccelerator(item.accelerator, key, process.platform)) continue
    item.choose(window)
    return
  }
}
