/** Parameters that say how a reader came to a page; what they say never changes what the page is. */
const TRACKING =
  /^(?:utm_.*|at_.*|ns_.*|hsa_.*|oly_.*|mtm_.*|pk_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|vero_id|wickedid|xtor|cmpid|cmp|ncid|ocid|smid|smtyp|sref|ref|ref_src|ref_url|referrer|amp|outputtype|spm|scm|spm_id_from|vd_source|share_.*|wxshare_count|weibo_id|tt_from|isappinstalled|nsukey|chksm|scene|ascene|clicktime|enterid|sessionid|devicetype|pass_ticket|exportkey|wx_header)$/u

/** `from` may name a section; with these values it names the app that the link was shared in. */
const SHARED_FROM = /^(?:timeline|singlemessage|groupmessage|message|share|weibo|wechat|qq|app|mobile|rss)$/u

const PARTS =
  /^https?:\/\/(?:[^/?#@]*@)?(?<host>[^/?#:]+)(?::(?<port>\d+))?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$/iu

const STANDARD_PORTS = new Set(['', '80', '443'])

/**
 * What two addresses of one page have in common: without scheme, `www.` and `m.`, standard port, tracking
 * parameters, the order of the others, `index.html`, and the place in the page. Addresses with the same key are
 * taken for the same page; undefined for what is no http address. The key is for comparing and is no address.
 */
export function samePageKey(url: string): string | undefined {
  const parts = PARTS.exec(url.trim())?.groups
  const host = hostOf(parts?.['host'] ?? '')
  if (parts === undefined || host === '') return undefined
  const port = STANDARD_PORTS.has(parts['port'] ?? '') ? '' : `:${parts['port']}`
  const query = queryOf(parts['query'] ?? '')
  // Some sites keep the page's own address behind the number sign.
  const route = /^[!/]/u.test(parts['fragment'] ?? '') ? `#${parts['fragment']}` : ''
  return `${host}${port}${pathOf(parts['path'] ?? '')}${query}${route}`
}

/** The host by which an outlet is known: lower case, without `www.`, `m.` and the like. */
function hostOf(host: string): string {
  const bare = host.toLowerCase().replace(/\.$/u, '')
  const short = bare.replace(/^(?:www\d?|m|mobile|wap|amp)\.(?=[^.]+\.)/u, '')
  // Wikipedia and others put the language before: en.m.wikipedia.org.
  return short.replace(/^([a-z]{2,3})\.m\.(?=[^.]+\.)/u, '$1.')
}

/** The host of an address by {@link hostOf}; undefined for what is no http address. */
export function outletHostOf(url: string): string | undefined {
  const host = hostOf(PARTS.exec(url.trim())?.groups?.['host'] ?? '')
  return host === '' ? undefined : host
}

const pathOf = (path: string): string =>
  path
    .replace(/%[0-9a-f]{2}/giu, unreserved)
    .replace(/\/{2,}/gu, '/')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/iu, '')
    .replace(/\/amp\/?$/iu, '')
    .replace(/\/$/u, '')

/** RFC 3986 section 6.2.2: unreserved characters mean the same encoded or not, and hexadecimal has no case. */
function unreserved(encoded: string): string {
  const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16))
  return /[\w.~-]/u.test(character) ? character : encoded.toUpperCase()
}

function queryOf(query: string): string {
  const kept = query.split('&').filter(pair => {
    const [name = '', value = ''] = pair.toLowerCase().split('=')
    return name !== '' && !TRACKING.test(name) && !(name === 'from' && SHARED_FROM.test(value))
  })
  return kept.length === 0 ? '' : `?${kept.toSorted().join('&')}`
}
