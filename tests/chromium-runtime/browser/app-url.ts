/**
 * Chromium without Electron does not know an app's own scheme as a standard one, and never asks for its URLs.
 * A page of `app://host/path` is therefore opened as `https://host.app.invalid/path`: a secure origin of its own
 * under a top-level domain that can never exist (RFC 2606), answered before it reaches the network. Everything
 * that the app's main process sees is translated back.
 */
const SUFFIX = '.invalid'
const MAPPED = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.invalid(?=[/?#]|$)/

/** `app://host/path` as Chromium gets it; a URL of any scheme that the app did not register stays as it is. */
export function toBrowserUrl(url: string, schemes: ReadonlySet<string>): string {
  const match = /^([a-z][a-z0-9+-]*):\/\/([^/?#]+)/i.exec(url)
  const [whole, scheme, host] = match ?? []
  if (whole === undefined || scheme === undefined || host === undefined) return url
  if (!schemes.has(scheme.toLowerCase())) return url
  return `https://${host.toLowerCase()}.${scheme.toLowerCase()}${SUFFIX}${url.slice(whole.length) || '/'}`
}

/** The inverse of `toBrowserUrl`. */
export function toAppUrl(url: string, schemes: ReadonlySet<string>): string {
  const [whole, host, scheme] = MAPPED.exec(url) ?? []
  if (whole === undefined || host === undefined || scheme === undefined || !schemes.has(scheme)) return url
  return `${scheme}://${host}${url.slice(whole.length)}`
}

/** The scheme of a URL without its colon, in lower case; empty where there is none. */
export const schemeOf = (url: string): string => /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? ''

/** A source list of a Content Security Policy that names a scheme of the app, as Chromium gets it. */
export function toBrowserPolicy(policy: string, schemes: ReadonlySet<string>): string {
  return policy.replace(
    /(^|[\s;])([a-z][a-z0-9+-]*):(?:\/\/([^\s;/]+))?(?=[\s;/]|$)/gi,
    (all, before, scheme, host) =>
      schemes.has(scheme.toLowerCase())
        ? `${before}https://${host ?? '*'}.${scheme.toLowerCase()}${SUFFIX}`
        : all,
  )
}
