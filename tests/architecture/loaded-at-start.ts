import { importsOf, targetOf } from './imports-of.ts'
import type { SourceFile } from './source-files.ts'

/** The modules that a program loads before it does anything, by the path of the module that it starts with. */
export function loadedAtStart(files: readonly SourceFile[], entry: string): Set<string> {
  const byPath = new Map(files.map(file => [file.path, file]))
  const loaded = new Set<string>()
  const waiting = [entry]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = byPath.get(path)
    if (file === undefined || loaded.has(path)) continue
    loaded.add(path)
    for (const { specifier, typeOnly, isLazy } of importsOf(file)) {
      const target = typeOnly || isLazy ? undefined : targetOf(path, specifier)
      if (target !== undefined) waiting.push(target)
    }
  }
  return loaded
}
