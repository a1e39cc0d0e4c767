import { importsOf, targetOf } from './imports-of.ts'
import type { SourceFile } from './source-files.ts'

/** Each import cycle once, as the modules on it in order; type imports count. */
export function importCycles(files: readonly SourceFile[]): string[][] {
  const arrows = new Map<string, string[]>()
  for (const file of files) {
    const targets = importsOf(file).map(({ specifier }) => targetOf(file.path, specifier))
    arrows.set(
      file.path,
      targets.filter(target => target !== undefined),
    )
  }
  const cycles: string[][] = []
  const finished = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start !== -1) cycles.push([...trail.slice(start), path])
    if (start !== -1 || finished.has(path)) return
    for (const target of arrows.get(path) ?? []) visit(target, [...trail, path])
    finished.add(path)
  }
  for (const path of arrows.keys()) visit(path, [])
  return cycles
}
