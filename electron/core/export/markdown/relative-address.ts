/**
 * A file's path as an address in the file at `from`. Other than a percent sign and a space, names of files hold nothing
 * that an address reads differently.
 */
export function relativeAddress(from: string, to: string): string {
  const [own, target] = [from.split('/').slice(0, -1), to.split('/')]
  let common = 0
  while (common < own.length && common < target.length - 1 && own[common] === target[common]) common += 1
  return [...own.slice(common).map(() => '..'), ...target.slice(common)]
    .join('/')
    .replace(/%/g, '%25')
    .replace(/ /g, '%20')
}
