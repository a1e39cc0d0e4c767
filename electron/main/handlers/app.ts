import { nativeTheme } from 'electron'
import { clippingInLink } from '../../core/model/clipping-link.ts'
import { ok } from '../../core/result.ts'
import type { Handlers } from '../../ipc/answer.ts'
import type { Desk } from '../desk.ts'
import { diagnosticsText } from '../diagnostics.ts'
import { failure, withLibrary } from './with-library.ts'

/** The systems that the product is made for; any other Unix is treated as Linux. */
const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'

export const appHandlers = (desk: Desk) => {
  /** The libraries of which a window has said what was mended. */
  const told = new WeakSet<object>()
  return {
    'app:start': async () => {
      await desk.current.ready
      const { opened, path, preview } = desk.current
      const mended = opened.ok && !told.has(opened.value.library) ? opened.value.library.repairs : []
      if (opened.ok) told.add(opened.value.library)
      return ok({
        settings: desk.settings.current,
        systemLanguages: [...desk.systemLanguages],
        platform,
        version: desk.version,
        library: opened.ok
          ? {
              state: 'open',
              path,
              isNew: opened.value.library.version === 0,
              repairs: [...mended],
            }
          : preview !== undefined
            ? { state: 'open', path, isNew: false, repairs: [] }
            : { state: 'closed', path, failure: opened.error },
      })
    },
    'settings:set': async settings => {
      const changed = await desk.settings.change(settings)
      if (!changed.ok) return changed
      nativeTheme.themeSource = settings.theme
      desk.broadcast('settings:changed', settings)
      return changed
    },
    'app:take-link': async (_input, { window }) => {
      const link = desk.windows.isInFront(window) ? desk.links.take() : undefined
      if (link === undefined) return ok({ link: null })
      return withLibrary(desk, async library => {
        const id = clippingInLink(link)
        return ok({ link: { clipping: id !== undefined && library.state.clippings.has(id) ? id : null } })
      })
    },
    'window:open': async ({ route, form }) =>
      desk.windows.open(form, route) ? ok({}) : failure('too-many-windows'),
    'app:take-notices': async () => ok({ notices: desk.notices.take() }),
    'app:diagnostics': async () => {
      const { current, version, log } = desk
      const library = current.opened.ok ? current.opened.value.library.state : undefined
      return ok({
        text: diagnosticsText({
          version,
          language: desk.language(),
          library: current.state,
          tags: library?.tags.size ?? 0,
          collections: library?.collections.size ?? 0,
          log,
        }),
      })
    },
    'menu:say-history': async (words, { window }) => {
      desk.menu.say(window, words)
      return ok({})
    },
  } satisfies Partial<Handlers>
}
