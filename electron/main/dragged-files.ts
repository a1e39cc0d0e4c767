import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ExportPlace, placeOfExport } from '../store/export-target.ts'

/** What is under the pointer while files are dragged: a page, 48 pixels square. */
const ICON =
  'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAYAAABXAvmHAAAAhklEQVR42u3asQ2AMBBD0UxCyVCpqaiZgJJ1MhoNooEB0tpGwLfkAZ6Uc5VSCPFnW5dL3TjgPHZpowgHIIpwAWIIJyCCcAPsiATAikgBbIgkwIJIA+QIAAAA9IA2DtIC4AYAAPgZYJ6qtAC4AQAAWCFWCACAr68QAJ4QAAAA3gt4onwxIIHcLkS77EjRJIUAAAAASUVORK5CYII='

/** What can be dragged out of the window: files that were written for it, and the picture that stands for them. */
export interface Dragged {
  readonly files: readonly string[]
  readonly icon: string
}

/**
 * Files that are dragged out of the window. The system reads them where they lie, some programs long after they were
 * dropped, so they stay until the app ends, in a folder that has nothing else.
 */
export class DraggedFiles {
  readonly #folder: string
  readonly #ready = new Map<string, Dragged>()

  /** @param profile the app's own folder */
  constructor(profile: string) {
    this.#folder = join(profile, 'dragged')
  }

  /** Where the files of a drag are to be written. */
  placeOf(drag: string): ExportPlace {
    return placeOfExport(join(this.#folder, drag), drag)
  }

  /** The folder that all of them are in. */
  get folder(): string {
    return this.#folder
  }

  /** The files of a drag are written. */
  async ready(drag: string, files: readonly string[]): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    const icon = join(this.#folder, 'icon.png')
    await writeFile(icon, Buffer.from(ICON, 'base64'))
    this.#ready.set(drag, { files, icon })
  }

  /** Gives the files of a drag, once; undefined where there is none of that name. */
  take(drag: string): Dragged | undefined {
    const dragged = this.#ready.get(drag)
    this.#ready.delete(drag)
    return dragged
  }

  /** Removes all of them: when the app starts, those that one has left which was killed, and when it ends. */
  async clear(): Promise<void> {
    this.#ready.clear()
    // What another program holds open stays until the next start.
    await rm(this.#folder, { recursive: true, force: true }).catch(() => undefined)
  }
}
