const REMEMBERED = 'cuttings.palette'
const MOST = 50

function remembered(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(REMEMBERED) ?? '[]')
    return Array.isArray(kept) ? kept.filter(each => typeof each === 'string') : []
  } catch {
    return []
  }
}

/** Keys of what was taken from the palette on this machine, the last first. */
export const recentlyUsed = (): readonly string[] => remembered()

export function rememberUse(key: string): void {
  const kept = [key, ...remembered().filter(other => other !== key)].slice(0, MOST)
  window.localStorage.setItem(REMEMBERED, JSON.stringify(kept))
}
