import { NotImplemented, strictly } from '../refuse.ts'
import { options } from '../runtime.ts'
import { StrictEmitter } from '../strict-emitter.ts'

type Source = Electron.NativeTheme['themeSource']

/** The theme of the system is set by the test; the theme of the app overrides it, as in Electron. */
class NativeTheme
  extends StrictEmitter
  implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
{
  private system = options.colorScheme
  private source: Source = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }

  get themeSource(): Source {
    return this.source
  }

  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new NotImplemented(`nativeTheme.themeSource = ${source}`)
    this.change(() => {
      this.source = source
    })
  }

  /** What pages are to be told; undefined leaves it to the browser, which follows the system. */
  get forPages(): 'light' | 'dark' | undefined {
    return this.source === 'system' ? this.system : this.source
  }

  get shouldUseDarkColors(): boolean {
    return this.forPages === 'dark'
  }

  /** For the test: what the user chose for the whole system. */
  setSystem(system: 'light' | 'dark'): void {
    this.change(() => {
      this.system = system
    })
  }

  private change(set: () => void): void {
    const before = [this.source, this.shouldUseDarkColors]
    set()
    if (before[0] !== this.source || before[1] !== this.shouldUseDarkColors) this.emit('updated')
  }
}

export const nativeTheme = strictly('nativeTheme', new NativeTheme())
