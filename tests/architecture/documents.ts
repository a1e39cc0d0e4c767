/** Names that begin so are promises about the checkout; `out/` and `dist/` appear only after a build. */
const ROOTED = /^(?:\.ci|electron|renderer|resources|tests)\//
const AT_ROOT =
  /^(?:package|tsconfig(?:\.base)?|biome|knip)\.json$|^[\w.]+\.config\.ts$|^electron-builder\.yml$|^[A-Z]+\.md$|^LICENSE$/

/** The paths of the checkout that a Markdown document names in `code` or as the target of a link. */
export function pathsNamedIn(markdown: string): string[] {
  const prose = markdown.replace(/^```.*?^```/gms, '')
  const code = [...prose.matchAll(/`([^`\n]+)`/g)].map(match => match[1] ?? '')
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(match => match[1] ?? '')
  const named = [...code.filter(each => ROOTED.test(each) || AT_ROOT.test(each)), ...links]
  return [...new Set(named.filter(each => !/^(?:[a-z]+:|#)/.test(each)))]
}

/** A name that says nothing of what is inside draws in everything that has no place. */
export const VAGUE_NAME =
  /^(?:utils?|helpers?|manager|misc)(?:\.|$)|(?:-|[a-z])(?:Utils?|Helpers?|Manager)\./i

/** Absolute paths of somebody's own machine. */
export const MACHINE_PATH = /(?<![\w.])\/(?:home|Users|root|work|mnt)\/[\w.-]+|[A-Z]:\\Users\\\w/

/** Where packages come from is the reader's own setting. */
export const REGISTRY =
  /\bregistry\s*=|"resolved": "https?:|https?:\/\/[\w.-]*(?:registry|npmmirror|artifactory|nexus)[\w.-]*/
